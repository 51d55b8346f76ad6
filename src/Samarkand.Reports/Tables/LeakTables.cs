using System.Collections.Immutable;

namespace Samarkand.Reports.Tables;

/// <summary>What the detector of leaks found, as tables show it.</summary>
/// <param name="Pairs">Every pair of a state and a product group that was looked at, the highest score first.</param>
/// <param name="IsFound">Of each, whether it is found at the share of false discoveries that was asked for.</param>
internal sealed record LeakResult(ImmutableArray<LeakPair> Pairs, ImmutableArray<bool> IsFound)
{
    private const int FewRows = 10;

    /// <summary>What the case's routes predict for each state; empty without a case.</summary>
    public ImmutableArray<PredictedLeak> Predicted { get; init; } = [];

    /// <summary>The pairs that are found; the first ten where none is.</summary>
    public ImmutableArray<LeakPair> Found => IsFound.Contains(true) ? [.. Pairs.Where((_, k) => IsFound[k])] : [.. Pairs.Take(FewRows)];
}

/// <summary>A state and a product group; money in million USD a month.</summary>
internal sealed record LeakPair(string State, string Product)
{
    public required double Excess { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public required double Q { get; init; }

    public required string Since { get; init; }

    public required double Score { get; init; }

    public required double Actual { get; init; }

    public required double Expected { get; init; }

    public required double P { get; init; }

    public required double Surprise { get; init; }

    public double Growth { get; init; } = double.NaN;

    public double Lost { get; init; } = double.NaN;

    public double LostP { get; init; } = double.NaN;

    public double SoldOn { get; init; } = double.NaN;

    public double MirrorGap { get; init; } = double.NaN;

    public double UnitValue { get; init; } = double.NaN;

    public double Listed { get; init; } = double.NaN;
}

/// <summary>What a case predicts to go through a state, and what is seen there.</summary>
internal readonly record struct PredictedLeak(string State, double Predicted, double Seen);

/// <summary>The tables of the detector of leaks. Names and columns are stable.</summary>
internal static class LeakTables
{
    public const string Leaks = "leaks";

    public const string BesideModel = "beside-model";

    public static ImmutableArray<TableSpec<LeakResult>> All { get; } =
    [
        new(Leaks, "States and product groups, the highest score first", () => Pair(result => result.Pairs)
            .Number("excess_musd_month", "Excess, m USD a month", Units.MillionUsdMonth, "Sales to the state in a month under the bans above what would have been.", row => row.Excess, 2)
            .Number("low_musd", "low", Units.MillionUsdMonth, "The excess less the 97.5th percentile of what placebos miss by.", row => row.Low, 2)
            .Number("high_musd", "high", Units.MillionUsdMonth, "The excess less the 2.5th percentile.", row => row.High, 2)
            .Number("q_value", "q", Units.Share, "The least share of false discoveries at which the pair is found.", row => row.Q, 4)
            .Text("since", "Since", Units.Date, "The month from which on the excess over the square root of the months is largest.", row => row.Since)
            .Number("score", "Score", Units.Deviations, "The surprise, and a point for each doubling of what the state sells on; it has no upper end.", row => row.Score, 1)
            .Shape()),
        new("evidence", "The evidence for each pair that is found", () => Pair(result => result.Found)
            .Number("actual_musd_month", "Actual, m USD", Units.MillionUsdMonth, "Sales to the state under the bans.", row => row.Actual, 2)
            .Number("expected_musd_month", "Would have been", Units.MillionUsdMonth, "What they would have been.", row => row.Expected, 2)
            .Number("p_value", "p", Units.Share, "The share of placebos as surprising.", row => row.P, 5)
            .Number("surprise", "Surprise", Units.Deviations, "That share as standard deviations of a normal distribution.", row => row.Surprise, 1)
            .Number("state_growth_pct", "State's growth %", Units.Percent, "By how much the middle product group of the state exceeds what would have been, as far as that was taken for growth of its own.", row => row.Growth, 0)
            .Number("lost_musd_month", "Lost to target", Units.MillionUsdMonth, "By how much direct sales of the group to the targets fell short of what they would have been; empty where the data do not hold them.", row => row.Lost, 2)
            .Number("lost_p_value", "p of that", Units.Share, "The share of placebos that fell as much.", row => row.LostP, 5)
            .Number("sold_on_musd_month", "Sold on, m USD", Units.MillionUsdMonth, "What the state records as sold to the target, after less before; empty where it is no reporter.", row => row.SoldOn, 2)
            .Number("mirror_gap_musd_month", "Mirror gap", Units.MillionUsdMonth, "What the coalition says it sold less what the state says it bought, after less before.", row => row.MirrorGap, 2)
            .Number("unit_value_pct", "Unit value %", Units.Percent, "Change of value over quantity, after against before.", row => row.UnitValue, 1)
            .Number("listed_share", "Listed", Units.Share, "The part of the group's trade that is on the list.", row => row.Listed, 2)
            .Shape()),
        new(BesideModel, "What the case predicts and what the data show, m USD a month", () => TableDraft
            .Of((LeakResult result) => result.Predicted)
            .Text("state", "State", Units.Name, "The third state.", row => row.State)
            .Number("predicted_musd_month", "Predicted", Units.MillionUsdMonth, "What the case's routes take through it.", row => row.Predicted, 2)
            .Number("seen_musd_month", "Seen", Units.MillionUsdMonth, "The excess of its pairs that are found.", row => row.Seen, 2)
            .Shape()),
    ];

    private static TableDraft<LeakResult, LeakPair> Pair(Func<LeakResult, ImmutableArray<LeakPair>> pairs) => TableDraft
        .Of((LeakResult result) => pairs(result))
        .Text("state", "State", Units.Name, "The third state, as the data have it.", row => row.State)
        .Text("product", "Product", Units.Text, "The product group.", row => row.Product);
}
