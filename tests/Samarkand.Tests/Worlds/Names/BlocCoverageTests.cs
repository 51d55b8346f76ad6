using Samarkand.Cases;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds.Names;

/// <summary>What a world holds of a bloc, of the members that are known and of those that merges took.</summary>
public class BlocCoverageTests
{
    [Theory]
    [InlineData("samarkand-2021", "EU", null)]
    [InlineData("samarkand-2021", "NATO", "NATO covers 27 of its 30 members in samarkand-2021: without ALB (Albania, inside ROW), MKD (North Macedonia, inside ROW) and MNE (Montenegro, inside ROW)")]
    [InlineData("wiod-2011", "EU", "EU covers 26 of its 27 members in wiod-2011: without HRV (Croatia, inside ROW)")]
    [InlineData("wiod-2011", "G7", null)]
    [InlineData("wiod-2011", "SCO", "SCO covers 3 of its 8 members in wiod-2011: without KAZ (Kazakhstan, inside ROW), KGZ (Kyrgyzstan, inside ROW), PAK (Pakistan, inside ROW), TJK (Tajikistan, inside ROW) and UZB (Uzbekistan, inside ROW)")]
    public void A_world_without_some_of_the_members_says_so(string name, string bloc, string? text)
    {
        var world = WorldCatalog.Open(name);

        Assert.Equal(text, world.Names.Coverage(world.Blocs.Single(one => one.Code == bloc))?.Text);
    }

    [Theory]
    [InlineData("alpha-2", "DE and FR")]
    [InlineData("names", "Germany and France")]
    public void So_does_one_with_other_labels(string kind, string held)
    {
        var world = NamedWorlds.Make(kind);

        Assert.Equal($"EU covers 2 of its 27 members in small-2020: {held} alone", world.Names.Coverage(world.Blocs.Single(bloc => bloc.Code == "EU"))!.Text);
    }

    [Theory]
    [InlineData(new int[0], "EU has no member in small-2020: DEU is held as DE but not as a member and FRA is held as FR but not as a member")]
    [InlineData(new[] { 2 }, "EU covers 1 of its 27 members in small-2020: DE alone")]
    public void A_bloc_that_leaves_out_what_the_world_holds_says_so(int[] members, string text)
    {
        var world = NamedWorlds.Make("alpha-2");
        var cut = new World(
            world.About, world.Regions, world.Sectors, [new Bloc("EU", "European Union", [.. members.Select(member => new Region(member))])],
            world.Trade.ToArray(), null, world.Inputs.ToArray(), world.Final.ToArray(), world.Elasticities.ToArray());
        BoundCase Bind() => Yaml.Bind("title: t\ntarget: RU\ncoalition: [US, EU]\npackage: [{ kind: tariff, rate: 0.1 }]\n", cut);

        Assert.Equal(text, members.Length == 0 ? Yaml.Problem(() => Bind()).Message : Assert.Single(Bind().CoversLess));
    }

    [Fact]
    public void A_merge_that_keeps_a_bloc_whole_takes_nothing_from_it()
    {
        var bound = Merge("wiod-2011", "from,to,name\nDEU,CORE,Core\nFRA,CORE,\nITA,CORE,\n", null, "coalition: [EU, G7]");

        Assert.Equal(["EU covers 26 of its 27 members in merged: without HRV (Croatia, inside ROW)"], bound.CoversLess);
        Assert.Contains("CORE", bound.Coalition.Select(region => bound.World.Regions[region.Index].Code));
    }

    [Fact]
    public void A_merge_that_takes_members_from_a_bloc_is_told_wherever_it_is_named()
    {
        var bound = Merge("samarkand-2021", "from,to,name\nDEU,DACH,\nAUT,DACH,\nCHE,DACH,\n", null, "coalition: [EU]");

        Assert.Equal(["EU covers 25 of its 27 members in merged: without AUT (Austria, inside DACH) and DEU (Germany, inside DACH)"], bound.CoversLess);
    }

