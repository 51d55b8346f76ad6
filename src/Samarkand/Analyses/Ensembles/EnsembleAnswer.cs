using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;

namespace Samarkand.Analyses.Ensembles;

/// <summary>What the draws of a case's priors say.</summary>
public sealed class EnsembleAnswer
{
    private readonly ImmutableArray<DrawBlock> _blocks;
    private readonly Dictionary<Measure, int> _places;
    private readonly Dictionary<Measure, int> _columns;

    /// <summary>Of draws that are all there.</summary>
    internal EnsembleAnswer(CaseAnswer central, ImmutableArray<Prior> priors, int seed, ImmutableArray<Measure> measures, ImmutableArray<DrawBlock> blocks)
        : this(central, priors, seed, measures, blocks, measures, blocks.Sum(block => block.Count))
    {
        Bands = new MeasureBand[measures.Length];
        InParallel.For(Bands.Length, default, m => Bands[m] = MeasureBand.Of(Join(block => block.Values[m])));
        (FailedDraws, LargestResidual) = (Failed.Length, Residuals.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
    }

    /// <summary>Of draws of which the first are there alone, and what the others say.</summary>
    internal EnsembleAnswer(CaseAnswer central, ImmutableArray<Prior> priors, int seed, ImmutableArray<Measure> measures, ImmutableArray<Measure> kept, DrawSummary summary)
        : this(central, priors, seed, measures, [.. summary.First], kept, summary.Draws)
    {
        (Bands, FailedDraws, LargestResidual, IsSketched) = (summary.Bands(), summary.Failed, summary.LargestResidual, true);
    }

    private EnsembleAnswer(CaseAnswer central, ImmutableArray<Prior> priors, int seed, ImmutableArray<Measure> measures, ImmutableArray<DrawBlock> blocks, ImmutableArray<Measure> columns, int draws)
    {
        (Central, Priors, Seed, Measures, Draws, Bands, _blocks) = (central, priors, seed, measures, draws, [], blocks);
        (_places, _columns) = (Places(measures), Places(columns));
        KeptDraws = blocks.Sum(block => block.Count);
        CentralValues = [.. Ensembles.Measures.Values(central)];
        Failed = [.. blocks.SelectMany(block => block.Reasons.Select((reason, d) => new FailedDraw(block.First + d, reason))).Where(failed => failed.Reason.Length > 0)];
        Drawn = [.. Enumerable.Range(0, priors.Length).Select(p => Join(block => block.Priors[p]))];
        Residuals = Join(block => block.Residuals);
        Target = Sobol("target");
        Coalition = central.Case.Coalition.IsEmpty ? [] : Sobol("coalition");
    }

    /// <summary>The case at its own values.</summary>
    public CaseAnswer Central { get; }

    /// <summary>The case's priors.</summary>
    internal ImmutableArray<Prior> Priors { get; }

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>How many draws were made.</summary>
    public int Draws { get; }

    /// <summary>What was recorded of every draw.</summary>
    public ImmutableArray<Measure> Measures { get; }

    /// <summary>The measures of the case at its own values.</summary>
    public ImmutableArray<double> CentralValues { get; }

    /// <summary>The draws without an equilibrium, by number; where bands alone are kept, those among the first 100,000 draws.</summary>
    public ImmutableArray<FailedDraw> Failed { get; }

    /// <summary>The first-order indices of <see cref="Moving"/> for the target's real income.</summary>
    internal ImmutableArray<SobolIndex> Target { get; }

    /// <summary>The same for the coalition's; empty where there is none.</summary>
    internal ImmutableArray<SobolIndex> Coalition { get; }

    /// <summary>The largest residual of all draws that have an equilibrium; NaN where none has.</summary>
    public double LargestResidual { get; }

    /// <summary>The priors that can move effects: affinities, which weigh stances, move none.</summary>
    public ImmutableArray<int> Moving => [.. Enumerable.Range(0, Priors.Length).Where(p => DrawnCase.MovesEffects(Priors[p]))];

    /// <summary>The band of each measure.</summary>
    internal MeasureBand[] Bands { get; }

    /// <summary>True where percentiles come from sketches: see <see cref="ValueSketch"/>.</summary>
    internal bool IsSketched { get; }

    /// <summary>How many draws, the first ones, are there by themselves: all of them, or as many as a sketched sweep keeps.</summary>
    internal int KeptDraws { get; }

    /// <summary>How many draws have no equilibrium.</summary>
    internal int FailedDraws { get; }

    /// <summary>What was drawn in those that are kept, [prior][draw].</summary>
    internal ImmutableArray<double[]> Drawn { get; }

    /// <summary>The largest residual of each draw that is kept.</summary>
    internal double[] Residuals { get; }

    /// <summary>The band of a measure.</summary>
    public MeasureBand Band(Measure measure) => Bands[_places[measure]];

    /// <summary>A measure at the case's own values.</summary>
    public double AtCase(Measure measure) => CentralValues[_places[measure]];

    /// <summary>A measure in every draw, by number; NaN where there is no equilibrium. Where bands alone are kept: in the first 100,000 draws.</summary>
    /// <exception cref="InvalidOperationException">Bands alone are kept of this measure.</exception>
    public double[] Values(Measure measure)
    {
        var place = _columns.TryGetValue(measure, out var column) ? column : throw new InvalidOperationException($"of {measure.Key} bands alone are kept");
        return Join(block => block.Values[place]);
    }

    /// <summary>The real income of a group (<c>target</c>, <c>coalition</c>, <c>others</c>, <c>world</c>).</summary>
    public static Measure RealIncomeOf(string group) => new(Ensembles.Measures.Groups, group, Ensembles.Measures.RealIncome);

    private double[] Join(Func<DrawBlock, double[]> column)
    {
        var joined = new double[KeptDraws];
        foreach (var block in _blocks)
            column(block).CopyTo(joined, block.First);
        return joined;
    }

    private static Dictionary<Measure, int> Places(ImmutableArray<Measure> measures) => measures.Select((measure, m) => (measure, m)).ToDictionary(pair => pair.measure, pair => pair.m);

    private ImmutableArray<SobolIndex> Sobol(string group)
    {
        var output = Values(RealIncomeOf(group));
        var solved = Enumerable.Range(0, output.Length).Where(draw => double.IsFinite(output[draw])).ToArray();
        return SobolIndices.Of([.. Moving.Select(p => Array.ConvertAll(solved, draw => Drawn[p][draw]))], Array.ConvertAll(solved, draw => output[draw]));
    }
}

/// <summary>A draw without an equilibrium.</summary>
/// <param name="Draw">Its number, from 0.</param>
/// <param name="Reason">Why there is none.</param>
public sealed record FailedDraw(int Draw, string Reason);
