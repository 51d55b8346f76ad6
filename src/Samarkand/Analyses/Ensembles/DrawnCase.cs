using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>
/// Puts the values of a draw into a case: trade elasticities (see <see cref="DrawnElasticities"/>), <c>severity</c> (the share of the secondary
/// package's size, held to 0 and 1), <c>affinity.WHO.WHOM</c>, or the path of any other number of the case, which keeps the unit that the
/// case writes after it.
/// </summary>
internal sealed class DrawnCase
{
    private const string Severity = "severity";
    private const string Affinity = "affinity.";

    // How near to the end of what a prior may draw a value has to be possible.
    private const double Inside = 1e-9;

    private readonly CaseSource _text;
    private readonly CaseTree _tree;
    private readonly World _world;
    private readonly ImmutableArray<Prior> _priors;
    private readonly ImmutableArray<WrittenNumber?> _written;
    private readonly DrawnElasticities _elasticities;

    // Of the last draw that was bound: nearly always those of the next.
    private BaselineRoutes? _routes;
    private OutletPlan? _outlets;

    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="central">The baseline at the case's own elasticities where it is at hand, so that drawn ones differ from it in these alone.</param>
    public DrawnCase(CaseSource text, World world, Baseline? central = null)
    {
        (_text, _world, _tree) = (text, world, text.Tree);
        var theCase = Settled(text.InPeriod(text.Case));
        _priors = theCase.Priors;
        _written = [.. _priors.Select(prior => IsPath(prior) ? WrittenNumber.Of(_tree.TextAt(prior.Path)) : null)];
        var problems = new ProblemList(text.Source);
        Central = central ?? CaseBaseline.Of(theCase, world, theCase.Horizon, ElasticityBinder.Bind(theCase, world, new SectorNames(world, problems)).AsSpan());
        _elasticities = new DrawnElasticities(_priors, Central, CaseBaseline.Factors(theCase, world, theCase.Horizon), problems);
        Check(theCase, problems);
    }

    public ImmutableArray<Prior> Priors => _priors;

    /// <summary>The baseline at the case's own elasticities.</summary>
    public Baseline Central { get; }

    /// <summary>True where a prior moves the effects of given stances, and not only what somebody wants.</summary>
    public static bool MovesEffects(Prior prior) => !prior.Path.StartsWith(Affinity, StringComparison.Ordinal);

    /// <summary>The case and its baseline at the values of a draw, in the order of the priors.</summary>
    /// <exception cref="InputException">A value is none that the case may have.</exception>
    public (BoundCase Case, Baseline Baseline) At(double[] values)
    {
        var bound = CaseBinder.BindKnowing(CaseAt(values), _world, _routes, _outlets);
        (_routes, _outlets) = (bound.BaselineRoutes, bound.Outlets);
        return (bound, BaselineAt(values));
    }

    /// <summary>The baseline at the values of a draw.</summary>
    /// <exception cref="InputException">An elasticity is not above 0.</exception>
    public Baseline BaselineAt(double[] values) => _elasticities.At(values, _priors);

    /// <summary>The case at the values of a draw, not bound to its world.</summary>
    /// <exception cref="InputException">A value is none that the case may have.</exception>
    public Case CaseAt(double[] values)
    {
        var (edits, severity) = (new List<CaseValue>(), 1.0);
        for (var p = 0; p < values.Length; p++)
        {
            if (_priors[p].Path == Severity)
                severity = Math.Clamp(values[p], 0, 1);
            else if (IsPath(_priors[p]))
                edits.Add(new CaseValue(_priors[p].Path, Written(p, values[p]), _priors[p].Place));
        }

        var theCase = _text.InPeriod(Read(edits, values)).AtSeverity(severity);
        return WithAffinities(Settled(theCase), values);
    }

    // Priors and players may name a state by different names.
    private Case Settled(Case theCase) => SettledNames.Of(theCase, new RegionNames(_world, new ProblemList(_text.Source)));

    private static bool IsPath(Prior prior) =>
        prior.Path != Severity && !DrawnElasticities.IsOf(prior.Path) && !prior.Path.StartsWith(Affinity, StringComparison.Ordinal);

