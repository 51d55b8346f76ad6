using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Explanation;

/// <summary>What a case is taken apart into: an instrument of its package, a bundle of them, or another block as a whole.</summary>
public sealed record CasePart
{
    internal CasePart(string name, string kind, ImmutableArray<BoundInstrument> instruments) =>
        (Name, Kind, Instruments) = (name, kind, instruments);

    /// <summary>The path of the instrument, such as <c>package.0</c>, the name of the bundle, or the block: <c>over-compliance</c>, <c>secondary</c>, <c>retaliation</c>, <c>action</c>, <c>means</c>.</summary>
    public string Name { get; init; }

    /// <summary>The kind of the instrument, or of those of the bundle or block with commas between them.</summary>
    public string Kind { get; init; }

    /// <summary>Its instruments, at least one.</summary>
    internal ImmutableArray<BoundInstrument> Instruments { get; init; }

    /// <summary>True where it is several instruments of the package that the case puts into a bundle, or that are of one kind in a case of many instruments.</summary>
    internal bool IsBundle { get; init; }

    /// <summary>The largest number of parts that a subset can hold, one bit each.</summary>
    public const int Most = 63;

    /// <summary>What the case calls the instrument; the part's name where it gives it none, or the part is a bundle or a block.</summary>
    public string Label => !IsBundle && Instruments is [{ Role: InstrumentRole.Package, Instrument.Head.Name: { } name }] ? name : Name;

    /// <summary>
    /// The parts of a case, in its order; a block that does not act at the stances that hold is none. Instruments that the case puts into one
    /// bundle are one part. Where more parts are left than every subset can be solved of, the other instruments of each kind are one part too.
    /// </summary>
    /// <exception cref="InputException">Nothing acts, or there are more than <see cref="Most"/>.</exception>
    internal static ImmutableArray<CasePart> Of(BoundCase bound)
    {
        var parts = Of(bound, byKind: false);
        if (parts.Length > InstrumentWorth.MostEnumerated)
            parts = Of(bound, byKind: true);
        if (parts.IsEmpty)
            throw Wrong(bound, "no instrument is in force, so there is nothing to explain", $"name another {new Parameter("as-of")} or {new Parameter("year")}");
        if (parts.Length > Most)
            throw Wrong(bound, FormattableString.Invariant($"it has {parts.Length} bundles of instruments, and at most {Most} can be explained"), "give more instruments the same `bundle`");
        return parts;
    }

    private static ImmutableArray<CasePart> Of(BoundCase bound, bool byKind) =>
    [
        .. bound.Instruments.GroupBy(instrument => Key(instrument, byKind)).Select(group =>
        {
            var kinds = string.Join(", ", group.Select(bound => bound.Instrument.Kind).Distinct());
            // A kind of which there is one keeps its own name.
            return group.Key.Form == PartForm.Kind && group.Count() == 1
                ? new CasePart(group.First().Instrument.Head.Path, kinds, [.. group])
                : new CasePart(group.Key.Name, kinds, [.. group]) { IsBundle = group.Key.Form is PartForm.Bundle or PartForm.Kind };
        }),
    ];

    // What a part's name is. A bundle may have the name of a kind, a path or a block.
    private enum PartForm
    {
        Instrument,
        Bundle,
        Kind,
        Block,
    }

    private static (PartForm Form, string Name) Key(BoundInstrument bound, bool byKind) => bound.Role != InstrumentRole.Package
        ? (PartForm.Block, Block(bound.Role))
        : bound.Instrument.Head.Bundle is { } bundle ? (PartForm.Bundle, bundle)
        : byKind ? (PartForm.Kind, bound.Instrument.Kind)
        : (PartForm.Instrument, bound.Instrument.Head.Path);

    private static string Block(InstrumentRole role) => role switch
    {
        InstrumentRole.OverCompliance => "over-compliance",
        InstrumentRole.Secondary => "secondary",
        InstrumentRole.Retaliation => "retaliation",
        InstrumentRole.Action => "action",
        InstrumentRole.Means => "means",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static InputException Wrong(BoundCase bound, string message, string hint) => new(new InputProblem(bound.Case.Source, 0, 0, message, hint));
}
