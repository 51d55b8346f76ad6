using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Explanation;

/// <summary>What a case is taken apart into: an instrument of its package, or another block as a whole.</summary>
public sealed record CasePart
{
    internal CasePart(string name, string kind, ImmutableArray<BoundInstrument> instruments) =>
        (Name, Kind, Instruments) = (name, kind, instruments);

    /// <summary>The path of the instrument, such as <c>package.0</c>, or the block: <c>over-compliance</c>, <c>secondary</c>, <c>retaliation</c>, <c>action</c>, <c>means</c>.</summary>
    public string Name { get; init; }

    /// <summary>The kind of the instrument, or of those of the block with commas between them.</summary>
    public string Kind { get; init; }

    /// <summary>Its instruments, at least one.</summary>
    internal ImmutableArray<BoundInstrument> Instruments { get; init; }

    /// <summary>The largest number of parts that a subset can hold, one bit each.</summary>
    public const int Most = 63;

    /// <summary>What the case calls the instrument; the part's name where it gives it none, or the part is a block.</summary>
    public string Label => Instruments is [{ Role: InstrumentRole.Package, Instrument.Head.Name: { } name }] ? name : Name;

    /// <summary>The parts of a case, in its order; a block that does not act at the stances that hold is none.</summary>
    /// <exception cref="InputException">Nothing acts, or there are more than <see cref="Most"/>.</exception>
    internal static ImmutableArray<CasePart> Of(BoundCase bound)
    {
        var parts = bound.Instruments
            .GroupBy(instrument => instrument.Role == InstrumentRole.Package ? instrument.Instrument.Head.Path : Block(instrument.Role))
            .Select(part => new CasePart(part.Key, string.Join(", ", part.Select(bound => bound.Instrument.Kind).Distinct()), [.. part]))
            .ToImmutableArray();
        if (parts.IsEmpty)
            throw Wrong(bound, "no instrument is in force, so there is nothing to explain", $"name another {new Parameter("as-of")} or {new Parameter("year")}");
        if (parts.Length > Most)
            throw Wrong(bound, FormattableString.Invariant($"it has {parts.Length} instruments, and at most {Most} can be explained one by one"), "explain a smaller package");
        return parts;
    }

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
