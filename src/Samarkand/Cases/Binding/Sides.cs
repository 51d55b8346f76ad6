using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>The default sides of a package's instruments, and what part of the case the package is.</summary>
/// <param name="Sender">Who imposes or gives it; empty where it is not known.</param>
/// <param name="Receiver">Whom it falls on; empty where it is not known.</param>
/// <param name="HasCoalition">False where the case names no coalition at all.</param>
internal sealed record Sides(ImmutableArray<Region> Sender, ImmutableArray<Region> Receiver, bool HasCoalition)
{
    /// <summary>The part of the case.</summary>
    public InstrumentRole Role { get; init; }

    /// <summary>Whose stance makes it act; empty for the package.</summary>
    public ImmutableArray<Region> Players { get; init; } = [];

    /// <summary>What it rests on where an instrument has no evidence of its own.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];
}
