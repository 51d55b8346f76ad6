using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>Every number says where it comes from; ties are dated.</summary>
public class ProvenanceTest
{
    private static readonly World World = WorldCatalog.Open("samarkand-2021");

    [Fact]
    public void EveryPairAndEveryCostStructureHasAnOrigin()
    {
        var provenance = World.Provenance!;
        var (n, s) = (World.Regions.Length, World.Sectors.Length);

        Assert.Equal(n * (n - 1), provenance.Pairs.Select(pair => (pair.Origin, pair.Destination)).Distinct().Count());
        Assert.Equal(n * s, provenance.Technologies.Select(technology => (technology.Region, technology.Sector)).Distinct().Count());
        Assert.All(provenance.Pairs.SelectMany(pair => (string[])[pair.Goods, pair.Profile, pair.Services]), AssertKind);
        Assert.All(provenance.Technologies, technology => AssertKind(technology.Source));
    }

    [Fact]
    public void WhatCustomsRecordedIsObserved()
    {
        var pairs = World.Provenance!.Pairs;

        Assert.Equal("observed:russian-customs", pairs.Single(pair => pair is { Origin: "CHN", Destination: "RUS" }).Goods);
        Assert.Equal("observed:national-table-KGZ", pairs.Single(pair => pair is { Origin: "CHN", Destination: "KGZ" }).Goods);
        Assert.Equal("scaled:eurostat-eu27", pairs.Single(pair => pair is { Origin: "DEU", Destination: "TUR" }).Goods);
        Assert.Equal(("scaled:icio", "observed:icio"), pairs.Where(pair => pair is { Origin: "HKG", Destination: "USA" }).Select(pair => (pair.Goods, pair.Profile)).Single());
        Assert.Equal("corrected", pairs.Single(pair => pair is { Origin: "CHN", Destination: "RUS" }).Kind);
    }

    [Fact]
    public void AProfileShowsAnEconomy()
    {
        var kyrgyzstan = World.Regions.Select(region => region.Code).ToList().IndexOf("KGZ");
        var tables = RegionProfile.Of(World, new Region(kyrgyzstan), World.Provenance!);

        Assert.Equal(["profile", "sectors", "partners"], tables.Select(table => table.Name));
        Assert.Equal(World.Sectors.Length, tables[1].RowCount);
        Assert.Equal("RUS", ((TextColumn)tables[2].Columns[0]).Values[0]);
        Assert.Contains("imputed:wiod-IND", ((TextColumn)tables[1].Columns[6]).Values);
        Assert.Equal(9249.1, ((NumberColumn)tables[0].Columns[1]).Values[0], 0.1);
    }

    [Fact]
    public void AWorldWithoutProvenanceHasAProfileToo() =>
        Assert.Equal(7, RegionProfile.Of(WorldCatalog.Open("wiod-2011"), new Region(0), null)[0].RowCount);

    [Fact]
    public void DistancesAreShownBySource()
    {
        var tables = OfficialTables.Of(World.OfficialFigures);

        Assert.Contains("russian-customs", ((TextColumn)tables[0].Columns[0]).Values);
        Assert.Equal(("EU", "RUS"), (((TextColumn)tables[1].Columns[0]).Values[0], ((TextColumn)tables[1].Columns[1]).Values[0]));
    }

    [Theory]
    [InlineData("CSTO", "defence", "ARM BLR KAZ KGZ RUS TJK")]
    [InlineData("EAEU", "customs-union", "ARM BLR KAZ KGZ RUS")]
    [InlineData("SCO", "consultation", "CHN IND KAZ KGZ PAK RUS TJK UZB")]
    [InlineData("CHN-RUS", "consultation", "CHN RUS")]
    public void MembershipsAreThoseOfSeptember2022(string organisation, string obligation, string members)
    {
        var ties = World.Ties.Where(tie => tie.Kind == "membership" && tie.With == organisation).ToArray();

        Assert.Equal(members.Split(' '), ties.Select(tie => tie.Region).Order(StringComparer.Ordinal));
        Assert.All(ties, tie => Assert.Equal(obligation, tie.Obligation));
        Assert.All(ties, tie => Assert.True(string.CompareOrdinal(tie.Date, "2022-09-30") < 0));
    }

    [Fact]
    public void MembershipsAgreeWithTheBlocs()
    {
        var memberships = World.Ties.Where(tie => tie.Kind == "membership").ToLookup(tie => tie.With, tie => tie.Region);
        foreach (var bloc in World.Blocs)
            Assert.Equal(bloc.Members.Select(member => World.Regions[member.Index].Code).Order(StringComparer.Ordinal), memberships[bloc.Code].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void VotesAndDebtsAreThere()
    {
        var ties = World.Ties;

        Assert.True(Value(ties, "ideal-point", "USA") > Value(ties, "ideal-point", "CHN"));
        Assert.InRange(Value(ties, "lending", "KGZ"), 0.1, 1.5);
        Assert.All(ties, tie => Assert.NotEmpty(tie.Source));
    }

    [Theory]
    [InlineData("USA", "yes")]
    [InlineData("TUR", "yes")]
    [InlineData("CHN", "abstain")]
    [InlineData("KAZ", "abstain")]
    [InlineData("ARM", "no")]
    [InlineData("RUS", "no")]
    public void TheVoteOnCrimeaIsThatOfTheAssembly(string state, string vote)
    {
        Assert.Equal(vote, RollCall.Vote(Value(World.Ties, "roll-call", state)));
        Assert.DoesNotContain(World.Ties, tie => tie.Kind == "roll-call" && (tie.Region is "KGZ" or "TWN"));
    }

    private static double Value(IEnumerable<Tie> ties, string kind, string region) => ties.Single(tie => tie.Kind == kind && tie.Region == region).Value!.Value;

    private static void AssertKind(string entry) => Assert.Contains(entry.Split(':')[0], (string[])["observed", "corrected", "scaled", "imputed"]);
}
