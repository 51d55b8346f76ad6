using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;
using Samarkand.Worlds;

namespace Samarkand.Estimation.Structure;

/// <summary>
/// Fitted trade of one time as a world of one sector without inputs, in which each country sells what it is endowed with, and the agreement
/// whose effect is asked for.
/// </summary>
/// <param name="World">The world; what the trade is valued in counts as million USD, and only ratios are taken from it.</param>
/// <param name="Members">The states between which the agreement is, those that trade.</param>
/// <param name="Reference">The state whose price index does not change.</param>
/// <param name="IsThere">True where the agreement is in the data, so that the world without it is what is computed.</param>
internal sealed record AgreementWorld(World World, ImmutableArray<Region> Members, Region Reference, bool IsThere)
{
    /// <summary>True where the data hold no sales at home, so that all income seems to come from abroad.</summary>
    public required bool LacksHomeSales { get; init; }

    /// <summary>The world of an estimate.</summary>
    /// <param name="estimate">The estimate, whose carried groupings are sellers, buyers and, where there are several, times.</param>
    /// <param name="term">The number of the regressor that says where the agreement is.</param>
    /// <param name="question">Between whom, when, and beside whose prices.</param>
    /// <param name="theta">The trade elasticity, above 0: the elasticity of substitution less one.</param>
    /// <exception cref="InputException">A name is unknown, or the agreement is in the data for some of its pairs alone.</exception>
    public static AgreementWorld Of(Estimate estimate, int term, AgreementQuestion question, double theta)
    {
        var sample = estimate.Sample;
        var (sellers, buyers) = (sample.Carried[0], sample.Carried[1]);
        var labels = sellers.Labels.Union(buyers.Labels).Order(StringComparer.Ordinal).ToImmutableArray();
        var members = question.Members.Select(member => Known(labels, member, "members")).ToHashSet();
        var trade = new double[labels.Length, labels.Length];
        var (present, absent) = (0, 0);
        foreach (var row in RowsAt(sample, question.Time))
        {
            var (i, j) = (labels.IndexOf(sellers.Labels[sellers.Codes[row]]), labels.IndexOf(buyers.Labels[buyers.Codes[row]]));
            trade[i, j] += estimate.Fit.Fitted[row];
            if (i != j && members.Contains(i) && members.Contains(j))
                _ = sample.Regressors[term].Values[row] != 0 ? present++ : absent++;
        }

        if (present > 0 && absent > 0)
            throw new Parameter("members").Wrong($"{sample.Regressors[term].Name} is there for {present} of the pairs and not for {absent}", "name members between whom it is there for all, or for none");
        if (present + absent == 0)
            throw new Parameter("members").Wrong("no pair of them trades in these data", "name at least two states as the data have them");
        int[] used = [.. Enumerable.Range(0, labels.Length).Where(i => Enumerable.Range(0, labels.Length).Any(j => trade[i, j] > 0) && Enumerable.Range(0, labels.Length).Any(j => trade[j, i] > 0))];
        var reference = question.Reference is null ? 0 : Array.IndexOf(used, Known(labels, question.Reference, "reference"));
        if (reference < 0)
            throw new Parameter("reference").Wrong($"`{question.Reference}` has no trade here", "name a state that sells and buys");
        return new AgreementWorld(Of([.. used.Select(i => labels[i])], [.. used.SelectMany(i => used.Select(j => trade[i, j]))], theta), [.. members.Select(member => Array.IndexOf(used, member)).Where(at => at >= 0).Select(at => new Region(at))], new Region(reference), present > 0)
        {
            LacksHomeSales = used.All(i => trade[i, i] == 0),
        };
    }

    private static World Of(ImmutableArray<string> labels, double[] trade, double theta)
    {
        var spent = new double[labels.Length];
        for (var cell = 0; cell < trade.Length; cell++)
            spent[cell % labels.Length] += trade[cell];
        return new World(
            new WorldInfo("fitted trade", "Fitted trade, one sector", 0, [], []), [.. labels.Select(label => new RegionInfo(label, label))], [new SectorInfo("all", "All that is traded", [])], [], trade, null, new double[labels.Length], spent, [theta]);
    }

    private static IEnumerable<int> RowsAt(Sample sample, string? time)
    {
        var all = Enumerable.Range(0, sample.Rows);
        if (sample.Carried.Length < 3)
            return all;
        var times = sample.Carried[2];
        var at = time is null ? times.Count - 1 : times.Labels.IndexOf(time);
        return at >= 0 ? all.Where(row => times.Codes[row] == at) : throw new Parameter("ge-time").Wrong($"there is no {times.Name} `{time}`", $"the data have {times.Labels[0]} to {times.Labels[^1]}");
    }

    private static int Known(ImmutableArray<string> labels, string name, string parameter) =>
        labels.IndexOf(name) is >= 0 and var at ? at : throw new Parameter(parameter).Wrong($"there is no state `{name}` in the data", NearestName.Hint(name, labels) ?? $"the data have {string.Join(", ", labels.Take(8))} and others");
}

/// <summary>Which agreement.</summary>
/// <param name="Members">The states between which it is.</param>
/// <param name="Reference">The state whose price index does not change; the first one where none is named.</param>
/// <param name="Time">The time whose trade is the baseline; the last where none is named.</param>
internal sealed record AgreementQuestion(ImmutableArray<string> Members, string? Reference = null, string? Time = null);
