using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Holds an equilibrium's public figures against each equation of the plain model.</summary>
internal static class PlainCheck
{
    public static void Holds(PlainEconomy economy, Samarkand.Model.Equilibrium equilibrium, Closure closure, double tolerance = 1e-8)
    {
        var model = new PlainModel(economy, equilibrium.Shock, closure);
        var state = PlainState.Of(equilibrium);
        var right = model.RightHandSides(state);
        var wedges = 0.0;
        Assert.Equal(1, model.Unit(state), tolerance);
        for (var j = 0; j < economy.N; j++)
        {
            var scale = economy.ValueAdded[j];
            Near(right.Wage[j], state.Wage[j], 1, "clearing", j);
            Near(right.Income[j], state.Income[j], scale, "income", j);
            Near(right.Spending[j], state.Spending[j], scale, "spending", j);
            Near(right.Revenue[j], state.Revenue[j], scale, "revenue", j);
            Near(model.RealIncome(state, j), equilibrium.RealIncome(new Region(j)), 1, "real income", j);
            for (var s = 0; s < economy.S; s++)
            {
                Near(right.Cost[j, s], state.Cost[j, s], 1, "cost", j);
                if (right.Expenditure[s, j] > 0)
                    Near(right.Price[s, j], state.Price[s, j], 1, "price", j);
                Near(right.Expenditure[s, j], state.Expenditure[s, j], scale, "demand", j);
                Near(right.Output[j, s], state.Output[j, s], scale, "output", j);
                var sum = 0.0;
                for (var i = 0; i < economy.N; i++)
                {
                    Near(right.Buyers[s, i, j], state.Buyers[s, i, j], scale, "share", j);
                    Near(right.Basic[s, i, j], state.Basic[s, i, j], scale, "basic flow", j);
                    sum += state.Buyers[s, i, j];
                    wedges += state.Buyers[s, i, j] - state.Basic[s, i, j];
                }

                Near(state.Expenditure[s, j], sum, scale, "shares that sum to one", j);
            }
        }

        Near(wedges - right.Services.Sum(service => service.Value), state.Revenue.Sum(), economy.ValueAdded.Sum(), "money received and paid", 0);

        void Near(double expected, double actual, double scale, string equation, int region) =>
            Assert.True(Math.Abs(expected - actual) <= tolerance * scale, FormattableString.Invariant($"{equation} in region {region}: {expected:r} and {actual:r}"));
    }
}
