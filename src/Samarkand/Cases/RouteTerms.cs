using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>What routes cost and how goods choose among them, every figure settled. Sources: docs/track-record.md.</summary>
internal sealed record RouteTerms
{
    /// <summary>The elasticity rho where a case gives none.</summary>
    public const double DefaultElasticity = 12;

    /// <summary>A conduit's margin where a case gives none.</summary>
    public const double DefaultMargin = 0.1;

    /// <summary>The premium of a checked border where a case gives none.</summary>
    public const double DefaultEvasion = 0.12;

    /// <summary>The share of margins that buys the conduit's own services where a case gives none.</summary>
    public const double DefaultHandling = 0.6;

    /// <summary>rho: by how many percent the ratio of two routes' shares falls where one becomes a percent dearer; above 0.</summary>
    public required double Elasticity { get; init; }

    /// <summary>What a conduit adds to the basic price, ad valorem, at least 0.</summary>
    public required double Margin { get; init; }

    /// <summary>What crossing one checked border costs banned goods, ad valorem, at least 0.</summary>
    public required double Evasion { get; init; }

    /// <summary>What a conduit under threat of secondary sanctions pays besides, ad valorem, at least 0; 0 where nobody threatens.</summary>
    public required double Threat { get; init; }

    /// <summary>The share of a margin that buys the conduit's own transport and trade services; the rest is rent.</summary>
    public required double Handling { get; init; }

    /// <summary>Re-exports over imports of goods before any ban, [sector, region], in the world's order.</summary>
    public required ImmutableArray<double> ReExports { get; init; }

    /// <summary>eta: a conduit's cost is multiplied by (1 + F / H)^eta, F what bans send through it and H what it sold the target before; 0 for roads without end.</summary>
    public double Congestion { get; init; }

    /// <summary>The weight of a conduit's sales of all goods to the target beside those of the sector, in [0, 1].</summary>
    public double Reach { get; init; }

    /// <summary>The share of banned goods through a region that its own customs never see, in the world's order.</summary>
    public ImmutableArray<double> Ghosts { get; init; } = [];

    /// <summary>True where a region's border with the target is not checked, in the world's order.</summary>
    public required ImmutableArray<bool> InUnionWithTarget { get; init; }

    /// <summary>The sectors whose goods may also take ways from the target to those that ban them; empty for none.</summary>
    public ImmutableArray<Sector> Back { get; init; } = [];

    /// <summary>The terms of each sector where they do not all adapt at one pace; empty where these hold for all.</summary>
    public ImmutableArray<RouteTerms> BySector { get; init; } = [];

    /// <summary>The terms of a sector's goods.</summary>
    public RouteTerms Of(Sector sector) => BySector.IsEmpty ? this : BySector[sector.Index];

    /// <summary>The hat of the cost of a way from the target: only the border of those that ban is checked.</summary>
    public double CostBack => (1 + Threat) * (1 + Margin) * (1 + Evasion);

    /// <summary>The hat of a route's cost: 1 + evasion for each checked border, the threat, and the margin.</summary>
    /// <param name="conduit">The conduit.</param>
    /// <param name="isFirstBorderChecked">True where the origin's side enforces the ban, false where only the target does.</param>
    public double Cost(Region conduit, bool isFirstBorderChecked)
    {
        var cost = (1 + Threat) * (1 + Margin);
        if (isFirstBorderChecked)
            cost *= 1 + Evasion;
        return InUnionWithTarget[conduit.Index] ? cost : cost * (1 + Evasion);
    }
}
