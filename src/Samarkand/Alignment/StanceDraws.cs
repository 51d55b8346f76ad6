using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Ensembles;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Alignment;

/// <summary>
/// The rescuer's choice where what is not known is drawn from the case's priors: in each draw the stance that pays it most, the others at
/// their equilibrium stances.
/// </summary>
/// <param name="Draws">How many draws were made.</param>
/// <param name="Chances">Each stance of the rescuer with its probability.</param>
/// <param name="Prices">Cost, relief and price of each stance other than neutral, with bands.</param>
public sealed record StanceDraws(int Draws, ImmutableArray<StanceChance> Chances, ImmutableArray<PriceBand> Prices)
{
    /// <summary>Makes the draws, in parallel; the same for the same seed whatever the number of threads.</summary>
    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="rescuer">Who chooses.</param>
    /// <param name="others">The stances of the other players.</param>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">A prior names no value of the case.</exception>
    /// <exception cref="NoEquilibriumException">A draw has no equilibrium.</exception>
    public static StanceDraws Solve(
        CaseText text,
        World world,
        Region rescuer,
        IReadOnlyList<(Region Region, Move Move)> others,
        int draws,
        int seed,
        Action<int, int>? progress = null,
        CancellationToken cancellation = default)
    {
        var drawn = new DrawnCase(text, world);
        var sampler = new PriorSampler(drawn.Priors, seed);
        var moves = Actors.Of(text.Read().BindTo(world)).Single(actor => actor.Region == rescuer).Moves;
        var (chosen, prices, done) = (new int[draws], new FriendshipPrice?[draws * moves.Length], 0);
        Parallel.For(0, draws, new ParallelOptions { CancellationToken = cancellation }, d =>
        {
            var (bound, baseline) = drawn.At(sampler.Draw(d));
            var actors = Actors.Of(bound);
            var self = actors.Single(actor => actor.Region == rescuer);
            var playing = others.Where(other => actors.Any(actor => actor.Region == other.Region)).ToArray();
            Actor[] all = [self, .. playing.Select(other => actors.Single(actor => actor.Region == other.Region))];
            var solver = new ProfileSolver(Friendship.WithAnyStance(bound, self), baseline);
            var (neutral, free) = (Variations(Move.Of(Stance.Neutral)), Cost(Move.Of(Stance.Neutral)));
            var best = double.NegativeInfinity;
            for (var m = 0; m < moves.Length; m++)
            {
                var (variations, cost) = (moves[m].Stance == Stance.Neutral ? neutral : Variations(moves[m]), Cost(moves[m]));
                if (StanceGame.Payoff(self, variations, self.Affinity, cost) is var payoff && payoff > best)
                    (best, chosen[d]) = (payoff, m);
                if (moves[m].Stance != Stance.Neutral)
                    prices[d * moves.Length + m] = FriendshipPrice.Of(self, moves[m].Name, neutral, variations, cost - free, bound.Target, bound.Coalition, solver.Income(bound.Target));
            }

            progress?.Invoke(Interlocked.Increment(ref done), draws);

            double[] Variations(Move move)
            {
                var variations = new double[world.Regions.Length];
                solver.Solve(all, [move, .. playing.Select(other => other.Move)], variations, cancellation);
                return variations;
            }

            double Cost(Move move)
            {
                Actor[] asked = [self with { Moves = [move] }, .. all[1..]];
                return MoveCosts.Of(asked, [0, .. playing.Select((other, p) => all[p + 1].MoveOf(other.Move.Name))], 0);
            }
        });
        return new StanceDraws(
            draws,
            [.. moves.Select((move, m) => StanceChance.Of(move.Name, chosen.Count(choice => choice == m), draws))],
            [.. moves.Select((move, m) => (move, m)).Where(pair => pair.move.Stance != Stance.Neutral).Select(pair => PriceBand.Of(
                pair.move.Name, [.. Enumerable.Range(0, draws).Select(d => prices[d * moves.Length + pair.m]!)]))]);
    }
}

/// <summary>How often a stance was chosen.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Probability">The share of draws.</param>
/// <param name="Low">The lower end of Wilson's 90 percent interval for it.</param>
/// <param name="High">The upper end.</param>
public sealed record StanceChance(string Stance, double Probability, double Low, double High)
{
    // The 95th percentile of the standard normal distribution.
    private const double Z = 1.6448536269514722;

    /// <summary>The share with its interval (Wilson 1927, Journal of the American Statistical Association 22(158)).</summary>
    public static StanceChance Of(string stance, int count, int draws)
    {
        var (p, z2) = ((double)count / draws, Z * Z / draws);
        var (centre, half) = ((p + z2 / 2) / (1 + z2), Z / (1 + z2) * Math.Sqrt((p * (1 - p) + z2 / 4) / draws));
        return new StanceChance(stance, p, count == 0 ? 0 : centre - half, count == draws ? 1 : centre + half);
    }
}

/// <summary>The median of cost, relief and price over the draws, with the 5th and 95th percentile.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Cost">Million USD a year.</param>
/// <param name="Relief">Million USD a year.</param>
/// <param name="Price">Dollars a dollar; over the draws that bring relief.</param>
public sealed record PriceBand(string Stance, Band Cost, Band Relief, Band Price)
{
    internal static PriceBand Of(string stance, IReadOnlyList<FriendshipPrice> prices) => new(
        stance, Band.Of(prices.Select(price => price.Cost)), Band.Of(prices.Select(price => price.Relief)), Band.Of(prices.Select(price => price.Price)));
}

/// <summary>A median between two percentiles; NaN where no draw has a value.</summary>
/// <param name="Low">The 5th percentile.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The 95th percentile.</param>
public sealed record Band(double Low, double Median, double High)
{
    internal static Band Of(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new Band(At(0.05), At(0.5), At(0.95));
    }
}
