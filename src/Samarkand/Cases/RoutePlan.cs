using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>The ways that banned and taxed goods find to the target, as changes of the model's primitives.</summary>
internal sealed record RoutePlan
{
    /// <summary>What routes cost.</summary>
    public required RouteTerms Terms { get; init; }

    /// <summary>The states that let goods through, in the world's order.</summary>
    public required ImmutableArray<Region> Conduits { get; init; }

    /// <summary>The detours of every banned or taxed flow that has an open route.</summary>
    public required ImmutableArray<Detour> Detours { get; init; }

    /// <summary>What is left of taxed direct trade once a part of it goes through third states.</summary>
    public required ImmutableArray<CostChange> DirectTrade { get; init; }

    /// <summary>What conduits buy with their margins.</summary>
    public required Handling Handling { get; init; }

    /// <summary>The shock with these routes open; the same where nothing takes them.</summary>
    public Shock Open(Shock shock) => Detours.IsEmpty ? shock : shock with
    {
        Costs = [.. shock.Costs, .. DirectTrade],
        Detours = [.. shock.Detours, .. Detours],
        // A world without transport and trade services leaves all of a margin rent.
        Handling = Handling.Sectors.IsEmpty ? null : Handling,
    };
}
