using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Words;

/// <summary>What a case assumes beside the instruments that act: of players, alliances, commitments, routes, and of what is not known.</summary>
/// <param name="Text">What is assumed.</param>
/// <param name="Evidence">What it rests on; empty for nothing.</param>
internal sealed record Assumption(string Text, ImmutableArray<EvidenceName> Evidence)
{
    /// <summary>Every one, in the order of a case.</summary>
    public static IReadOnlyList<Assumption> Of(BoundCase bound)
    {
        var theCase = bound.Case;
        var all = new List<Assumption>();
        var people = new Cast(bound);
        all.AddRange(ElasticityText.Of(bound));
        foreach (var player in theCase.Players.Where(player => Actors.Find(bound.World, player.Region.Text) is not null))
            all.AddRange(OfPlayer(bound, player, people));
        if (theCase.Secondary is { } secondary)
            all.Add(new($"Secondary sanctions on states whose stance is {Stances(secondary.Triggers)}: {Instruments(secondary.Package, people)}", secondary.Evidence));
        if (theCase.Retaliation is { } retaliation)
            all.Add(new($"Retaliation on states whose stance is {Stances(retaliation.Triggers)}: {Instruments(retaliation.Package, people)}", retaliation.Evidence));
        if (theCase.CoalitionFirst is { } first)
            all.Add(new(first.Weight is { } weight ? Invariant($"The coalition moves first, and gives {weight:0.###} dollars for each that the target loses") : "The coalition moves first", first.Evidence));
        if (theCase.Routes is { Evidence.IsEmpty: false } routes)
            all.Add(new("Banned goods may go through third states, at the costs under `routes`", routes.Evidence));
        foreach (var guarantee in theCase.Guarantees)
            all.Add(new(Invariant($"{guarantee.Alliance.Text} obliges its members to {Word(guarantee.Obligation)}; leaving one without rescue costs {100 * guarantee.CostOfAbandonment:0.##} percent of income"), guarantee.Evidence));
        foreach (var commitment in theCase.Commitments)
            all.Add(new(Invariant($"{Name(bound, commitment.Of)} pays {commitment.CostMusd / 1000:#,0.##} bn USD a year for {commitment.Name}, with priority {commitment.Priority}"), commitment.Evidence));
        foreach (var revenue in theCase.Revenue)
            all.Add(new(Invariant($"Revenue of {Name(bound, revenue.Of)}: {100 * revenue.ShareOfIncome:0.##} percent of income and {100 * revenue.ShareOfEnergyExports:0.##} of energy exports"), revenue.Evidence));
        foreach (var prior in theCase.Priors)
            all.Add(new($"{(prior.IsAssumed ? "Assumed, and drawn from the method's own range" : "Not known")}: {prior.Path}, {(prior.IsScale ? "scale " : "")}{Law(prior.Distribution)}", []));
        return all;
    }

    private static IEnumerable<Assumption> OfPlayer(BoundCase bound, Player player, Cast people)
    {
        var who = Name(bound, player.Region);
        List<string> parts = [.. player.Affinity.Select(affinity => Invariant($"weight {affinity.Weight:0.###} on {Name(bound, affinity.Of)}"))];
        parts.AddRange(player.PoliticalCosts.Select(cost => Invariant($"`{cost.Stance.Name()}` costs it {100 * cost.ShareOfIncome:0.####} percent of income at home")));
        if (!player.Means.IsEmpty)
            parts.Add($"its means of rescue: {Instruments(player.Means, people)}");
        var isTarget = Actors.Find(bound.World, player.Region.Text) == bound.Target;
        yield return new(
            isTarget ? $"{who} chooses among its own actions" : $"{who}: stance `{player.Stance.Name()}`{string.Concat(parts.Select(part => $", {part}"))}", player.Evidence);
        foreach (var closed in player.Closed)
            yield return new($"{who}: {Stances(closed.Stances)} {(closed.Stances.Length > 1 ? "are" : "is")} closed{(closed.Reason is { } reason ? $", since {reason}" : "")}", closed.Evidence);
        foreach (var line in player.RedLines)
        {
            var crossed = string.Join(" and ", line.When.Select(crossing => $"{crossing.By.Text} chooses `{crossing.Action}`"));
            var follows = line.Closes.Select(stance => $"`{stance.Name()}` cannot be chosen").Concat(line.Penalties.Select(cost => Invariant($"`{cost.Stance.Name()}` costs it {100 * cost.ShareOfIncome:0.####} percent of income")));
            yield return new($"{who}: where {crossed}, {string.Join(", ", follows)}", line.Evidence);
        }

        foreach (var action in player.Actions)
            yield return new(Invariant($"{who} may `{action.Name}`, which costs it {action.CostMusd / 1000:#,0.##} bn USD{(action.Package.IsEmpty ? "" : $": {Instruments(action.Package, people)}")}"), action.Evidence);
    }

    private static string Law(Distribution law) => law switch
    {
        Uniform uniform => Invariant($"uniform({uniform.Low:0.####}, {uniform.High:0.####})"),
        Lognormal lognormal => Invariant($"lognormal({lognormal.Median:0.####}, {lognormal.Sigma:0.####})"),
        Normal normal => Invariant($"normal({normal.Mean:0.####}, {normal.StandardDeviation:0.####})"),
        Triangular triangular => Invariant($"triangular({triangular.Low:0.####}, {triangular.Mode:0.####}, {triangular.High:0.####})"),
        _ => throw new ArgumentException($"unknown distribution {law.GetType().Name}", nameof(law)),
    };

    private static string Word(Obligation obligation) => obligation switch
    {
        Obligation.Defence => "defend each other",
        Obligation.Consultation => "consult",
        _ => "nothing",
    };

    private static string Stances(IEnumerable<Stance> stances) => string.Join(" or ", stances.Select(stance => $"`{stance.Name()}`"));

    private static string Instruments(IEnumerable<Instrument> package, Cast people) => string.Join(", ", package.Select(instrument =>
        $"{(instrument.Head.Name is { } name ? $"{name}, {instrument.Kind}" : instrument.Kind)} ({InstrumentText.SizeAndSectors(instrument, people)})"));

    private static string Name(BoundCase bound, RegionName name) => Actors.Find(bound.World, name.Text) is { } region ? bound.World.Name(region) : name.Text;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
