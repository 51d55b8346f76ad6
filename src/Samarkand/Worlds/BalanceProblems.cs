using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds;

/// <summary>Says in words where a world's sums do not agree.</summary>
internal static class BalanceProblems
{
    private const int Shown = 10;

    public static void Report(World world, string folder, ProblemList problems)
    {
        var balance = WorldBalance.Of(world);
        var shown = 0;
        foreach (var gap in balance.WorstGaps)
        {
            if (gap.Relative <= WorldBalance.Tolerance)
                break;
            shown++;
            problems.Add(
                folder,
                0,
                0,
                string.Create(CultureInfo.InvariantCulture, $"{Cell(world, gap.Region, gap.Sector)} does not balance: expenditure by trade (tariffs included) is {gap.Expenditure:R}, intermediate plus final use is {gap.Use:R}; the difference is {Math.Abs(gap.Expenditure - gap.Use):G6} million USD, {gap.Relative:G3} of the larger"),
                "what a region buys of a sector in trade must be what it uses in inputs and final");
        }

        if (balance.UnbalancedCount > shown)
            problems.Add(folder, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {balance.UnbalancedCount - shown} more region-sectors do not balance"));
        for (var i = 0; i < balance.NegativeValueAdded.Length && i < Shown; i++)
        {
            var gap = balance.NegativeValueAdded[i];
            problems.Add(
                folder,
                0,
                0,
                string.Create(CultureInfo.InvariantCulture, $"{Cell(world, gap.Region, gap.Sector)} has negative value added: its output is {gap.Output:R} and its inputs cost {gap.IntermediateUse:R} million USD"),
                "lower its inputs, or raise what it sells");
        }

        if (balance.NegativeValueAdded.Length > Shown)
            problems.Add(folder, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {balance.NegativeValueAdded.Length - Shown} more region-sectors have negative value added"));
        foreach (var region in balance.WithoutValueAdded)
            problems.Add(folder, 0, 0, $"region '{world.Code(region)}' has no value added", "a region needs output above its intermediate use: merge it with another, or remove it");
    }

    private static string Cell(World world, Region region, Sector sector) =>
        $"{world.Code(region)}, {world.Code(sector)}";
}
