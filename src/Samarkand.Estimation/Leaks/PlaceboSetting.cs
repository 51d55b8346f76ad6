using Samarkand.Core;

namespace Samarkand.Estimation.Leaks;

/// <summary>Where placebos come from.</summary>
internal sealed record PlaceboSetting(LeakQuestion Question, TradePanel Panel, int Since, int Least, bool[] IsPlacebo, int[] States, int[] Targets)
{
    private const int Folds = 5;
    private const int MostWindows = 6;

    /// <summary>The length of the windows in time.</summary>
    public int Length => Math.Min(Panel.Months.Length - Since, Math.Max(1, Since / 3));

    /// <summary>
    /// Placebos in time: windows before the bans, as if these had begun then. Placebos in space: states far away, a fifth at a time, from
    /// the bans on.
    /// </summary>
    public LeakWindow[] Windows(bool withSeason, CancellationToken cancellation)
    {
        var (length, runs) = (Panel.Months.Length - Since, new List<(int Since, int End, bool[] IsPlacebo, int[] Looked, int[] Targets)>());
        var window = Length;
        var first = Math.Max(Least, Since / 2);
        var starts = Enumerable.Range(0, MostWindows).Select(k => Since - window - k * Math.Max(1, (Since - window - first) / MostWindows)).Where(at => at >= Math.Min(Least, Since - window)).Distinct().ToArray();
        foreach (var at in starts)
            runs.Add((at, at + window, IsPlacebo, States, Targets));
        var far = Enumerable.Range(0, IsPlacebo.Length).Where(c => IsPlacebo[c]).ToArray();
        for (var fold = 0; fold < Folds && far.Length >= 2 * Folds; fold++)
        {
            var left = far.Where((_, k) => k % Folds == fold).ToArray();
            runs.Add((Since, Since + length, [.. IsPlacebo.Select((one, c) => one && !left.Contains(c))], left, []));
        }

        var windows = new LeakWindow[runs.Count];
        InParallel.For(runs.Count, cancellation, k =>
        {
            var run = runs[k];
            var counterfactual = Counterfactual.Of(Panel, 0, run.Since, run.End, run.IsPlacebo, Question.Least, withSeason);
            var half = (run.End - run.Since) / 2;
            windows[k] = LeakWindow.Of(Panel, counterfactual, run.Looked, run.Targets, (run.Since, run.End), Question.Least) with
            {
                Half = half == 0 ? null : LeakWindow.Of(Panel, counterfactual, run.Looked, run.Targets, (run.Since, run.Since + half), Question.Least),
            };
        });
        return windows;
    }
}
