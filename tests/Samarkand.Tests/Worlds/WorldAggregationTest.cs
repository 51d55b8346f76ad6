using CsCheck;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

public class WorldAggregationTest
{
    private const string Everything = "from,to,name\nAAA,X,Both\nBBB,X,\n";

    [Fact]
    public void FlowsAreAddedUp()
    {
        using var folder = new SmallFolder();
        var (world, notes) = Aggregate(folder, Everything, "from,to\nc1,s\nc2,s\n");
        Assert.Equal([new RegionInfo("X", "Both") { Parts = ["AAA", "BBB"] }, new RegionInfo("ROW", "Rest of the world", true)], world.Regions);
        Assert.Equal<double>([290, 5, 5, 140], world.Trade.ToArray());
        Assert.Equal<double>([30, 0], world.Inputs.ToArray());
        Assert.Equal<double>([265, 145], world.Final.ToArray());
        Assert.Equal("merged", world.About.Name);
        Assert.Equal(["goods", "energy", "services"], notes.Select(note => note.Split('\'')[1]));
    }

    [Fact]
    public void WithoutAMapEverythingStays()
    {
        using var folder = new SmallFolder();
        var world = WorldFolder.Read(folder.Path);
        var (same, _) = WorldAggregation.Aggregate(world, null, null, "small");
        Assert.Equal(world.Trade, same.Trade);
        Assert.Equal(world.Inputs, same.Inputs);
        Assert.Equal(world.Final, same.Final);
        Assert.Equal(world.Elasticities, same.Elasticities);
        Assert.Equal(world.Regions, same.Regions);
    }

    [Fact]
    public void ElasticitiesAreWeightedByTradeBetweenRegions()
    {
        using var folder = new SmallFolder();
        // Between regions: c1 20 and 10, c2 5 and 5.
        var expected = (30 * 5.5 + 10 * 4) / 40;
        Assert.Equal(expected, Aggregate(folder, null, "from,to\nc1,s\nc2,s\n").World.Elasticities[0], 1e-12);
    }

    [Fact]
    public void AGroupKeepsTheTagsThatAllItsMembersHave()
    {
        using var folder = new SmallFolder();
        folder.Edit("sectors.csv", "c2,Services,services", "c2,Services,services;energy");
        Assert.Equal(["energy"], Aggregate(folder, null, "from,to,name\nc1,s,All of it\nc2,s,All of it\n").World.Sectors.Single().Tags);
    }

    [Fact]
    public void WhatATagNoLongerCoversIsSaid()
    {
        using var folder = new SmallFolder();
        folder.Edit("sectors.csv", "c2,Services,services", "c2,Services,services;energy");
        Assert.Equal(
            [
                "the tag 'goods' is lost by 's', since not all members have it: no sector has it any more",
                "the tag 'services' is lost by 's', since not all members have it: no sector has it any more",
            ],
            Aggregate(folder, null, "from,to\nc1,s\nc2,s\n").Notes);

        var world = WorldCatalog.Open("wiod-2011");
        File.WriteAllText(folder["s.csv"], "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\n");
        var (merged, notes) = WorldAggregation.Aggregate(world, null, folder["s.csv"], "merged");
        var n = world.Regions.Length;
        double Output(string code) => world.Trade.Slice(Enumerable.Range(0, world.Sectors.Length).First(s => world.Sectors[s].Code == code) * n * n, n * n).ToArray().Sum();
        var expected = FormattableString.Invariant($"the tag 'energy' is lost by 'PRIM', since not all members have it: in a case it no longer covers c2, {100 * Output("c2") / (Output("c2") + Output("c8")):F0} percent of the output that it covered");
        Assert.Contains(expected, notes);
        Assert.Contains(expected, merged.About.Rules);
        Assert.DoesNotContain(notes, note => note.Contains("'goods'", StringComparison.Ordinal));
    }

    [Fact]
    public void ABlocThatIsLeftWithoutMembersIsSaid()
    {
        using var folder = new SmallFolder();
        var (_, notes) = Aggregate(folder, "from,to\nAAA,X\nROW,X\nBBB,X\n", null);
        Assert.Equal(["the bloc 'AB' has no member any more, since AAA, BBB are parts of regions with others: a case that names it names nobody"], notes);
    }

    [Fact]
    public void BlocsAreCut()
    {
        using var folder = new SmallFolder();
        var (whole, none) = Aggregate(folder, Everything, null);
        Assert.Equal([new Region(0)], whole.Blocs[0].Members);
        Assert.Empty(none);
        var (part, notes) = Aggregate(folder, "from,to\nBBB,ROW\n", null);
        Assert.Equal([new Region(0)], part.Blocs[0].Members);
        Assert.Equal(["'ROW' is not in the bloc 'AB': 1 of its 2 members are; so 'AB' in a case no longer covers BBB"], notes);
        var (taken, said) = Aggregate(folder, "from,to\nAAA,AB\nBBB,AB\n", null);
        Assert.Equal("NONE", taken.Blocs.Single().Code);
        Assert.Equal(["the bloc 'AB' is left out: a region has its code now"], said);
    }

