using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>
/// The answer to the question who comes to the rescue, in words that follow from the numbers. Every number is the case's own; what draws say
/// stands beside it and is called so.
/// </summary>
internal static class Verdict
{
    /// <summary>What the rescuer does, what a rescue costs and brings, what punishment does to it, and how sure that is.</summary>
    public static IReadOnlyList<string> Of(RescueAnswer answer)
    {
        var lines = new List<string> { Choice(answer) };
        if (answer.Rescue is { } rescue)
            lines.Add(Means(answer, rescue) is { } means ? $"{MeansText.Best(means)} {Named.Sentence(Price(answer, rescue))}" : Price(answer, rescue));
        if (answer.Curve is { } curve)
            lines.Add(Punishment(answer, curve));
        if (answer.Draws is { } draws)
            lines.Add(DrawText.Of(answer, draws));
        return [.. lines.Select(Named.Sentence)];
    }

    /// <summary>Why, and what would change it: each a sentence or two.</summary>
    public static IReadOnlyList<string> Reasons(RescueAnswer answer) => [.. RescueReasons.Of(answer).Select(Named.Sentence)];

    private static string Choice(RescueAnswer answer)
    {
        var (who, whose) = (Who(answer), Named.Whose(answer.Case.World, answer.Case.Target));
        return answer.Choice.Name switch
        {
            "rescue" when answer.Means?.Offer.Mix.Count == 0 => $"Not openly: {who} gives nothing, but it lets banned goods through.",
            "rescue" => $"Yes: {who} comes to {whose} rescue.",
            "conduit" => $"Not openly: {who} does not come to {whose} rescue, but it lets banned goods through.",
            "neutral" => $"No: {who} stays neutral and does not come to {whose} rescue.",
            "comply" => $"No: {who} complies with the sanctions and does not come to {whose} rescue.",
            _ => $"No: {who} joins the coalition and does not come to {whose} rescue.",
        };
    }

    private static string Price(RescueAnswer answer, FriendshipPrice rescue)
    {
        var (who, whom) = (Who(answer), Whom(answer));
        var stance = Means(answer, rescue) is not null ? "it" : rescue.Stance == "rescue" ? "a rescue" : $"the stance `{rescue.Stance}`";
        if (double.IsPositiveInfinity(rescue.Cost))
            return $"{stance} is closed to {who}: what another state does has crossed a red line.";
        if (double.IsNaN(rescue.Price))
            return $"{stance} would bring {whom} no relief, so that friendship has no price here.";
        if (rescue.Cost <= 0)
            return $"{stance} pays for itself: {who} would gain {Amounts.Money(rescue.Cost)} a year by it, and {whom} {(rescue.Relief < 0 ? "would lose " : "")}{Amounts.Money(rescue.Relief)}.";
        var pays = answer.Affinity >= rescue.Price ? ", so that it is worth it" : Means(answer, rescue) is null ? ", so that it is not worth it" : "";
        return Invariant(
            $"{stance} would cost {who} {Amounts.Money(rescue.Cost)} a year and bring {whom} {Amounts.Money(rescue.Relief)}. That is {rescue.Price:0.00} dollars for each dollar of relief: the price of this friendship. {Named.Sentence(who)} is taken to count a dollar of {Named.Whose(answer.Case.World, answer.Case.Target)} as {answer.Affinity:0.00} of its own (its weight on {whom}){pays}.");
    }

    // The combinations that were tried, where the price is that of the best of them.
    private static MeansChoice? Means(RescueAnswer answer, FriendshipPrice rescue) =>
        rescue.Stance == "rescue" && !answer.IsOfEveryCandidate && double.IsFinite(rescue.Price) ? answer.Means : null;

    private static string Punishment(RescueAnswer answer, SeverityCurve curve)
    {
        var (none, full, who) = (curve.Points[0], curve.Points[^1], Who(answer));
        if (double.IsNaN(none.Price.Price) || double.IsNaN(full.Price.Price) || full.Price.Cost == none.Price.Cost)
            return $"Secondary sanctions, which punish whoever helps, change nothing that {who} would pay.";
        var words = Invariant(
            $"Secondary sanctions, which punish whoever helps, raise that price from {none.Price.Price:0.00} to {full.Price.Price:0.00}; they would cost the coalition {full.Credibility:0.00} dollars for each that they cost {who}");
        if (curve.Crossing(0) is { } free)
            words += Invariant($". Up to {100 * free:0} percent of their size a rescue would pay for itself");
        else if (curve.Crossing(1) is { } one)
            words += Invariant($". Beyond {100 * one:0} percent of their size a dollar of relief costs more than a dollar");
        return words + ".";
    }

    private static string Who(RescueAnswer answer) => Named.Of(answer.Case.World, answer.Rescuer.Region);

    private static string Whom(RescueAnswer answer) => Named.Of(answer.Case.World, answer.Case.Target);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
