using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Alignment;

/// <summary>
/// Puts the values of a draw into a case: <c>elasticities</c> (always a factor of all of them), <c>severity</c> (the share of the secondary
/// package's size, held to 0 and 1), <c>affinity.WHO.WHOM</c>, or the path of any other number of the case.
/// </summary>
internal sealed class DrawnCase
{
    private const string Elasticities = "elasticities";
    private const string Severity = "severity";
    private const string Affinity = "affinity.";

    private readonly CaseText _text;
    private readonly World _world;
    private readonly Baseline _baseline;
    private readonly ImmutableArray<Prior> _priors;

    public DrawnCase(CaseText text, World world)
    {
        (_text, _world) = (text, world);
        var theCase = text.Read();
        (_priors, _baseline) = (theCase.Priors, Baseline.Of(world, theCase.Horizon));
        Check(theCase);
    }

    public ImmutableArray<Prior> Priors => _priors;

    /// <summary>The case and its baseline at the values of a draw, in the order of the priors.</summary>
    public (BoundCase Case, Baseline Baseline) At(double[] values)
    {
        var (edits, baseline, severity) = (new List<string>(), _baseline, 1.0);
        for (var p = 0; p < values.Length; p++)
        {
            if (_priors[p].Path == Elasticities)
                baseline = _baseline.WithElasticities(values[p]);
            else if (_priors[p].Path == Severity)
                severity = Math.Clamp(values[p], 0, 1);
            else if (!_priors[p].Path.StartsWith(Affinity, StringComparison.Ordinal))
                edits.Add(string.Create(CultureInfo.InvariantCulture, $"{_priors[p].Path}={values[p]:R}"));
        }

        var theCase = SeverityCurve.Scaled(_text.Read(edits), severity);
        return (WithAffinities(theCase, values).BindTo(_world), baseline);
    }

    private Case WithAffinities(Case theCase, double[] values)
    {
        for (var p = 0; p < values.Length; p++)
        {
            if (_priors[p].Path.Split('.') is not ["affinity", var who, var whom])
                continue;
            theCase = theCase with
            {
                Players = [.. theCase.Players.Select(player => player.Region.Text != who ? player : player with
                {
                    Affinity = [.. player.Affinity.Where(old => old.Of.Text != whom), new Affinity(new RegionName(whom, false, _priors[p].Place), values[p])],
                })],
            };
        }

        return theCase;
    }

    private void Check(Case theCase)
    {
        var problems = new ProblemList(_text.Source);
        foreach (var prior in _priors)
        {
            if (prior.IsScale && prior.Path != Elasticities)
                problems.Add(prior.Place, $"the prior `{prior.Path}` has `scale`, which works with `{Elasticities}` alone", "give the distribution of the value itself");
            if (prior.Path.StartsWith(Affinity, StringComparison.Ordinal)
                && (prior.Path.Split('.') is not [_, var who, _] || !theCase.Players.Any(player => player.Region.Text == who)))
            {
                problems.Add(prior.Place, $"the prior `{prior.Path}` is of no player of the case", "write it like affinity.CHN.RUS");
            }
        }

        problems.ThrowIfAny();
        At(new PriorSampler(_priors, 0).Draw(0));
    }
}
