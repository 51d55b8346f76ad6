using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>What is asked of a design.</summary>
public sealed record DesignQuestion
{
    /// <summary>How many points of the frontier, unless said otherwise.</summary>
    public const int DefaultPoints = 10;

    /// <summary>What may be banned.</summary>
    public BanDirections Directions { get; init; } = BanDirections.Both;

    /// <summary>The sectors that may be banned; null for every sector with the tag <c>goods</c>.</summary>
    public ImmutableArray<Sector>? Sectors { get; init; }

    /// <summary>How many points of the frontier, at least 2.</summary>
    public int Points { get; init; } = DefaultPoints;

    /// <summary>The cost for which the most harm is looked for, million USD a year; or null.</summary>
    public double? Budget { get; init; }

    /// <summary>The harm that is looked for at least cost, million USD a year; or null. Without both, that of the case's own package.</summary>
    public double? Harm { get; init; }
}

/// <summary>Sanctions designed for a case: leverage, frontier, and one package.</summary>
public sealed record DesignStudy
{
    internal DesignStudy(BanModel model, DesignQuestion question, CaseAnswer own, BanPackage full, ImmutableArray<FlowLeverage> leverage, ImmutableArray<FrontierPoint> points, FrontierPoint chosen, BanPackage? uniformOfHarm) =>
        (Model, Question, Own, Full, Leverage, Points, Chosen, UniformOfHarm) = (model, question, own, full, leverage, points, chosen, uniformOfHarm);

    /// <summary>What may be banned.</summary>
    internal BanModel Model { get; init; }

    /// <summary>What was asked.</summary>
    public DesignQuestion Question { get; init; }

    /// <summary>The case as it stands, with all of its instruments.</summary>
    public CaseAnswer Own { get; init; }

    /// <summary>The full ban of everything.</summary>
    public BanPackage Full { get; init; }

    /// <summary>What each flow does at the margin, where nothing is banned yet.</summary>
    internal ImmutableArray<FlowLeverage> Leverage { get; init; }

    /// <summary>The frontier.</summary>
    public ImmutableArray<FrontierPoint> Points { get; init; }

    /// <summary>The package that was asked for.</summary>
    public FrontierPoint Chosen { get; init; }

    /// <summary>The uniform ban of the same harm as the chosen package; null where there is none.</summary>
    public BanPackage? UniformOfHarm { get; init; }

    /// <summary>What the case's own package costs the target, million USD a year.</summary>
    public double OwnHarm => -Own.Effects.Regions[Model.Case.Target.Index].EquivalentVariation;

    /// <summary>What it costs the coalition.</summary>
    public double OwnCost => -Model.Case.Coalition.Sum(member => Own.Effects.Regions[member.Index].EquivalentVariation);

    /// <summary>True where the chosen package does the harm of the case's own.</summary>
    public bool IsForOwnHarm => Question is { Budget: null, Harm: null } && IsReachable(OwnHarm, Full);

    /// <summary>The target's income in the baseline, million USD a year.</summary>
    public double TargetIncome => Model.Baseline.Income(Model.Case.Target);

    /// <summary>The coalition's.</summary>
    public double CoalitionIncome => Model.Case.Coalition.Sum(Model.Baseline.Income);

    /// <summary>Answers a question.</summary>
    /// <param name="own">The case solved as it stands.</param>
    /// <param name="question">The question.</param>
    /// <param name="progress">Is told what is being done, how far it is, and of how much; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">There is no coalition, or nothing to ban.</exception>
    /// <exception cref="NoEquilibriumException">No package reaches the harm, or one on the way has no equilibrium.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Design;
    /// using Samarkand.Cases;
    /// using Samarkand.Effects;
    ///
    /// var bound = new CaseDraft("What is the cheapest way to the same harm?", "RUS") { Coalition = ["EU"] }.ExportBan(0.1).Open();
    /// var study = DesignStudy.Solve(CaseAnswer.Solve(bound), new DesignQuestion { Directions = BanDirections.Exports, Points = 2 });
    /// Console.WriteLine($"harm {study.Chosen.Package.Harm:N0} m USD for {study.Chosen.Package.Cost:N0}, in place of {study.OwnCost:N0}");
    /// Console.WriteLine(study.AsCase().Text);
    /// </code>
    /// </example>
    public static DesignStudy Solve(CaseAnswer own, DesignQuestion question, Action<string, int, int>? progress = null, CancellationToken cancellation = default)
    {
        var model = new BanModel(own.Case, question.Directions, question.Sectors ?? DesignArguments.Sectors("sectors", "goods", own.Case.World), cancellation);
        var frontier = new Frontier(model, cancellation);
        ImmutableArray<FlowLeverage> leverage = [.. model.Leverage(model.Uniform(0), cancellation)];
        var points = frontier.Points(question.Points, (done, all) => progress?.Invoke("Frontier", done, all), cancellation);
        var study = new DesignStudy(model, question, own, frontier.Full, leverage, points, null!, null);
        var chosen = study.Choose(frontier, cancellation);
        return study with { Chosen = chosen, UniformOfHarm = frontier.UniformOfHarm(chosen.Package.Harm, cancellation) };
    }

    /// <summary>The chosen package as a case of its own, with the figures that it is known to give.</summary>
    /// <param name="cancellation">Stops the solve that finds them.</param>
    public CaseSource AsCase(CancellationToken cancellation = default) => CaseSource.FromText(DesignCase.Make(this, cancellation).Text, "the designed case");

    private FrontierPoint Choose(Frontier frontier, CancellationToken cancellation)
    {
        if (Question.Budget is { } budget)
            return frontier.MostHarm(budget, Near(point => Math.Abs(point.Package.Cost - budget)), cancellation);
        var harm = Question.Harm ?? (IsReachable(OwnHarm, Full) ? OwnHarm : Full.Harm / 2);
        return frontier.LeastCost(harm, Near(point => Math.Abs(point.Package.Harm - harm)), cancellation);
    }

    private IEnumerable<BanPackage> Near(Func<FrontierPoint, double> distance) => Points.OrderBy(distance).Take(2).Select(point => point.Package);

    private static bool IsReachable(double harm, BanPackage full) => harm > 0 && harm <= full.Harm;
}
