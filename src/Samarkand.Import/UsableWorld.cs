using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Whether a case can use a world: its sums agree, every region earns and spends, and the model solves it without a shock.</summary>
internal static class UsableWorld
{
    /// <summary>As exact as <c>world check</c> asks for.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>What to do with a region that buys nothing.</summary>
    public static readonly string Advice = $"add rows of what its households buy; or give it the code of a larger region of which it is a part; or remove its rows; where they hold value added or taxes, name their codes with {new Parameter("primary")}";

    /// <exception cref="InputException">It cannot be used: why, and what to do.</exception>
    public static void Require(World world, string source, ProblemList problems, CancellationToken cancellation)
    {
        Spending(world, source, problems);
        problems.ThrowIfAny();
        BalanceProblems.Report(world, source, problems);
        problems.ThrowIfAny();
        try
        {
            Solver.For(Baseline.Of(world, Horizon.Long)).Solve(Shock.None, tolerance: Tolerance, cancellation: cancellation);
        }
        catch (Exception failure) when (failure is NoEquilibriumException or InputException)
        {
            problems.Add(source, 0, 0, $"its flows are no equilibrium of the model, so no case could use them: {failure.Message}", "look at the region and sector named; merge them with others, or correct their rows");
        }

        problems.ThrowIfAny();
    }

    /// <summary>A region without income has no place in the model, and neither has one that earns nothing.</summary>
    private static void Spending(World world, string source, ProblemList problems)
    {
        var sums = WorldSums.Of(world);
        var s = world.Sectors.Length;
        for (var region = 0; region < world.Regions.Length; region++)
        {
            var (final, bought, sold) = (0.0, 0.0, 0.0);
            for (var sector = 0; sector < s; sector++)
            {
                final += world.Final[region * s + sector];
                bought += sums.Expenditure[region * s + sector];
                sold += sums.Output[region * s + sector];
            }

            if (final > 0)
                continue;
            problems.Add(
                source,
                0,
                0,
                FormattableString.Invariant($"region '{world.Regions[region].Code}' {(bought > 0 ? "has no final demand" : "only sells: no row says what it buys")}, so it has no income that is spent, and the model has no place for it (it sells {sold:G6} million USD)"),
                Advice);
        }
    }
}
