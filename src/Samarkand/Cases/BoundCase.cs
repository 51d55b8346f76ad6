using System.Collections.Immutable;
using Samarkand.Equilibrium;
using Samarkand.Routes;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>A case whose names have been looked up in a world.</summary>
public sealed record BoundCase
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The world.</summary>
    public required World World { get; init; }

    /// <summary>The state that the package falls on.</summary>
    public required Region Target { get; init; }

    /// <summary>The members of the coalition in the world's order, each once; without the target.</summary>
    public required ImmutableArray<Region> Coalition { get; init; }

    /// <summary>The instruments of the package.</summary>
    public required ImmutableArray<BoundInstrument> Package { get; init; }

    /// <summary>What the package does to the model's primitives.</summary>
    public required Shock Shock { get; init; }

    /// <summary>The ways that banned goods find through third states; null where no state opens any.</summary>
    public RoutePlan? Routes { get; init; }

    /// <summary>The figures that the case is known to give, for the regions that the world holds.</summary>
    public ImmutableArray<BoundExpectation> Expected { get; init; } = [];

    /// <summary>Names written with <c>?</c> that the world does not hold, each once.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>What the case holds and this version reads but does not use, one sentence each.</summary>
    public ImmutableArray<string> NotUsedYet { get; init; } = [];

    /// <summary>The same case in the same world for a period; see <see cref="CaseDates.Over"/>.</summary>
    /// <exception cref="ArgumentException">Dates were applied to the case before.</exception>
    public BoundCase Over(Period period) => CaseDates.Over(Case, period).BindTo(World);
}

/// <summary>An instrument with its flows and payments in a world.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Flows">The flows that it acts on: one block, two where it acts in both directions, none for money.</param>
/// <param name="Payments">The yearly payments that it causes, in million USD.</param>
public sealed record BoundInstrument(Instrument Instrument, ImmutableArray<FlowBlock> Flows, ImmutableArray<Payment> Payments);

/// <summary>A figure that the case is known to give.</summary>
/// <param name="Region">The region.</param>
/// <param name="RealIncomePct">Change of real income in percent.</param>
/// <param name="Tolerance">Allowed difference in percent points.</param>
public sealed record BoundExpectation(Region Region, double RealIncomePct, double Tolerance);
