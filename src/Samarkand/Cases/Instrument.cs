using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cases;

/// <summary>What every instrument has.</summary>
/// <param name="Path">Its path in the case, such as <c>package.0</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record InstrumentHead(string Path, Place Place)
{
    /// <summary>The first day on which it holds, or null.</summary>
    public DateOnly? FromDate { get; init; }

    /// <summary>The first day on which it no longer holds, after <see cref="FromDate"/>, or null.</summary>
    public DateOnly? UntilDate { get; init; }

    /// <summary>The evidence that it rests on; empty where there is none.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];

    /// <summary>What the case calls it, such as <c>SWIFT</c>, each name once; null where the case gives it none.</summary>
    public string? Name { get; init; }

    /// <summary>The law that it stands in, with its date; null where the case names none.</summary>
    public string? Law { get; init; }

    /// <summary>The bundle that the case puts it into, which an explanation takes as one; null where it names none.</summary>
    public string? Bundle { get; init; }
}

/// <summary>
/// One sanction: a kind, its scope and its size. Each kind is a record in a file of its own, which says how the kind is written in a case,
/// how it finds its flows or payments in a world, what it does to the model, and how its size is put into words.
/// </summary>
public abstract record Instrument
{
    private protected Instrument(InstrumentHead head) => Head = head;

    /// <summary>What every instrument has.</summary>
    internal InstrumentHead Head { get; init; }

    /// <summary>The kind as a case writes it.</summary>
    public string Kind => Form.Name;

    /// <summary>Its name, or its path where the case gives it none.</summary>
    public string Label => Head.Name ?? Head.Path;

    /// <summary>Where it stands and what it is: <c>package.1 (payments-cut)</c>, with a name <c>SWIFT (payments-cut, package.1)</c>.</summary>
    internal string Title => Titled("");

    /// <summary>How the kind is written in a case.</summary>
    internal abstract InstrumentForm Form { get; }

    /// <summary>
    /// Its size in words, without what it acts on: the start of a sentence whose parts are texts, each a <see cref="Quantity"/>, a
    /// <see cref="RegionName"/>, or words again.
    /// </summary>
    internal abstract FormattableString Size { get; }

    /// <summary>
    /// The instrument for a year in which it is in force for a share of the days: what it touches of the year's trade, or the money
    /// that it moves in the year, is that share of what it would be.
    /// </summary>
    /// <param name="share">The share, above 0 and at most 1; with 1 nothing changes.</param>
    internal abstract Instrument Prorated(double share);

    /// <summary>The instrument over a period, on one of whose days at least it is in force.</summary>
    internal virtual Instrument Over(Period period) => Prorated(period.ShareInForce(Head));

    /// <summary>The same with the names of regions and blocs in it written another way; <c>all</c> stays.</summary>
    internal abstract Instrument Renamed(Func<RegionName, RegionName> rename);

    /// <summary>Finds its flows, payments and purchases in a world.</summary>
    internal abstract BoundInstrument Bind(InstrumentBinder binder, Sides sides);

    /// <summary>What it does to the model's primitives.</summary>
    /// <param name="bound">The instrument with its flows and payments.</param>
    internal abstract Shock ToShock(BoundInstrument bound);

    /// <summary>Looks up the names that it holds where it does not act, so that a mistake there shows too.</summary>
    internal abstract void Check(UnusedNames names);

    /// <summary>The title with what the instrument falls on.</summary>
    internal string Titled(string against)
    {
        string?[] parts = [Kind, Head.Name is null || Head.Path == Kind ? null : Head.Path, against.Length == 0 ? null : against];
        return Label == Kind ? Label : $"{Label} ({string.Join(", ", parts.OfType<string>())})";
    }

    private protected static ImmutableArray<RegionName> Renamed(ImmutableArray<RegionName> names, Func<RegionName, RegionName> rename) =>
        [.. names.Select(name => name.IsEveryone ? name : rename(name))];

    // Makes words of a text that stands in a choice.
    private protected static FormattableString Words(FormattableString words) => words;

    private protected static Quantity Percent(double share) => new(share, QuantityUnit.Share);

    private protected static Quantity Money(double musd) => new(musd, QuantityUnit.MillionUsd);

    private protected static Quantity Number(double value) => new(value, QuantityUnit.Number);
}

/// <summary>A number in the words that describe an instrument, which each report writes in its own way.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Quantity(double Value, QuantityUnit Unit);

/// <summary>The units of such numbers.</summary>
internal enum QuantityUnit
{
    /// <summary>None.</summary>
    Number,

    /// <summary>A share or a rate, 1 for the whole.</summary>
    Share,

    /// <summary>Million USD.</summary>
    MillionUsd,
}
