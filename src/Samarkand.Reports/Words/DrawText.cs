using System.Globalization;
using Samarkand.Analyses.Rescue;

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
        var words = $"How sure is that? It does so in {share}, each with likely values of what is not known.";
        if (answer.Rescue is not { } rescue || draws.Prices.FirstOrDefault(price => price.Stance == rescue.Stance) is not { } band || double.IsNaN(band.Price.Median))
            return words;
        var outside = rescue.Price > band.Price.High ? "; the case's own price lies above that, since few draws are as hard on a rescue"
            : rescue.Price < band.Price.Low ? "; the case's own price lies below that, since few draws are as easy on a rescue"
            : "";
        return words + Invariant($" In nine of ten a rescue costs {Amounts.Range(band.Cost.Low, band.Cost.High)} and its price is {band.Price.Low:0.00} to {band.Price.High:0.00} (median {band.Price.Median:0.00}){outside}.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