    [Fact]
    public void A_bloc_of_which_nothing_is_left_is_an_error()
    {
        var problem = Yaml.Problem(() => Merge("samarkand-2021", "from,to,name\nARM,CAS,\nBLR,CAS,\nKAZ,CAS,\nKGZ,CAS,\nGEO,CAS,\n", null, "coalition: [EU, EAEU]", target: "CHN", then: "from,to\nRUS,CAS\n"));

        Assert.StartsWith("EAEU has no member in merged: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("is inside CAS", problem.Message, StringComparison.Ordinal);
        Assert.Contains("write EAEU? to leave it out", problem.Hint, StringComparison.Ordinal);
        Assert.Equal(["EAEU"], Merge("samarkand-2021", "from,to,name\nARM,CAS,\nBLR,CAS,\nKAZ,CAS,\nKGZ,CAS,\nRUS,CAS,\nGEO,CAS,\n", null, "coalition: [EU, EAEU?]", target: "CHN").LeftOut);
    }

    [Fact]
    public void A_merged_region_is_named_to_who_asks_for_a_part_of_it()
    {
        var problem = Yaml.Problem(() => Merge("samarkand-2021", "from,to,name\nDEU,DACH,\nAUT,DACH,\nCHE,DACH,\n", null, "coalition: [Germany]"));

        Assert.Equal("Germany (DEU) is inside DACH in merged", problem.Message);
        Assert.StartsWith("name DACH, or write Germany?", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_only_changed_its_code_is_found_by_the_old_one() =>
        Assert.Equal("R", At(Merge("samarkand-2021", "from,to,name\nRUS,R,Russland\nDEU,D,\n", null, "coalition: [EU]"), bound => bound.Target));

    [Fact]
    public void A_bloc_of_the_users_own_loses_members_too()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["r.csv"], "from,to\nBBB,ROW\n");
        var (merged, _) = WorldAggregation.Aggregate(WorldFolder.Read(folder.Path), folder["r.csv"], null, "merged");

        Assert.Equal(["BBB"], merged.Blocs[0].Lost);
        Assert.Equal("AB covers 1 of its 2 members in merged: without BBB (inside ROW)", merged.Names.Coverage(merged.Blocs[0])!.Text);
    }

    [Fact]
    public void Of_a_merged_world_that_does_not_say_what_it_merged_nobody_can_tell()
    {
        var world = SmallWorld.Make();
        var older = new World(
            world.About, [new("EUR", "Europe"), .. world.Regions.Skip(1)], world.Sectors, [new Bloc("EU", "European Union", [new Region(0)])],
            world.Trade.ToArray(), null, world.Inputs.ToArray(), world.Final.ToArray(), world.Elasticities.ToArray());

        Assert.Null(older.Names.Coverage(older.Blocs[0]));
    }

    [Fact]
    public void A_tag_that_a_merge_took_from_a_sector_is_told()
    {
        var bound = Merge("wiod-2011", null, "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\n", "coalition: [USA]", sectors: "energy");

        Assert.Equal(["`energy` leaves out PRIM (Primary, merged of c1 and c2) in merged, since only a part of it had that tag before the merge"], bound.CoversLess);
        Assert.Empty(Merge("wiod-2011", null, "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\n", "coalition: [USA]", sectors: "goods").CoversLess);
    }

    [Fact]
    public void The_sectors_that_a_case_need_not_name_are_told_as_well() =>
        Assert.Contains("`goods` leaves out ALL", Assert.Single(Merge("wiod-2011", null, "from,to,name\nc14,ALL,\nc28,ALL,\n", "coalition: [USA]").CoversLess), StringComparison.Ordinal);

    [Fact]
    public void A_tag_of_which_nothing_is_left_is_an_error()
    {
        var problem = Yaml.Problem(() => Merge("wiod-2011", null, "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\nc8,CHEM,\nc9,CHEM,\n", "coalition: [USA]", sectors: "energy"));

        Assert.Equal("no sector of merged has the tag `energy` any more: only a part of PRIM (Primary, merged of c1 and c2) and CHEM (CHEM, merged of c8 and c9) had it before the merge", problem.Message);
        Assert.Contains("PRIM or CHEM", problem.Hint, StringComparison.Ordinal);
        Assert.Equal("c2 is inside PRIM (Primary) in merged", Yaml.Problem(() => Merge("wiod-2011", null, "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\n", "coalition: [USA]", sectors: "c2")).Message);
    }

    /// <summary>A case bound to a merged world that was written to a folder and read again.</summary>
    private static BoundCase Merge(string name, string? regions, string? sectorMap, string coalition, string? sectors = null, string target = "RUS", string? then = null)
    {
        using var folder = new TemporaryFolder();
        var merged = Merged(WorldCatalog.Open(name), regions, sectorMap, folder);
        if (then is not null)
            merged = Merged(merged, then, null, folder);
        WorldFolder.Write(merged, folder["merged"], BigTableFormat.Csv);
        var read = WorldFolder.Read(folder["merged"]);
        SameWorld.Assert(merged, read);
        SameWorld.Assert(merged, BinaryWorld.Read(BinaryWorld.Write(merged), "merged"));
        return Yaml.Bind($"title: t\ntarget: {target}\n{coalition}\npackage: [{{ kind: import-ban, coverage: 0.5{(sectors is null ? "" : $", sectors: [{sectors}]")} }}]\n", read);
    }

    private static World Merged(World world, string? regions, string? sectors, TemporaryFolder folder) =>
        WorldAggregation.Aggregate(world, Map(regions, folder["r.csv"]), Map(sectors, folder["s.csv"]), "merged").World;

    private static string? Map(string? rows, string path)
    {
        if (rows is not null)
            File.WriteAllText(path, rows);
        return rows is null ? null : path;
    }

    private static string At(BoundCase bound, Func<BoundCase, Region> region) => bound.World.Regions[region(bound).Index].Code;
}
