using System.Collections.Immutable;
using Samarkand.Cases.Binding.Routes;
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

    /// <summary>The detours of every banned or taxed flow that has an open route, and those from the target.</summary>
    public required ImmutableArray<Detour> Detours { get; init; }

    /// <summary>What is left of taxed direct trade once a part of it goes through third states.</summary>
    public required ImmutableArray<CostChange> DirectTrade { get; init; }

    /// <summary>What conduits buy with their margins.</summary>
    public required Handling Handling { get; init; }

    /// <summary>The same with the ways from the target to those that ban what it sells, where the terms open any.</summary>
    public RoutePlan WithReturns(World world, Region target, ImmutableArray<BoundInstrument> instruments, OutletPlan? outlets, BaselineRoutes before, ReadOnlySpan<double> elasticities) => Terms.Back.IsEmpty ? this : this with
    {
        Detours = [.. Detours, .. ReturnFinder.Find(world, target, Terms, Conduits, instruments, outlets, before.OnwardSales, elasticities)],
    };

    /// <summary>The shock with these routes open; the same where nothing takes them.</summary>
    public Shock Open(Shock shock) => Detours.IsEmpty ? shock : shock with
    {
        Costs = [.. shock.Costs, .. DirectTrade],
        Detours = [.. shock.Detours, .. Detours],
        // A world without transport and trade services leaves all of a margin rent.
        Handling = Handling.Sectors.IsEmpty ? null : Handling,
    };
}
