using System.Collections.Immutable;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>What a state's revenue pays for, before and after.</summary>
public class CommitmentTests
{
    [Fact]
    public void Revenue_is_a_share_of_real_income_and_of_what_energy_exports_buy()
    {
        var revenue = StateRevenue.Of(0.3, 0.4, income: 1000, realIncome: 0.9, energyBefore: 200, energyAfter: 110, priceIndex: 1.1);
        Assert.Equal((380.0, 0.3 * 900 + 0.4 * 100), (revenue.Before, revenue.After), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Equal(10 * 310 / 380.0, revenue.InProportion(10), 1e-12);
        Assert.Equal((0.0, 30.0), (revenue.LastInLine(10), revenue.LastInLine(100)));
        Assert.Equal(10, new StateRevenue(100, 100).InProportion(10));
        Assert.Equal(10, new StateRevenue(100, 100).LastInLine(10));
    }

    [Fact]
    public void What_comes_last_goes_unpaid_first()
    {
        ImmutableArray<Commitment> all = [Of("bases", 30, 2), Of("subsidies", 50, 1), Of("peacekeepers", 10, 3), Of("loans", 10, 2)];
        var budget = CommitmentBudget.Pay(all, 70);
        Assert.Equal([("subsidies", 50.0), ("bases", 15.0), ("loans", 5.0), ("peacekeepers", 0.0)], budget.Payments.Select(payment => (payment.Commitment.Name, payment.Paid)));
        Assert.Equal(["peacekeepers", "bases", "loans"], budget.Unpaid.Select(payment => payment.Commitment.Name));
        Assert.Equal(30, budget.Transfer);
        Assert.Empty(CommitmentBudget.Pay(all, 70 + budget.Transfer).Unpaid);
        Assert.Equal(100, CommitmentBudget.Pay(all, -5).Transfer);
        Assert.Equal(0, CommitmentBudget.Pay(all, 1000).Transfer);

        static Commitment Of(string name, double cost, int priority) => new(new RegionName("RUS", false, new Place("test", 0, 0)), name, cost, priority, []);
    }
}
