using System.Globalization;
using Samarkand.Cases;
using static Samarkand.Reports.Pages.Charts.Figures;

namespace Samarkand.Reports.Pages;

/// <summary>An instrument in words: its size, then what it acts on.</summary>
internal static class InstrumentText
{
    /// <summary>An instrument that acts.</summary>
    public static string Of(BoundInstrument bound, Cast people)
    {
        var size = $"{Size(bound.Instrument, people)}{Yearly(bound)}";
        return bound.Instrument is FlowInstrument flow && !bound.Flows.IsEmpty
            ? $"{size}; {Sectors(flow)}, from {people.Together(bound.Flows[0].Origins)} to {people.Together(bound.Flows[0].Destinations)}{(flow.Scope.Both ? ", and back" : "")}."
            : $"{size}.";
    }

    /// <summary>The size of an instrument, and the sectors that it acts on, whether it acts or not.</summary>
    public static string SizeAndSectors(Instrument instrument, Cast people) =>
        instrument is FlowInstrument flow ? $"{Size(instrument, people)}; {Sectors(flow)}" : Size(instrument, people);

    /// <summary>The same in a few words: of the size, what stands before the first comma or bracket; then, in brackets, what it is called or the sectors that it acts on.</summary>
    public static (string Size, string Of) Short(Instrument instrument, Cast people)
    {
        var of = instrument.Head.Name ?? (instrument is FlowInstrument flow ? Sectors(flow) : "");
        return (Size(instrument, people).Split([",", " ("], 2, StringSplitOptions.None)[0], of.Length == 0 ? "" : $" ({of})");
    }

    private static string Size(Instrument instrument, Cast people) => Words(instrument.Size, people);

    private static string Words(FormattableString words, Cast people) =>
        string.Format(CultureInfo.InvariantCulture, words.Format, [.. words.GetArguments().Select(part => Written(part, people))]);

    private static string Written(object? part, Cast people) => part switch
    {
        Quantity { Unit: QuantityUnit.Share, Value: var share } => Percent(share),
        Quantity { Unit: QuantityUnit.MillionUsd, Value: var musd } => Money(musd),
        Quantity { Unit: QuantityUnit.Number, Value: var value } => Invariant($"{value:0.####}"),
        RegionName name => people.NameOf(name),
        FormattableString words => Words(words, people),
        string text => text,
        _ => throw new ArgumentException($"an instrument's words hold {part}", nameof(part)),
    };

    private static string Yearly(BoundInstrument bound) =>
        bound.Payments.IsEmpty ? "" : $": {Money(bound.Payments.Sum(payment => payment.Amount))} a year {(bound.Payments[0].InTrust ? "are held in trust" : "change hands")}";

    // So that no amount is written as none.
    private static string Money(double musd) => musd >= 1000 ? Invariant($"{musd / 1000:#,0.##} bn USD") : Invariant($"{musd:0.####} m USD");

    private static string Sectors(FlowInstrument flow)
    {
        var names = flow.Scope.Sectors.IsEmpty ? flow.DefaultSectors : string.Join(", ", flow.Scope.Sectors.Select(name => name.Text));
        return names == "all" ? "all sectors" : names;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
