using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;

namespace Samarkand.Reports.Words;

/// <summary>The trade elasticities that a case sets over the world's, in words.</summary>
internal static class ElasticityText
{
    /// <summary>An assumption for each rule of the case, in its order.</summary>
    public static IEnumerable<Assumption> Of(BoundCase bound) => bound.Case.Elasticities.Select(rule => new Assumption(Sentence(bound, rule), rule.Evidence));

    // The values are those of the world and of the case as a whole: a later rule may act on the same sectors.
    private static string Sentence(BoundCase bound, ElasticityRule rule)
    {
        var sectors = new SectorNames(bound.World, new ProblemList()).Set([rule.Sectors]);
        var world = bound.World.Elasticities;
        var (before, after) = (new List<double>(), new List<double>());
        foreach (var sector in sectors)
        {
            before.Add(world[sector.Index]);
            after.Add(bound.Elasticities[sector.Index]);
        }

        var what = rule.IsScale ? Invariant($"times {rule.Value:0.####}") : Invariant($"set to {rule.Value:0.####}");
        return $"Trade elasticity of {(rule.Sectors.Text == "all" ? "all sectors" : rule.Sectors.Text)} {what}: {Range(after)} instead of the world's {Range(before)}, before the horizon's factor";
    }

    private static string Range(List<double> values) => values.Max() == values.Min()
        ? Invariant($"{values[0]:0.00}")
        : Invariant($"{values.Min():0.00} to {values.Max():0.00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