    [Fact]
    public void TheRestKeepsItsMark()
    {
        using var folder = new SmallFolder();
        var (world, _) = Aggregate(folder, "from,to\nBBB,ROW\n", null);
        Assert.Equal(new RegionInfo("ROW", "Rest of the world", true) { Parts = ["BBB", "ROW"] }, world.Regions[1]);
    }

    [Fact]
    public void EveryMergedWorldBalancesAndKeepsItsRevenue() => RandomWorld.Balanced.Sample(world =>
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["r.csv"], "from,to\n" + string.Concat(world.Regions.Skip(1).Select(region => $"{region.Code},R0\n")));
        var (merged, _) = WorldAggregation.Aggregate(world, folder["r.csv"], null, "merged");
        Assert.True(WorldBalance.Of(merged).LargestGap < 1e-9);
        Assert.Equal(Revenue(world), Revenue(merged), 1e-9 * (1 + Math.Abs(Revenue(world))));
    });

    [Fact]
    public void MergingSectorsThatAreAlikeChangesNoResult()
    {
        // Twins of one sector, at half of everything, merge to a world that answers the same.
        using var folder = new SmallFolder();
        var world = WorldFolder.Read(folder.Path);
        var (n, s) = (3, 2);
        var (trade, inputs, final) = (new double[2 * s * n * n], new double[n * 4 * s * s], new double[n * 2 * s]);
        for (var f = 0; f < trade.Length; f++)
            trade[f] = world.Trade[f / 2 / (n * n) * n * n + f % (n * n)] / 2;
        for (var f = 0; f < inputs.Length; f++)
            inputs[f] = world.Inputs[f / (16) * 4 + f / 4 % 4 / 2 * 2 + f % 4 / 2] / 4;
        for (var f = 0; f < final.Length; f++)
            final[f] = world.Final[f / 4 * 2 + f % 4 / 2] / 2;
        var twins = new World(
            world.About,
            world.Regions,
            [.. Enumerable.Range(0, 4).Select(k => new SectorInfo($"k{k}", "twin", []))],
            world.Blocs,
            trade,
            null,
            inputs,
            final,
            [5.5, 5.5, 4, 4]);
        File.WriteAllText(folder["s.csv"], "from,to\nk0,c1\nk1,c1\nk2,c2\nk3,c2\n");
        var (merged, _) = WorldAggregation.Aggregate(twins, null, folder["s.csv"], "merged");
        Assert.Equal(world.Trade, merged.Trade);
        var (before, after) = (Welfare(twins, 2), Welfare(merged, 1));
        Assert.True(before[1] < 0.999);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [InlineData("AAX,X,", "r.csv:2:1: from: unknown region 'AAX'; did you mean 'AAA'?")]
    [InlineData("AAA,X,\nAAA,Y,", "r.csv:3:1: from: 'AAA' stands twice, first on line 2; remove or rename one of the two")]
    [InlineData("AAA,,", "r.csv:2:5: to: is empty; write the code of the group that it becomes part of")]
    [InlineData("AAA,all,", "r.csv:2:5: to: 'all' is reserved: in a case it means everything; give the group another code")]
    [InlineData("AAA,X,One\nBBB,X,Two", "r.csv:3:7: name: 'Two' is not the name that 'X' has on line 2; a group has one name")]
    public void MistakesInAMapAreReported(string rows, string expected)
    {
        using var folder = new SmallFolder();
        var mistakes = Assert.Throws<InputException>(() => Aggregate(folder, "from,to,name\n" + rows + "\n", null));
        Assert.Equal([expected], mistakes.Problems.Select(problem => problem.ToString().Replace(folder.Path + "/", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void ASectorIsNotCalledAsATag()
    {
        using var folder = new SmallFolder();
        Assert.Contains("to: 'services' is also a tag of a sector", Assert.Throws<InputException>(() => Aggregate(folder, null, "from,to\nc1,services\n")).Message);
    }

    private static (World World, System.Collections.Immutable.ImmutableArray<string> Notes) Aggregate(SmallFolder folder, string? regions, string? sectors)
    {
        string? Write(string name, string? text)
        {
            if (text is not null)
                File.WriteAllText(folder[name], text);
            return text is null ? null : folder[name];
        }

        return WorldAggregation.Aggregate(WorldFolder.Read(folder.Path), Write("r.csv", regions), Write("s.csv", sectors), "merged");
    }

    private static double[] Welfare(World world, int twins)
    {
        var flows = new FlowBlock([new Region(0)], [new Region(1)], [.. Enumerable.Range(0, twins).Select(k => new Sector(k))]);
        var solved = Solver.For(Baseline.Of(world, Horizon.Long)).Solve(new Shock { Costs = [new CostChange(flows, 1.5)] });
        return [.. Enumerable.Range(0, world.Regions.Length).Select(region => solved.RealIncome(new Region(region)))];
    }

    private static double Revenue(World world)
    {
        var revenue = 0.0;
        for (var f = 0; f < world.Tariffs.Length; f++)
            revenue += world.Trade[f] * world.Tariffs[f];
        return revenue;
    }
}
