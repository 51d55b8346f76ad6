using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;

namespace Samarkand.Reports.Words;

/// <summary>What the draws say of a rescue, beside the case's own numbers.</summary>
internal static class DrawText
{
    public static string Of(RescueAnswer answer, StanceDraws draws)
    {
        var chance = draws.Chances.FirstOrDefault(one => one.Stance == answer.Choice.Name);
        var share = chance is null
            ? Invariant($"none of {draws.Draws:N0} draws")
            : Invariant($"{100 * chance.Probability:0} percent of {draws.Draws:N0} draws ({100 * chance.Low:0} to {100 * chance.High:0} with 90 percent confidence)");
        var words = CannotSayOtherwise(answer, draws) ?? $"How sure is that? It does so in {share}, each with likely values of what is not known.";
        if (answer.Rescue is not { } rescue || draws.Prices.FirstOrDefault(price => price.Stance == rescue.Stance) is not { } band || double.IsNaN(band.Price.Median))
            return words;
        var outside = rescue.Price > band.Price.High ? "; the case's own price lies above that, since few draws are as hard on a rescue"
            : rescue.Price < band.Price.Low ? "; the case's own price lies below that, since few draws are as easy on a rescue"
            : "";
        return words + Invariant($" In nine of ten a rescue costs {Amounts.Range(band.Cost.Low, band.Cost.High)} and its price is {band.Price.Low:0.00} to {band.Price.High:0.00} (median {band.Price.Median:0.00}){Means(answer, draws, rescue)}{outside}.");
    }

    // In how many draws the means are those of the case's own values.
    private static string Means(RescueAnswer answer, StanceDraws draws, FriendshipPrice rescue) =>
        rescue.Stance == "rescue" && answer.Means is { } means && draws.Means.Length > 1 ? Invariant($", in {100 * draws.ShareOf(means.Offer.Mix):0} percent by those means") : "";

    // A prior that ends below every price says nothing about how sure an answer is.
    private static string? CannotSayOtherwise(RescueAnswer answer, StanceDraws draws)
    {
        if (answer.Rescue is not { } rescue || answer.Choice.Name == rescue.Stance || !draws.Chances.Any(one => one.Stance == answer.Choice.Name && one.Probability == 1))
            return null;
        var (who, whom) = (answer.Case.World.Code(answer.Rescuer.Region), answer.Case.World.Code(answer.Case.Target));
        double? end = answer.Case.Case.Priors.FirstOrDefault(prior => prior.Path == $"affinity.{who}.{whom}")?.Distribution switch
        {
            Uniform uniform => uniform.High,
            Triangular triangular => triangular.High,
            null => answer.Affinity,
            _ => null,
        };
        return end is { } high && draws.Prices.FirstOrDefault(price => price.Stance == rescue.Stance) is { } band && high < band.Price.Low
            ? Invariant($"How sure is that? The draws cannot tell: the weight is at most {high:0.##}, below the price in at least nineteen of twenty of {draws.Draws:N0} draws of all else: none could say otherwise.")
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
