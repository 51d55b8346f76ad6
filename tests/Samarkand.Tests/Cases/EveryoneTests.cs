using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Where an instrument names its sides, <c>all</c> stands for every region.</summary>
public class EveryoneTests
{
    private const int Usa = 4;

    private static readonly Region[] Everyone = [.. Enumerable.Range(0, 6).Select(r => new Region(r))];

    [Fact]
    public void All_sell_and_all_buy()
    {
        var from = Assert.Single(Yaml.Bind(Yaml.WithPackage("{ kind: trade-cost, factor: 2, from: all, to: RUS }")).Shock.Costs).Flows;
        var to = Yaml.Bind(Yaml.WithPackage("{ kind: tariff, rate: 0.1, from: [RUS], to: [all], both: true }")).Shock.Tariffs;

        Assert.Equal(Everyone, from.Origins);
        Assert.Equal([new Region(0)], from.Destinations);
        Assert.Equal([Everyone.Length, 1], to.Select(change => change.Flows.Destinations.Length));
    }

    /// <summary>The same as every region by name.</summary>
    [Fact]
    public void All_are_all_regions_by_name()
    {
        var all = Yaml.Bind(Yaml.WithPackage("{ kind: export-ban, coverage: 0.5, from: all, to: all }"));
        var named = Yaml.Bind(Yaml.WithPackage("{ kind: export-ban, coverage: 0.5, from: [RUS, SCO, EU, USA, ROW], to: [CHN, RUS, DEU, FRA, USA, ROW] }"));

        Assert.Equal(named.Shock.Costs[0].Flows.Origins, all.Shock.Costs[0].Flows.Origins);
        Assert.Equal(named.Shock.Costs[0].Flows.Destinations, all.Shock.Costs[0].Flows.Destinations);
    }

    [Fact]
    public void Nobody_pays_itself()
    {
        var transfer = Yaml.Bind(Yaml.WithPackage("{ kind: transfer, amount: 5 bn USD, from: all, to: RUS }")).Shock.Payments;
        var stop = Yaml.Bind(Yaml.WithPackage("{ kind: investment-stop, amount: 5 bn USD, from: USA, to: all }")).Shock.Payments;
        var freeze = Yaml.Bind(Yaml.WithPackage("{ kind: asset-freeze, amount: 5 bn USD, holders: all }")).Shock.Payments;

        Assert.Equal(Everyone.Skip(1), transfer.Select(payment => payment.From));
        Assert.Equal(5000, transfer.Sum(payment => payment.Amount), 1e-9);
        Assert.Equal(Everyone.Where(region => region.Index != Usa), stop.Select(payment => payment.From));
        Assert.Equal(Everyone.Skip(1), freeze.Select(payment => payment.To));
    }

    [Theory]
    [InlineData("¦{ kind: transfer, amount: 5 bn USD, from: all, to: all }", "money from all to all moves nothing")]
    [InlineData("¦{ kind: tariff, rate: 0.1, from: all, to: all, both: true }", "`both: true` would act twice")]
    [InlineData("{ kind: supply, discount: 0.1, paid-by: ¦all }", "unknown region or bloc `all`")]
    public void What_all_cannot_mean_is_told(string instrument, string message)
    {
        var problem = Yaml.Problem(() => Yaml.Bind(Yaml.WithPackage(instrument.Replace("¦", "", StringComparison.Ordinal))));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(instrument.IndexOf('¦') + 5, problem.Column);
    }

    [Fact]
    public void All_may_stand_in_what_does_not_act() => Yaml.Bind(Yaml.With(
        "players: [{ region: CHN, means: [{ kind: transfer, amount: 1 bn USD, from: all }, { kind: supply, discount: 0.1, to: all }] }]\n"));
}
