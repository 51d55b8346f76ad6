using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>The EU without Russian energy, where energy is hard to replace: the size of it, and who is exposed. No parameter was chosen by it.</summary>
public class EnergyStopTests
{
    private static readonly string[] MostExposed = ["LTU", "BGR", "SVK", "FIN", "CZE", "HUN"];

    [Fact]
    public void Germany_loses_within_the_range_of_the_studies_and_less_with_time()
    {
        var bound = ShippedCases.Read("eu-russia-energy.yaml").BindTo(WorldCatalog.Open("samarkand-2021"));
        var (now, later) = (CaseAnswer.Solve(bound, Horizon.Short, TestContext.Current.CancellationToken), CaseAnswer.Solve(bound, Horizon.Long, TestContext.Current.CancellationToken));
        Assert.NotNull(now.Equilibrium.Baseline.Nesting);
        Assert.InRange(Loss(now, "DEU"), 0.3, 3);
        Assert.InRange(Loss(later, "DEU") / Loss(now, "DEU"), 0.05, 0.6);
        Assert.All(MostExposed, state => Assert.True(Loss(now, state) > Loss(later, state) && Loss(later, state) > 0, state));
    }

    /// <summary>Where gas hardly adapts within a year, connected states share what can arrive of it.</summary>
    [Fact]
    public void With_elasticities_by_sector_all_of_the_exposed_lose_and_none_of_them_everything()
    {
        var bound = CaseSource.FromFile(Path.Combine(ShippedCases.Folder, "eu-russia-energy.yaml"), "adjustment=by-sector").Case.BindTo(WorldCatalog.Open("samarkand-2021"));
        var (now, later) = (CaseAnswer.Solve(bound, Horizon.Short, TestContext.Current.CancellationToken), CaseAnswer.Solve(bound, Horizon.Long, TestContext.Current.CancellationToken));
        Assert.Equal((2, 0), (now.Case.Gas!.Pools.Length, later.Case.Gas!.Pools.Length));
        Assert.InRange(Loss(now, "DEU"), 0.3, 3);
        Assert.All(MostExposed.Append("LVA").Append("EST"), state => Assert.InRange(Loss(now, state), 0.01, 15));
        Assert.All(MostExposed.Append("DEU"), state => Assert.InRange(Loss(later, state) / Loss(now, state), 0.05, 0.6));
    }

    private static double Loss(CaseAnswer answer, string state) => -answer.Effects.Regions[answer.Case.World.Find(state)!.Value.Index].RealIncomePct;
}
