using System.Globalization;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>The answer to the question who comes to the rescue, in words that follow from the numbers.</summary>
public static class Verdict
{
    /// <summary>Three sentences: what the rescuer does and how sure that is, what a rescue costs and brings, what punishment does to it.</summary>
    public static IReadOnlyList<string> Of(RescueAnswer answer)
    {
        var lines = new List<string> { Choice(answer) };
        if (answer.Rescue is { } rescue)
            lines.Add(Price(answer, rescue));
        if (answer.Curve is { } curve)
            lines.Add(Punishment(answer, curve));
        return [.. lines.Select(Sentence)];
    }

    /// <summary>Why, and what would change it: each a sentence.</summary>
    public static IReadOnlyList<string> Reasons(RescueAnswer answer)
    {
        var lines = new List<string>();
        var (who, whom) = (Name(answer, answer.Rescuer.Region), Name(answer, answer.Case.Target));
        if (answer.Warnings.FirstOrDefault(warning => warning.Region == answer.Rescuer.Region) is { } warning)
        {
            var own = answer.Warnings[0];
            lines.Add(Invariant($"A warning example: aimed at {who}, the same package would cost it {warning.OwnLossPct:0.00} percent of real income, and the coalition {warning.CoalitionLossPct:0.00}; aimed at {whom} they are {own.OwnLossPct:0.00} and {own.CoalitionLossPct:0.00}."));
        }

        lines.Add(Dependence(answer));
        lines.Add(Guarantee(answer, who, whom));
        if (answer.Rescue is { } rescue && Math.Abs(rescue.Relief) > 0)
            lines.Add(WhatWouldChangeIt(answer, rescue, who, whom));
        lines.Add(Others(answer));
        if (answer.First is { } first)
            lines.Add(FirstMoveText.Of(first, region => Name(answer, region), whom, Possessive(whom)));
        if (Hypocrites(answer) is { } words)
            lines.Add(words);
        return [.. lines.Select(Sentence)];
    }

    private static string Choice(RescueAnswer answer)
    {
        var (who, whom) = (Name(answer, answer.Rescuer.Region), Name(answer, answer.Case.Target));
        var choice = answer.Choice.Name;
        var does = choice switch
        {
            "rescue" => $"{who} comes to {Possessive(whom)} rescue",
            "conduit" => $"{who} does not come to {Possessive(whom)} rescue, but lets banned goods through",
            "neutral" => $"{who} does not come to {Possessive(whom)} rescue: it stays neutral",
            "comply" => $"{who} does not come to {Possessive(whom)} rescue: it complies with the sanctions",
            _ => $"{who} does not come to {Possessive(whom)} rescue: it joins the coalition",
        };
        if (answer.Draws is { } draws && draws.Chances.FirstOrDefault(chance => chance.Stance == choice) is { } chance)
            return Invariant($"{does}, in {100 * chance.Probability:0} percent of {draws.Draws:N0} draws of what is not known ({100 * chance.Low:0} to {100 * chance.High:0}).");
        return $"{does}.";
    }

    private static string Price(RescueAnswer answer, FriendshipPrice rescue)
    {
        var (who, whom) = (Name(answer, answer.Rescuer.Region), Name(answer, answer.Case.Target));
        var stance = rescue.Stance == "rescue" ? "A rescue" : $"The stance `{rescue.Stance}`";
        var band = answer.Draws?.Prices.FirstOrDefault(price => price.Stance == rescue.Stance);
        if (double.IsPositiveInfinity(rescue.Cost))
            return $"{stance} is closed to {who}: another's action has crossed a red line.";
        if (double.IsNaN(rescue.Price))
            return $"{stance} would bring {whom} no relief ({Money(rescue.Relief)}), so it has no price.";
        var (cost, relief, price) = band is null ? (rescue.Cost, rescue.Relief, rescue.Price) : (band.Cost.Median, band.Relief.Median, band.Price.Median);
        if (cost <= 0)
            return $"{stance} pays for itself: {who} gains {Money(-cost)}{Range(band?.Cost, -1)} a year by it, and {whom} {Money(relief)}{Range(band?.Relief)}.";
        return Invariant($"{stance} would cost {who} {Money(cost)}{Range(band?.Cost)} a year and give {whom} {Money(relief)}{Range(band?.Relief)}: {price:0.00} dollars for each dollar of relief{Plain(band?.Price)}, where it puts a weight of {answer.Affinity:0.00} on {Possessive(whom)} welfare.");
    }

    private static string Punishment(RescueAnswer answer, SeverityCurve curve)
    {
        var (none, full) = (curve.Points[0], curve.Points[^1]);
        var who = Name(answer, answer.Rescuer.Region);
        if (double.IsNaN(none.Price.Price) || double.IsNaN(full.Price.Price) || full.Price.Cost == none.Price.Cost)
            return $"Secondary sanctions change nothing that {who} would pay.";
        var words = Invariant($"Secondary sanctions raise the price from {none.Price.Price:0.00} to {full.Price.Price:0.00}, at a cost to the coalition of {full.Credibility:0.00} dollars for each that they cost {who}");
        if (curve.Crossing(0) is { } free)
            words += Invariant($"; up to {100 * free:0} percent of their size a rescue would pay for itself");
        else if (curve.Crossing(1) is { } one)
            words += Invariant($"; beyond {100 * one:0} percent of their size a dollar of relief costs more than a dollar");
        return words + ".";
    }