    private string Written(int prior, double value)
    {
        var written = _written[prior];
        if (_priors[prior] is { InPercent: true, IsScale: false })
            return string.Create(CultureInfo.InvariantCulture, $"{100 * value:R} %");
        // The ranges of the method are shares, however the case writes its own.
        if (_priors[prior].IsAssumed)
            return $"{value.ToString("R", CultureInfo.InvariantCulture)} {CoverageReader.ListIn(_tree.TextAt(_priors[prior].Path))}".TrimEnd();
        return string.Create(CultureInfo.InvariantCulture, $"{(_priors[prior].IsScale ? value * written!.Value : value):R}{written?.Unit}");
    }

    private Case Read(List<CaseValue> edits, double[] values)
    {
        try
        {
            return _tree.Read(edits);
        }
        catch (InputException wrong)
        {
            throw new InputException([.. wrong.Problems.Select(problem => Named(problem, values))]);
        }
    }

    // A problem with a drawn value stands where the prior does, and says which value it was.
    private InputProblem Named(InputProblem problem, double[] values)
    {
        for (var p = 0; p < values.Length; p++)
        {
            if (IsPath(_priors[p]) && _priors[p].Place == new Place(problem.Source, problem.Line, problem.Column))
                return PriorProblem.Of(_priors[p], values[p], problem.Message) with { Hint = problem.Hint };
        }

        return problem;
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

    private void Check(Case theCase, ProblemList problems)
    {
        for (var p = 0; p < _priors.Length; p++)
        {
            var prior = _priors[p];
            if (prior.IsScale && !DrawnElasticities.IsOf(prior.Path) && _written[p] is null)
                problems.Add(prior.Place, $"the prior `{prior.Path}` has `scale`, which works with `{DrawnElasticities.All}` and with numbers that the case writes", "give the distribution of the value itself");
            CheckUnit(prior, _written[p], problems);
            if (!MovesEffects(prior) && (prior.Path.Split('.') is not [_, var who, _] || !theCase.Players.Any(player => player.Region.Text == who)))
                problems.Add(prior.Place, $"the prior `{prior.Path}` is of no player of the case", "write it like affinity.CHN.RUS");
        }

        problems.ThrowIfAny();
        var first = new PriorSampler(_priors, 0).Draw(0);
        for (var p = 0; p < _priors.Length; p++)
            CheckBounds(first, p);
        At(first);
    }

    // A share in percent and one without are a hundredfold apart, so a prior says which it is where the case may write both.
    private void CheckUnit(Prior prior, WrittenNumber? written, ProblemList problems)
    {
        if (prior.IsScale || prior.IsAssumed || written is null)
            return;
        if (prior.InPercent && written is { IsPercentage: false, Unit.Length: > 0 })
            problems.Add(prior.Place, $"the prior `{prior.Path}` is in percent, and the case writes an amount there", "write the prior in the unit of the case, without it: normal(300, 50) for 300 bn USD");
        if (!prior.InPercent && written.IsPercentage && MayBeBare(prior))
            problems.Add(prior.Place, $"the prior `{prior.Path}` has no percent sign, and the case writes a percentage there", "write the prior in percent too, such as uniform(10 %, 30 %)");
    }

    private bool MayBeBare(Prior prior)
    {
        try
        {
            _tree.Read([new CaseValue(prior.Path, "0.01", prior.Place)]);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Checks the ends of what a prior may draw, so that an implausible one is told before any draw is solved.</summary>
    private void CheckBounds(double[] draw, int prior)
    {
        (double Low, double High)? ends = _priors[prior].Distribution switch
        {
            Uniform uniform => (uniform.Low, uniform.High),
            Triangular triangular => (triangular.Low, triangular.High),
            _ => null,
        };
        if (ends is not var (low, high))
            return;
        if (_priors[prior].Path == Severity && high > 1)
            throw new InputException(PriorProblem.Of(_priors[prior], high, "a severity is a share of the secondary package's size, at most 1"));
        if (!IsPath(_priors[prior]))
            return;
        foreach (var (end, inside) in new[] { (low, low + Inside * (high - low)), (high, high - Inside * (high - low)) })
        {
            // An end that may not be is no harm where all that lies before it may.
            if (ProblemAt(draw, prior, end) is { } problem && ProblemAt(draw, prior, inside) is not null)
                throw problem;
        }
    }

    private InputException? ProblemAt(double[] draw, int prior, double value)
    {
        var values = (double[])draw.Clone();
        values[prior] = value;
        try
        {
            CaseAt(values);
            return null;
        }
        catch (InputException problem)
        {
            return problem;
        }
    }
}
