using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>How pools of gas answer to what bans stop, as changes of the model's primitives (docs/method.md, section 1e).</summary>
/// <param name="Shortages">The pools that lose gas.</param>
/// <param name="Weights">Whose gas reaches whom instead.</param>
/// <param name="Pools">The pools to which less can come than came; none but within a year.</param>
internal sealed record GasPlan(ImmutableArray<GasShortage> Shortages, ImmutableArray<Reweighting> Weights, ImmutableArray<Pool> Pools)
{
    /// <summary>The shock with these pools.</summary>
    public Shock Open(Shock shock) => shock with { Reweightings = [.. shock.Reweightings, .. Weights], Pools = [.. shock.Pools, .. Pools] };

    /// <summary>A shock that was opened with these pools, as it was without.</summary>
    public Shock Close(Shock shock) => shock with { Reweightings = shock.Reweightings.RemoveRange(Weights), Pools = shock.Pools.RemoveRange(Pools) };
}

/// <summary>A pool that loses gas.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Members">Its states in this world.</param>
/// <param name="Lost">What bans stop, over all that they bought.</param>
/// <param name="Arrives">What can arrive, over the same; 1 where nothing binds.</param>
internal sealed record GasShortage(string Name, Sector Sector, ImmutableArray<Region> Members, double Lost, double Arrives);
