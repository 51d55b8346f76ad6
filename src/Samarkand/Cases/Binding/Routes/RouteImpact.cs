namespace Samarkand.Cases.Binding.Routes;

/// <summary>What an instrument on a flow means for the ways through third states.</summary>
internal sealed record RouteImpact
{
    /// <summary>It bans nothing, is evaded by nobody, and is not met on the way.</summary>
    public static RouteImpact None { get; } = new();

    /// <summary>The share of varieties that may no longer be sold directly, in [0, 1].</summary>
    public double Banned { get; init; }

    /// <summary>True where those are one list of goods, common to all senders.</summary>
    public bool IsListed { get; init; }

    /// <summary>True where the origin's side enforces the ban, so that its own border is checked.</summary>
    public bool IsEnforcedAtOrigin { get; init; }

    /// <summary>The ad valorem rate that goods evade on the way; 0 for none.</summary>
    public double Tariff { get; init; }

    /// <summary>The share of a leg's goods that it touches where the leg is such a flow, in [0, 1].</summary>
    public double LegShare { get; init; }

    /// <summary>What it multiplies their cost by, above 0; infinity for a ban.</summary>
    public double LegFactor { get; init; } = 1;
}
