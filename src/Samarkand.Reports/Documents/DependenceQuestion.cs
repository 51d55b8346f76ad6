using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>Who depends on whom, asked of a world, and where a case is named of the one that its sanctions lead to as well.</summary>
/// <param name="World">The world.</param>
/// <param name="Case">The case, or null.</param>
/// <param name="Horizon">The horizon where there is no case.</param>
/// <param name="Closure">The closure where there is no case.</param>
internal sealed record DependenceQuestion(World World, BoundCase? Case, Horizon Horizon = Horizon.Medium, Closure Closure = Closure.Fixed)
{
    /// <summary>What each of two regions loses when all trade between them is cut.</summary>
    /// <param name="one">A region.</param>
    /// <param name="two">Another one.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public AnswerDocument Pair(Region one, Region two, string? only, CancellationToken cancellation)
    {
        var studies = Studies(2 * World.Sectors.Length, cancellation);
        var profiles = studies.Select(study => study.Profile(one, two, cancellation)).ToArray();
        var (before, after) = (profiles[0], profiles.Length > 1 ? profiles[1] : null);
        var ties = PairTies.Of(World.Ties, World.Code(one), World.Code(two));
        var pair = new PairComparison(World, before.Pair, after?.Pair) { SectorsBefore = before.Sectors, SectorsAfter = after?.Sectors ?? [], Ties = ties };
        return DependenceDocuments.Of(pair, before, after, Setting(studies), only);
    }

    /// <summary>The same of every pair of a set.</summary>
    /// <param name="regions">The set.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    /// <param name="progress">Told what is done, how much of it, and of how much.</param>
    /// <param name="cancellation">Stops the work.</param>
    public AnswerDocument Matrix(ImmutableArray<Region> regions, string? only, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var studies = Studies(regions.Length * (regions.Length - 1) / 2, cancellation);
        var found = studies.Select((study, k) => study.Matrix(regions, (done, all) => progress("Cutting trade of pairs", k * all + done, studies.Length * all), cancellation)).ToArray();
        return DependenceDocuments.Of(new MatrixComparison(World, [.. found[0]], found.Length > 1 ? [.. found[1]] : null), Setting(studies), only);
    }

    private DependenceSetting Setting(DependenceStudy[] studies) => new(
        World,
        Case,
        AnswerDocumentStart.Word(Case?.Horizon ?? Horizon),
        AnswerDocumentStart.Word(Case?.Closure ?? Closure),
        studies.Max(study => study.LargestResidual));

    // The observed world, and where a case is named the one that its sanctions lead to.
    private DependenceStudy[] Studies(int pairs, CancellationToken cancellation) => Case is null
        ? [DependenceStudy.Of(World, Shock.None, Horizon, Closure, pairs, cancellation)]
        : [DependenceStudy.Of(Case, isSanctioned: false, pairs, cancellation), DependenceStudy.Of(Case, isSanctioned: true, pairs, cancellation)];
}
