using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>The price of friendship as secondary sanctions grow from none to what the case threatens with.</summary>
/// <param name="Rescuer">The rescuer.</param>
/// <param name="Stance">Its stance.</param>
/// <param name="Points">The points, from severity 0 to 1.</param>
internal sealed record SeverityCurve(Region Rescuer, Stance Stance, ImmutableArray<SeverityPoint> Points)
{
    internal const int DefaultSteps = 10;

    /// <summary>
    /// Solves the curve: at severity z every instrument of the secondary package is z of its size (<see cref="Instrument.Prorated"/>), and
    /// falls on the rescuer's stance.
    /// </summary>
    /// <param name="bound">A case with secondary sanctions.</param>
    /// <param name="actor">The rescuer.</param>
    /// <param name="stance">Its stance.</param>
    /// <param name="steps">The number of steps from 0 to 1, at least 1.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoEquilibriumException">A severity has no equilibrium.</exception>
    public static SeverityCurve Of(BoundCase bound, Actor actor, Stance stance, int steps = DefaultSteps, CancellationToken cancellation = default) =>
        Of(bound, actor, stance, new ProfileSolver(bound, cancellation), steps, cancellation);

    internal static SeverityCurve Of(BoundCase bound, Actor actor, Stance stance, ProfileSolver anySolver, int steps, CancellationToken cancellation)
    {
        var free = Friendship.WithAnyStance(bound, actor);
        var solver = anySolver.At(free);
        var (neutral, target) = (Solve(solver, Stance.Neutral), solver.Income(bound.Target));
        var coalition = free.WithStances((actor.Region, Stance.Neutral)).Coalition;
        var penalty = Friendship.PenaltyAtCase(bound, actor, stance) - Friendship.PenaltyAtCase(bound, actor, Stance.Neutral);
        var points = new FriendshipPrice[steps + 1];
        InParallel.For(points.Length, cancellation, m =>
        {
            var taken = Solve(solver.At(free.Case.AtSeverity((double)m / steps)), stance);
            points[m] = FriendshipPrice.Of(actor, stance.Name(), neutral, taken, penalty, bound.Target, coalition, target);
        });
        return new SeverityCurve(actor.Region, stance, [.. points.Select((point, m) => new SeverityPoint(
            (double)m / steps, point, (point.CoalitionCost - points[0].CoalitionCost) / (point.Cost - points[0].Cost)))]);

        double[] Solve(ProfileSolver one, Stance taken)
        {
            var variations = new double[bound.World.Regions.Length];
            one.Solve([actor], [Move.Of(taken)], variations, cancellation);
            return variations;
        }
    }

    /// <summary>The severity at which the price passes a value, between the points in proportion; null where it does not.</summary>
    public double? Crossing(double price)
    {
        for (var m = 1; m < Points.Length; m++)
        {
            var (a, b) = (Points[m - 1].Price.Price - price, Points[m].Price.Price - price);
            if (a <= 0 != b <= 0)
                return Points[m - 1].Severity + (Points[m].Severity - Points[m - 1].Severity) * a / (a - b);
        }

        return null;
    }
}

/// <summary>One severity.</summary>
/// <param name="Severity">The share of the secondary package's size, 0 to 1.</param>
/// <param name="Price">Cost, relief and price at it.</param>
/// <param name="Credibility">What the sanctions cost the coalition for each dollar that they cost the rescuer; NaN at severity 0.</param>
internal sealed record SeverityPoint(double Severity, FriendshipPrice Price, double Credibility);
