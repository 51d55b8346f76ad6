using Samarkand.Model;

namespace Samarkand.Tests.Model;

/// <summary>Levels and changes of one state of the plain model.</summary>
internal sealed class PlainState(int n, int s)
{
    /// <summary>w, by region.</summary>
    public double[] Wage { get; } = new double[n];

    /// <summary>P, [sector, region].</summary>
    public double[,] Price { get; } = new double[s, n];

    /// <summary>c, [region, sector].</summary>
    public double[,] Cost { get; } = new double[n, s];

    /// <summary>g', [region, sector], where inputs are nested.</summary>
    public double[,] Added { get; } = new double[n, s];

    /// <summary>X', [sector, region].</summary>
    public double[,] Expenditure { get; } = new double[s, n];

    /// <summary>Y', [region, sector].</summary>
    public double[,] Output { get; } = new double[n, s];

    /// <summary>R', by region.</summary>
    public double[] Revenue { get; } = new double[n];

    /// <summary>I', by region.</summary>
    public double[] Income { get; } = new double[n];

    /// <summary>What is spent, by region: I' and what is lent to it.</summary>
    public double[] Spending { get; } = new double[n];

    /// <summary>X'_ij, [sector, origin, destination].</summary>
    public double[,,] Buyers { get; } = new double[s, n, n];

    /// <summary>M'_ij, [sector, origin, destination].</summary>
    public double[,,] Basic { get; } = new double[s, n, n];

    /// <summary>What conduits buy of their own services with their margins.</summary>
    public List<(int Region, int Sector, double Value)> Services { get; } = [];

    /// <summary>The state that an equilibrium reports.</summary>
    public static PlainState Of(Samarkand.Model.Equilibrium equilibrium)
    {
        var (n, s) = (equilibrium.Baseline.RegionCount, equilibrium.Baseline.SectorCount);
        var state = new PlainState(n, s);
        var flows = Samarkand.Model.TradeFlows.Of(equilibrium);
        var costs = equilibrium.Costs();
        for (var j = 0; j < n; j++)
        {
            state.Spending[j] = equilibrium.Spending[j];
            (state.Wage[j], state.Revenue[j], state.Income[j]) = (equilibrium.Wages[j], equilibrium.Revenues[j], equilibrium.Incomes[j]);
            for (var k = 0; k < s; k++)
            {
                (state.Price[k, j], state.Expenditure[k, j]) = (equilibrium.Prices[k * n + j], equilibrium.Expenditures[k * n + j]);
                (state.Output[j, k], state.Cost[j, k]) = (equilibrium.Outputs[j * s + k], costs[j * s + k]);
                for (var i = 0; i < n; i++)
                {
                    var cell = (k * n + i) * n + j;
                    (state.Buyers[k, i, j], state.Basic[k, i, j]) = (flows.Buyers[cell], flows.Basic[cell]);
                }
            }
        }

        return state;
    }

    /// <summary>The same state in other units of money.</summary>
    public PlainState Over(double unit)
    {
        var state = new PlainState(n, s);
        for (var j = 0; j < n; j++)
        {
            state.Spending[j] = Spending[j] / unit;
            (state.Wage[j], state.Revenue[j], state.Income[j]) = (Wage[j] / unit, Revenue[j] / unit, Income[j] / unit);
            for (var k = 0; k < s; k++)
            {
                (state.Price[k, j], state.Cost[j, k]) = (Price[k, j] / unit, Cost[j, k] / unit);
                (state.Expenditure[k, j], state.Output[j, k]) = (Expenditure[k, j] / unit, Output[j, k] / unit);
                for (var i = 0; i < n; i++)
                    (state.Buyers[k, i, j], state.Basic[k, i, j]) = (Buyers[k, i, j] / unit, Basic[k, i, j] / unit);
            }
        }

        return state;
    }
}
