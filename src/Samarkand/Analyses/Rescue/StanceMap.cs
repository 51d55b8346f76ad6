using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>The rescuer's best stance over its affinity for the target and the severity of secondary sanctions, the others held.</summary>
/// <param name="Cells">The cells, by severity and then affinity.</param>
internal sealed record StanceMap(ImmutableArray<StanceCell> Cells)
{
    /// <summary>The severities of the map, shares of the secondary package's size.</summary>
    public static ImmutableArray<double> Severities { get; } = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>The weights on the target.</summary>
    public static ImmutableArray<double> Affinities { get; } = [.. Enumerable.Range(0, 11).Select(w => w / 5.0)];

    internal static StanceMap Of(BoundCase bound, Actor actor, ProfileSolver anySolver, CancellationToken cancellation)
    {
        var free = Friendship.WithAnyStance(bound, actor);
        var solver = anySolver.At(free);
        var moves = actor.Moves.Where(move => move.Stance is not null).ToArray();
        var penalties = Array.ConvertAll(moves, move => Friendship.PenaltyAtCase(bound, actor, move.Stance!.Value));
        var rows = new StanceCell[Severities.Length][];
        InParallel.For(rows.Length, cancellation, z =>
        {
            var severity = Severities[z];
            var at = solver.At(free.Case.AtSeverity(severity));
            var variations = moves.Select(move => Solve(at, move)).ToArray();
            rows[z] = [.. Affinities.Select(affinity => Cell(severity, affinity, variations))];
        });
        return new StanceMap([.. rows.SelectMany(row => row)]);

        double[] Solve(ProfileSolver at, Move move)
        {
            var values = new double[bound.World.Regions.Length];
            at.Solve([actor], [move], values, cancellation);
            return values;
        }

        StanceCell Cell(double severity, double affinity, double[][] variations)
        {
            var weights = actor.Affinity.SetItem(bound.Target.Index, affinity);
            var best = Enumerable.Range(0, moves.Length).MaxBy(m => StanceGame.Payoff(actor, variations[m], weights, penalties[m]));
            return new StanceCell(severity, affinity, moves[best].Name);
        }
    }
}

/// <summary>One cell of the map.</summary>
/// <param name="Severity">The share of the secondary package's size.</param>
/// <param name="Affinity">The weight on the target.</param>
/// <param name="Stance">The rescuer's best stance.</param>
internal sealed record StanceCell(double Severity, double Affinity, string Stance);
