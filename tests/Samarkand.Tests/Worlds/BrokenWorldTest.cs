using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

/// <summary>Each kind of mistake in a world's folder, by its message.</summary>
public class BrokenWorldTest
{
    [Theory]
    // world.json
    [InlineData("world.json", "\"year\": 2020,", "\"year\": 2020", "world.json:5:3: is not valid JSON: '\"' is invalid after a value.")]
    [InlineData("world.json", "\"name\": \"small\",\n", "\n", "world.json: 'name' is missing")]
    [InlineData("world.json", "\"year\": 2020,\n", "\n", "world.json: 'year' is missing")]
    [InlineData("world.json", "2020", "\"2020\"", "world.json:4:11: 'year' is not a year; write \"year\": 2011, without quotation marks")]
    [InlineData("world.json", "million USD", "billion USD", "world.json:5:12: the units are 'billion USD', not 'million USD'; convert every value to million USD a year")]
    [InlineData("world.json", "\"units\": \"million USD\",\n", "\n", "world.json: 'units' is missing; write \"units\": \"million USD\"")]
    [InlineData("world.json", "\"rules\"", "\"rule\"", "world.json:9:3: unknown key 'rule'; did you mean 'rules'?")]
    [InlineData("world.json", "\"title\"", "\"name\"", "world.json:3:3: 'name' stands twice")]
    [InlineData("world.json", "\"licence\": \"CC0\"", "\"license\": \"CC0\"", "world.json:7:60: unknown key 'license'; did you mean 'licence'?")]
    [InlineData("world.json", "\"small\"", "\"\"", "world.json:2:11: 'name' is not a text")]
    [InlineData("world.json", "[\"none\"]", "\"none\"", "world.json:9:12: 'rules' is not a list")]
    // regions.csv
    [InlineData("regions.csv", "BBB,Beland", "AAA,Beland", "regions.csv:3:1: code: 'AAA' stands twice, first on line 2")]
    [InlineData("regions.csv", "BBB,Beland", ",Beland", "regions.csv:3:1: code: is empty")]
    [InlineData("regions.csv", "Beland,", "Beland,true", "regions.csv:4:23: remainder: 'ROW' is a second remainder beside 'BBB'")]
    [InlineData("regions.csv", "world,true", "world,yes", "regions.csv:4:23: remainder: 'yes' is neither true nor false")]
    [InlineData("regions.csv", "Aland", "", "regions.csv:2:5: name: is empty")]
    [InlineData("regions.csv", "code,name", "id,name", "regions.csv:1: column 'code' is missing; the columns are code, name, remainder")]
    [InlineData("regions.csv", "Aland,", "Aland", "regions.csv:2: has 2 fields where the header has 3")]
    [InlineData("regions.csv", "Aland", "\"Aland", "regions.csv:2: has a quotation mark that is not closed")]
    // sectors.csv
    [InlineData("sectors.csv", "goods;energy", "goods;all", "sectors.csv:2:10: tags: the tag 'all' is reserved")]
    [InlineData("sectors.csv", "goods;energy", "goods;c2", "sectors.csv:2:10: tags: 'c2' is also the code of a sector")]
    [InlineData("sectors.csv", "goods;energy", "goods;goods", "sectors.csv:2:10: tags: the tag 'goods' stands twice")]
    [InlineData("sectors.csv", "code,name,tags", "code,name,tag", "sectors.csv:1:11: unknown column 'tag'; did you mean 'tags'?")]
    [InlineData("sectors.csv", "code,name,tags", "code;name;tags", "sectors.csv:3: its fields are separated by commas, those of the header by semicolons; separate them by one sign in the whole file")]
    [InlineData("sectors.csv", "c2,Services", "all,Services", "sectors.csv:3:1: code: 'all' is reserved")]
    // blocs.csv
    [InlineData("blocs.csv", "two,BBB", "two,BBX", "blocs.csv:3:12: region: unknown region 'BBX'; did you mean 'BBB'?")]
    [InlineData("blocs.csv", "NONE,", "ROW,", "blocs.csv:4:1: bloc: the bloc 'ROW' has the code of a region")]
    [InlineData("blocs.csv", "two,BBB", "two,AAA", "blocs.csv:3:12: region: 'AAA' is in 'AB' twice, first on line 2")]
    [InlineData("blocs.csv", "AB,The two,BBB", "AB,Both,BBB", "blocs.csv:3:4: name: 'Both' is not the name that 'AB' has on line 2")]
    // elasticities.csv
    [InlineData("elasticities.csv", "c1,5.5", "c1,0", "elasticities.csv:2:4: theta: 0 is not above 0")]
    [InlineData("elasticities.csv", "c2,4\n", "", "elasticities.csv: sector 'c2' has no elasticity; add a row for it")]
    [InlineData("elasticities.csv", "c2,4", "c1,4", "elasticities.csv:3:1: sector: 'c1' stands twice, first on line 2")]
    // the big tables
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c3,5", "trade.csv:11:9: sector: unknown sector 'c3'; did you mean 'c1'?")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "RUS,AAA,c2,5", "trade.csv:11:1: origin: unknown region 'RUS'; add it to regions.csv or remove its rows")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROX,AAA,c2,5", "trade.csv:11:1: origin: unknown region 'ROX'; did you mean 'ROW'?")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "AAA,AAA,c1,5", "trade.csv:11:1: origin: AAA,AAA,c1 stands twice, first on line 2; add the two up, or remove one")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c2,-5", "trade.csv:11:12: value: -5 is negative")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c2,NaN", "trade.csv:11:12: value: 'NaN' is not a finite number")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c2,1e999", "trade.csv:11:12: value: '1e999' is not a finite number")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c2,\"5,5\"", "trade.csv:11:12: value: '5,5' is not a finite number; write a number such as 1234.5")]
    [InlineData("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c2,", "trade.csv:11:12: value: is empty")]
    [InlineData("trade.csv", "sector,value", "sector,sector", "trade.csv:1:27: column 'sector' stands twice")]
    [InlineData("trade.csv", "sector,value", "sector,valeu", "trade.csv:1:27: unknown column 'valeu'; did you mean 'value'?")]
    [InlineData("inputs.csv", "BBB,c1,c2,20", "BBB,c1,,20", "inputs.csv:3:8: sector: is empty where the code of a sector was expected")]
    [InlineData("final.csv", "value", "value,tariff", "final.csv:1:21: unknown column 'tariff'")]
    // the sums
    [InlineData("final.csv", "AAA,c2,55", "AAA,c2,50", "folder: AAA, c2 does not balance: expenditure by trade (tariffs included) is 55, intermediate plus final use is 50; the difference is 5 million USD, 0.0909 of the larger")]
    [InlineData("trade.csv", "BBB,ROW,c2,5\n", "", "folder: ROW, c2 does not balance: expenditure by trade (tariffs included) is 40, intermediate plus final use is 45")]
    public void AnEditIsReported(string file, string old, string @new, string expected)
    {
        using var folder = new SmallFolder();
        folder.Edit(file, old, @new);
        Assert.Contains(folder.Problems(), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void TheSmallWorldItselfIsRight()
    {
        using var folder = new SmallFolder();
        var world = WorldFolder.Read(folder.Path);
        Assert.Equal(10, world.Trade[3]);
        Assert.Equal(["AB", "NONE"], world.Blocs.Select(bloc => bloc.Code));
        Assert.True(world.Tariffs.IsEmpty);
    }

    [Fact]
    public void AHeaderAloneIsNoWorld()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["sectors.csv"], "code,name,tags\n");
        Assert.Equal("sectors.csv: has no sector", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void ATariffOfMinusOneOrLessIsReported()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["trade.csv"], SmallFolder.Files["trade.csv"].ReplaceLineEndings(",0\n").Replace("value,0", "value,tariff", StringComparison.Ordinal));
        folder.Edit("trade.csv", "AAA,BBB,c1,20,0", "AAA,BBB,c1,20,-1");
        Assert.Equal("trade.csv:3:15: tariff: -1 is not above -1; a tariff of 5 percent is 0.05", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void NegativeValueAddedIsNamed()
    {
        using var folder = new SmallFolder();
        folder.Edit("inputs.csv", "BBB,c1,c2,20", "BBB,c1,c2,20\nAAA,c1,c1,60\nAAA,c2,c1,45");
        folder.Edit("final.csv", "AAA,c1,80", "AAA,c1,20");
        folder.Edit("final.csv", "AAA,c2,55", "AAA,c2,10");
        Assert.StartsWith("folder: AAA, c1 has negative value added: its output is 100 and its inputs cost 105 million USD", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void ARegionWithoutValueAddedIsNamed()
    {
        using var folder = new SmallFolder();
        folder.Edit("regions.csv", "ROW,", "CCC,Celand,\nROW,");
        Assert.Equal("folder: region 'CCC' has no value added; a region needs output above its intermediate use: merge it with another, or remove it", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void EveryProblemOfEveryFileIsReportedAtOnceInOrder()
    {
        using var folder = new SmallFolder();
        folder.Edit("world.json", "million", "billion");
        folder.Edit("regions.csv", "Aland", "");
        folder.Edit("elasticities.csv", "5.5", "-1");
        folder.Edit("trade.csv", "ROW,AAA,c2,5", "ROW,AAA,c9,5");
        folder.Edit("trade.csv", "AAA,BBB,c1,20", "AAA,BBB,c1,x");
        folder.Edit("final.csv", "AAA,c2,55", "AAA,c2,50");
        var problems = folder.Problems();
        Assert.Equal(["world.json:5", "regions.csv:2", "elasticities.csv:2", "trade.csv:3", "trade.csv:11"], problems.Select(problem => string.Join(':', problem.Split(':')[..2])));
    }

    [Fact]
    public void ManyProblemsOfOneFileAreCounted()
    {
        using var folder = new SmallFolder();
        File.AppendAllLines(folder["final.csv"], Enumerable.Range(0, 50).Select(_ => "AAA,c1,1"));
        var problems = folder.Problems();
        Assert.Equal(21, problems.Length);
        Assert.Equal("final.csv: and 30 more problems in this file", problems[^1]);
    }

    [Fact]
    public void AnUnknownCodeIsSaidOncePerFile()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["trade.csv"], SmallFolder.Files["trade.csv"].Replace("BBB", "BBX", StringComparison.Ordinal));
        Assert.Equal("trade.csv:3:5: destination: unknown region 'BBX'; did you mean 'BBB'?", Assert.Single(folder.Problems()));
    }
}
