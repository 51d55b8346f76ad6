namespace Samarkand.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private const string Table = """
        origin,sector,destination,use,value
        AAA,c1,AAA,final,80
        AAA,c1,BBB,c2,10
        AAA,c1,BBB,final,10
        BBB,c1,BBB,final,60
        BBB,c1,AAA,c2,10
        AAA,c2,AAA,final,50
        BBB,c2,BBB,final,70
        BBB,c2,AAA,final,5

        """;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_long_table_becomes_a_world_that_holds()
    {
        File.WriteAllText(_folder["flows-2021.csv"], Table);
        var outcome = _folder.Run("world", "import", "long", "flows-2021.csv", "mine", "--theta", "4").Answered();
        Assert.Equal(["Wrote mine"], outcome.Lines);
        Assert.Contains("samarkand: every sector has the trade elasticity 4, an assumption", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("mine", _folder.Run("world", "check", "mine").Answered().Output, StringComparison.Ordinal);
        Assert.Contains("2021", _folder.Run("world", "show", "mine").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_several_files_is_read_by_the_names_of_its_columns()
    {
        var rows = Table.TrimEnd().Split('\n')[1..];
        File.WriteAllText(_folder["a.csv"], "o,s,d,u,v\n" + string.Join('\n', rows[..4]));
        File.WriteAllText(_folder["b.csv"], "o,s,d,u,v\n" + string.Join('\n', rows[4..]).Replace("final", "gov", StringComparison.Ordinal));
        _folder.Run("world", "import", "long", "a.csv", "b.csv", "mine", "--theta", "4", "--year", "2019", "--unit", "billion", "--final", "gov", "--columns", "origin=o,sector=s,destination=d,use=u,value=v").Answered();
        _folder.Run("world", "export", "mine", "plain", "--big", "csv").Answered();
        Assert.Contains("AAA,AAA,c1,80000\n", File.ReadAllText(_folder["plain/trade.csv"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAA,c2,10", "AAA,c2,ten", "flows-2021.csv:6:15: value: 'ten' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,70", "flows-2021.csv: AAA, c2 has negative value added")]
    public void A_broken_table_ends_with_2_and_nothing_is_written(string old, string @new, string message)
    {
        File.WriteAllText(_folder["flows-2021.csv"], Table.Replace(old, @new, StringComparison.Ordinal));
        var before = Directory.GetFileSystemEntries(_folder.Path);
        _folder.Run("world", "import", "long", "flows-2021.csv", "mine", "--theta", "4").Refused(message);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(_folder.Path).Order());
    }

    [Theory]
    [InlineData("mine", "FILE... DIR: one of the two is missing; give the tables, then the folder to write", "mine")]
    [InlineData("taken", "taken: is a folder that holds something already; give the name of a new folder, or empty it first", "flows-2021.csv", "taken")]
    [InlineData("file", "flows-2021.csv: is a file; the tables come first, then the name of a new folder", "flows-2021.csv", "flows-2021.csv")]
    [InlineData("year", "--year: the name of flows.csv does not tell the year of its flows; write --year 2021", "flows.csv", "mine")]
    [InlineData("wrong year", "--year: 0 is not a year; write --year 2021", "flows.csv", "mine", "--year", "0")]
    [InlineData("no year", "--year: 20x1 is not a year; write --year 2021", "flows.csv", "mine", "--year", "20x1")]
    [InlineData("comma", "--theta: '4,5' is not a number; write one such as 4 or 4.5, with a point", "flows-2021.csv", "mine", "--theta", "4,5")]
    [InlineData("thousands", "--theta: '4,500' is not a number", "flows-2021.csv", "mine", "--theta", "4,500")]
    [InlineData("no number", "--theta: 'four' is not a number", "flows-2021.csv", "mine", "--theta", "four")]
    [InlineData("endless", "--theta: '1e999' is not a number", "flows-2021.csv", "mine", "--theta", "1e999")]
    [InlineData("unit", "million", "flows-2021.csv", "mine", "--unit", "miles")]
    public void What_cannot_be_done_is_said_at_once(string what, string message, params string[] arguments)
    {
        Assert.NotEmpty(what);
        Directory.CreateDirectory(_folder["taken/something"]);
        File.WriteAllText(_folder["flows-2021.csv"], Table);
        File.WriteAllText(_folder["flows.csv"], Table);
        _folder.Run(["world", "import", "long", .. arguments]).Refused(message);
    }

    [Fact]
    public void A_case_can_use_what_a_published_table_with_tariffs_becomes()
    {
        File.WriteAllText(_folder["figaro_24ed_2021.csv"], """
            icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue
            DE_C19,DE_C19,DE,C19,DE,C19,40
            DE_C19,DE_P3_S14,DE,C19,DE,P3_S14,80
            DE_C19,RU_C19,DE,C19,RU,C19,10
            DE_C19,RU_P3_S14,DE,C19,RU,P3_S14,20
            RU_C19,DE_C19,RU,C19,DE,C19,12
            RU_C19,DE_P3_S14,RU,C19,DE,P3_S14,18
            RU_C19,RU_C19,RU,C19,RU,C19,38
            RU_C19,RU_P3_S14,RU,C19,RU,P3_S14,82
            W2_D1,DE_C19,W2,D1,DE,C19,95
            W2_D21X31,DE_C19,W2,D21X31,DE,C19,3
            W2_D1,RU_C19,W2,D1,RU,C19,104
            W2_D21X31,RU_C19,W2,D21X31,RU,C19,-2

            """);
        File.WriteAllText(_folder["tariffs.csv"], "importer,exporter,sector,rate\nDE,RU,C19,5 %\nRU,DE,C19,0.1\n");
        File.WriteAllText(_folder["case.yaml"], "title: A ban\nworld: mine\ntarget: RU\ncoalition: [DE]\npackage:\n  - { kind: export-ban, sectors: [C19], coverage: 0.5 }\n");
        var outcome = _folder.Run("world", "import", "long", "figaro_24ed_2021.csv", "mine", "--theta", "4", "--tariffs", "tariffs.csv").Answered();
        Assert.Contains("samarkand: tariffs bring 4 million USD a year", outcome.Error, StringComparison.Ordinal);
        _folder.Run("world", "check", "mine").Answered();
        Assert.NotEmpty(_folder.Run("simulate", "case.yaml").Answered().Output);
    }

    [Fact]
    public void Nothing_is_written_where_a_case_could_not_use_it()
    {
        File.WriteAllText(_folder["flows-2021.csv"], Table + "ATA,c1,AAA,final,1.5\n");
        _folder.Run("world", "import", "long", "flows-2021.csv", "mine", "--theta", "4", "--balance").Refused("flows-2021.csv:10:1: origin: 'ATA' only sells");
        Assert.False(Directory.Exists(_folder["mine"]));
    }

    [Fact]
    public void No_temporary_folder_is_needed()
    {
        File.WriteAllText(_folder["flows-2021.csv"], Table);
        Assert.Equal(["Wrote mine"], _folder.Bash("TMPDIR=/there/is/none samarkand world import long flows-2021.csv mine --theta 4").Answered().Lines);
    }

    [Fact]
    public void A_merge_says_what_a_tag_and_a_bloc_no_longer_cover()
    {
        File.WriteAllText(_folder["r.csv"], "from,to\nDEU,X\nUSA,X\n");
        File.WriteAllText(_folder["s.csv"], "from,to\nc1,PRIM\nc2,PRIM\n");
        var error = _folder.Run("world", "aggregate", "wiod-2011", "mine", "--regions", "r.csv", "--sectors", "s.csv").Answered().Error;
        Assert.Contains("samarkand: the tag 'energy' is lost by 'PRIM'", error, StringComparison.Ordinal);
        Assert.Contains("samarkand: 'X' is not in the bloc 'EU': 1 of its 2 members are; so 'EU' in a case no longer covers DEU", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_world_holds()
    {
        File.WriteAllText(_folder["r.csv"], "from,to,name\n" + string.Concat(new[] { "AUT", "BEL", "DEU", "FRA" }.Select(code => $"{code},CORE,The core\n")));
        File.WriteAllText(_folder["s.csv"], "from,to\nc1,primary\nc2,primary\n");
        _folder.Run("world", "aggregate", "wiod-2011", "mine", "--regions", "r.csv", "--sectors", "s.csv").Answered();
        _folder.Run("world", "check", "mine").Answered();
        Assert.Equal(38 + 1, File.ReadAllLines(_folder["mine/regions.csv"]).Length);
        _folder.Run("world", "aggregate", "wiod-2011", "other").Refused("--regions: there is nothing to merge; give --regions MAP, --sectors MAP, or both");
    }

    [Fact]
    public void No_other_command_needs_what_imports_need()
    {
        // Without the manifest of its parts the program starts with those that are there.
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith("Cli.runtimeconfig.json", StringComparison.Ordinal)))
        {
            if (!Path.GetFileName(file).StartsWith("DuckDB", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("Samarkand.Import", StringComparison.Ordinal))
                File.Copy(file, Path.Combine(Directory.CreateDirectory(_folder["program"]).FullName, Path.GetFileName(file)));
        }

        Outcome Run(params string[] arguments) => Command.Finish(Command.Start(_folder.Path, Command.Dotnet, [_folder["program/Samarkand.Cli.dll"], .. arguments]));
        Run("simulate", "cases/west-russia-cut.yaml").Answered();
        Run("world", "import", "long", "--help").Answered();
        File.WriteAllText(_folder["flows-2021.csv"], Table);
        Assert.NotEqual(0, Run("world", "import", "long", "flows-2021.csv", "mine", "--theta", "4").Status);
    }
}
