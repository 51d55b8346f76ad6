using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The pure equilibria of the whole game over the rescuer's weight on the target and the severity of secondary sanctions: everybody
/// answers anew in every cell.
/// </summary>
/// <param name="Cells">The cells, by severity and then affinity.</param>
internal sealed record EquilibriumMap(ImmutableArray<EquilibriumCell> Cells)
{
    /// <summary>The severities of the map, shares of the secondary package's size.</summary>
    public static ImmutableArray<double> Severities { get; } = StanceMap.Severities;

    /// <summary>Finds the equilibria of every cell.</summary>
    /// <param name="games">The game at each severity.</param>
    /// <param name="rescuer">The rescuer's place among the players.</param>
    /// <param name="reference">The profile that the others are compared with.</param>
    /// <param name="cancellation">Stops it.</param>
    public static EquilibriumMap Of(
        IReadOnlyList<(double Severity, StanceGame Game)> games, int rescuer, int reference, CancellationToken cancellation = default)
    {
        var cells = new EquilibriumCell[games.Count * StanceMap.Affinities.Length];
        var target = games[0].Game.Case.Target.Index;
        InParallel.For(games.Count, cancellation, z =>
        {
            var (severity, game) = games[z];
            var own = game.Payoffs();
            for (var w = 0; w < StanceMap.Affinities.Length; w++)
            {
                var affinity = StanceMap.Affinities[w];
                var payoffs = own.WithPayoffs(rescuer, game.Payoffs(rescuer, game.Actors[rescuer].Affinity.SetItem(target, affinity)));
                cells[z * StanceMap.Affinities.Length + w] = Cell(severity, affinity, game, payoffs, rescuer, reference);
            }
        });
        return new EquilibriumMap([.. cells]);
    }

    private static EquilibriumCell Cell(double severity, double affinity, StanceGame game, NormalForm payoffs, int rescuer, int reference)
    {
        var equilibria = PureEquilibria.Find(payoffs);
        var stances = equilibria.Select(profile => payoffs.Action(profile, rescuer)).Distinct().Order().Select(action => game.Actors[rescuer].Moves[action].Name);
        var moving = Enumerable.Range(0, payoffs.PlayerCount)
            .Where(player => player != rescuer && equilibria.Any(profile => payoffs.Action(profile, player) != payoffs.Action(reference, player)))
            .Select(player => game.Actors[player].Player.Region.Text);
        return new EquilibriumCell(severity, affinity, [.. stances], equilibria.Length, [.. moving]);
    }
}

/// <summary>One cell of the map.</summary>
/// <param name="Severity">The share of the secondary package's size.</param>
/// <param name="Affinity">The weight on the target.</param>
/// <param name="Stances">The rescuer's stances in the equilibria, each once; none where no profile is stable.</param>
/// <param name="Equilibria">How many pure equilibria there are.</param>
/// <param name="Moving">The other players whose stance in some equilibrium is not that of the reference.</param>
internal sealed record EquilibriumCell(double Severity, double Affinity, ImmutableArray<string> Stances, int Equilibria, ImmutableArray<string> Moving)
{
    /// <summary>The cell in a few words: the stance, or those between which it is open, whether there are several equilibria, whether others move too.</summary>
    public string Outcome => Equilibria == 0
        ? "none is stable"
        : string.Join(" or ", Stances) + (Equilibria > 1 && Stances.Length == 1 ? ", several" : "") + (Moving.IsEmpty ? "" : ", others move");
}
