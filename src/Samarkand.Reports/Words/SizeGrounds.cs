using Samarkand.Cases;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Words;

/// <summary>The sizes that an answer rests on: trade elasticities over the world's, and every instrument of the case.</summary>
internal static class SizeGrounds
{
    /// <summary>One line for each; of instruments, first those that act.</summary>
    public static IEnumerable<string> Of(BoundCase bound)
    {
        var people = new Cast(bound);
        foreach (var assumption in ElasticityText.Of(bound))
            yield return $"{assumption.Text}.{Evidence(bound, assumption)}";
        foreach (var instrument in bound.Instruments)
            yield return $"{StanceText.Title(bound, instrument)}: {InstrumentText.Of(instrument, people)}";
        var acting = bound.Instruments.Select(instrument => instrument.Instrument.Head.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in CaseDates.Instruments(bound.Case).Where(instrument => !acting.Contains(instrument.Head.Path)))
            yield return $"{instrument.Title}: {InstrumentText.SizeAndSectors(instrument, people)}; it does not act at these stances.";
    }

    private static string Evidence(BoundCase bound, Assumption assumption) => assumption.Evidence.IsEmpty
        ? " An assumption without evidence."
        : string.Concat(assumption.Evidence.Select(name => bound.Case.Evidence.First(entry => entry.Name == name.Text)).Select(entry => $" \"{entry.Quote}\" ({entry.Source})"));
}
