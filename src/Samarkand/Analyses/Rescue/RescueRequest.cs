using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue;

/// <summary>What is asked of a case about who comes to the rescue.</summary>
public sealed record RescueRequest
{
    /// <summary>How many draws a question takes where nobody says.</summary>
    public const int DefaultDraws = 200;

    /// <summary>How many draws from the priors; 0 for none.</summary>
    public int Draws { get; init; }

    /// <summary>The seed of draws and of the search.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How closely players look at their payoffs, 1 over percent of income.</summary>
    public double Lambda { get; init; } = RescueAnswer.DefaultLambda;

    /// <summary>True to let the coalition move first even where the case does not say so.</summary>
    public bool CoalitionFirst { get; init; }

    /// <summary>The severities among which it chooses, ascending, over the case's; empty for the case's or the method's own.</summary>
    public ImmutableArray<double> Severities { get; init; } = [];

    /// <summary>True to look for equilibria by best replies instead of solving every profile.</summary>
    public bool Search { get; init; }

    /// <summary>True for the map of equilibria however many profiles it needs (see <see cref="RescueAnswer.Landscape"/>).</summary>
    public bool Map { get; init; }

    /// <summary>True where nobody looks at the map of equilibria, which takes more profiles than all the rest.</summary>
    internal bool OmitsMap { get; init; }

    /// <summary>Where draws are kept, once the game says what is drawn; null for nowhere.</summary>
    internal Func<StanceDrawSolver, IBlockStore>? Store { get; init; }
}