    private static string Dependence(RescueAnswer answer)
    {
        var (before, after) = (answer.DependenceBefore, answer.DependenceAfter);
        var isTargetJunior = before.One.RealIncomePct < before.Two.RealIncomePct;
        var (junior, senior) = isTargetJunior ? (before.One, before.Two) : (before.Two, before.One);
        var (juniorAfter, seniorAfter) = isTargetJunior ? (after.One, after.Two) : (after.Two, after.One);
        return Invariant($"{Name(answer, junior.Region)} is the junior partner: without any trade between them it would lose {-junior.RealIncomePct:0.00} percent of real income, {Name(answer, senior.Region)} {-senior.RealIncomePct:0.00}; under the case these are {-juniorAfter.RealIncomePct:0.00} and {-seniorAfter.RealIncomePct:0.00}.");
    }

    private static string Guarantee(RescueAnswer answer, string who, string whom)
    {
        if (answer.Rescuer.AbandonmentCost > 0)
            return Invariant($"A guarantee binds {who}: to leave {whom} without rescue would cost it {100 * answer.Rescuer.AbandonmentCost:0.##} percent of income.");
        var forum = answer.Case.Case.Guarantees.FirstOrDefault(guarantee => guarantee.Obligation != Obligation.Defence);
        return forum is null ? $"No guarantee binds {who} to {whom}." : $"No guarantee binds {who} to {whom}: {forum.Alliance.Text} obliges its members to {(forum.Obligation == Obligation.Consultation ? "consult" : "nothing")}.";
    }

    private static string WhatWouldChangeIt(RescueAnswer answer, FriendshipPrice rescue, string who, string whom)
    {
        if (double.IsNaN(rescue.Price) || double.IsInfinity(rescue.Cost))
            return $"Nothing that {who} could gain by it changes that.";
        var gap = rescue.Cost - answer.Affinity * rescue.Relief;
        if (gap <= 0)
            return Invariant($"It would no longer pay below a weight of {rescue.Price:0.00} on {whom}.");
        var severity = answer.Curve?.Crossing(answer.Affinity);
        var milder = severity is { } z ? Invariant($", or secondary sanctions below {100 * z:0} percent of what the case threatens with") : answer.Curve is null ? "" : "; without any secondary sanctions it would still not do it";
        return Invariant($"What would change it: a weight of {rescue.Price:0.00} on {whom} instead of {answer.Affinity:0.00}, or {Money(gap)} a year from somebody else{milder}.");
    }

    private static string? Hypocrites(RescueAnswer answer)
    {
        var differ = WordsAndDeeds.Of(answer).Where(row => row.Differs).ToArray();
        if (differ.Length == 0)
            return null;
        string Names(bool forTarget) => string.Join(", ", differ.Where(row => row.SpeaksForTarget == forTarget).Select(row => answer.Case.World.Name(row.Region)));
        var (whom, words) = (Name(answer, answer.Case.Target), new List<string>());
        if (Names(forTarget: false) is { Length: > 0 } helpers)
            words.Add($"nearer to the coalition vote, and help {whom} by their stance: {helpers}");
        if (Names(forTarget: true) is { Length: > 0 } others)
            words.Add($"nearer to {whom} vote, and hurt it by their stance: {others}");
        return $"Words and deeds differ (General Assembly): {string.Join("; ", words)}.";
    }

    private static string Others(RescueAnswer answer)
    {
        var count = answer.Equilibria.Length;
        var stable = count switch
        {
            _ when answer.Search is { } search => Found(search),
            0 => "No profile of stances is stable: the game has no pure Nash equilibrium, and the likeliest profile is taken",
            1 => "One profile of stances is stable",
            _ => Invariant($"{count:N0} profiles of stances are stable, of which the likeliest is taken"),
        };
        var stances = answer.Game.Actors
            .Select((actor, p) => (Code: actor.Player.Region.Text, actor.Moves, Move: actor.Moves[answer.Payoffs.Action(answer.Reference, p)].Name))
            .Where(row => row.Moves.Length > 1).GroupBy(row => row.Move).Select(group => $"{string.Join(", ", group.Select(row => row.Code))} {group.Key}");
        return $"{stable}: {string.Join("; ", stances)}.";
    }

    private static string Found(BestReplies search)
    {
        var looked = Invariant($"best replies from {search.Starts} profiles, {search.Solved:N0} of {search.Profiles:N0} solved; others may be missed");
        return search.Equilibria.Length switch
        {
            0 => $"No stable profile of stances was found ({looked}), and the case's own is taken",
            1 => $"One stable profile of stances was found ({looked})",
            var several => Invariant($"{several:N0} stable profiles of stances were found ({looked}), of which that in which most of them end is taken"),
        };
    }

    private static string Name(RescueAnswer answer, Region region)
    {
        var name = answer.Case.World.Name(region);
        return name.StartsWith("United ", StringComparison.Ordinal) || name is "Netherlands" or "Philippines" ? $"the {name}" : name;
    }

    private static string Sentence(string line) => char.ToUpperInvariant(line[0]) + line[1..];

    private static string Possessive(string name) => name.EndsWith('s') ? $"{name}'" : $"{name}'s";

    private static string Range(Band? band, int sign = 1) => band is null || double.IsNaN(band.Median)
        ? ""
        : sign > 0 ? $" ({Short(band.Low)} to {Short(band.High)})" : $" ({Short(-band.High)} to {Short(-band.Low)})";

    private static string Plain(Band? band) => band is null || double.IsNaN(band.Median) ? "" : Invariant($" ({band.Low:0.00} to {band.High:0.00})");

    private static string Short(double musd) => Invariant($"{musd / 1000:0.0}");

    private static string Money(double musd) => Math.Abs(musd) >= 100 ? Invariant($"{musd / 1000:0.0} bn USD") : Invariant($"{musd:0} m USD");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
