using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>
/// The priors of trade elasticities: <c>elasticities</c>, always a factor of all, and <c>elasticities.NAME</c> of the sectors of that code or
/// tag, a factor with <c>scale</c> and otherwise the elasticity itself, as the world states it, before the horizon's factor. They act in the
/// order of the priors.
/// </summary>
internal sealed class DrawnElasticities
{
    public const string All = "elasticities";
    private const string OfSectors = "elasticities.";

    private readonly Baseline _central;
    private readonly ImmutableArray<double> _factors;
    private readonly ImmutableArray<(int Prior, bool IsFactor, ImmutableArray<Sector> Sectors)> _changes;

    public DrawnElasticities(ImmutableArray<Prior> priors, Baseline central, ImmutableArray<double> factors, ProblemList problems)
    {
        (_central, _factors) = (central, factors);
        var names = new SectorNames(central.World, problems);
        _changes =
        [
            .. priors.Select((prior, p) => (Prior: prior, Index: p)).Where(one => IsOf(one.Prior.Path)).Select(one => (
                one.Index,
                one.Prior.IsScale || one.Prior.Path == All,
                names.Set([new SectorName(one.Prior.Path == All ? "all" : one.Prior.Path[OfSectors.Length..], one.Prior.Place)]))),
        ];
    }

    public static bool IsOf(string path) => path == All || path.StartsWith(OfSectors, StringComparison.Ordinal);

    /// <summary>The baseline at the elasticities of a draw; the central one where no prior is of elasticities.</summary>
    public Baseline At(double[] values, ImmutableArray<Prior> priors)
    {
        if (_changes.IsEmpty)
            return _central;
        var elasticities = _central.Elasticities.ToArray();
        foreach (var (prior, isFactor, sectors) in _changes)
        {
            if (!(values[prior] > 0))
                throw new InputException(PriorProblem.Of(priors[prior], values[prior], "a trade elasticity, or a factor of it, is above 0"));
            foreach (var sector in sectors)
                elasticities[sector.Index] = isFactor ? elasticities[sector.Index] * values[prior] : values[prior] * _factors[sector.Index];
        }

        return _central.WithElasticities([.. elasticities]);
    }
}
