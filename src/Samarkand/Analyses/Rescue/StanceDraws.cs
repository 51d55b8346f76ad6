using System.Collections.Immutable;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The rescuer's choice where what is not known is drawn from the case's priors: in each draw the stance that pays it most, the others at
/// their equilibrium stances, and of a rescue the combination of means that pays best for both in that draw.
/// </summary>
public sealed record StanceDraws
{
    internal StanceDraws(int draws, ImmutableArray<StanceChance> chances, ImmutableArray<PriceBand> prices) =>
        (Draws, Chances, Prices) = (draws, chances, prices);

    /// <summary>How many draws were made.</summary>
    public int Draws { get; init; }

    /// <summary>Each stance of the rescuer with its probability.</summary>
    public ImmutableArray<StanceChance> Chances { get; init; }

    /// <summary>Cost, relief and price of each stance other than neutral, with bands.</summary>
    internal ImmutableArray<PriceBand> Prices { get; init; }

    /// <summary>The combinations of means among which each draw chose, and the share of draws in which each is the best; empty where the rescuer has none.</summary>
    internal ImmutableArray<(MeansMix Mix, double Share)> Means { get; init; } = [];

    /// <summary>The share of draws in which a combination is the best; NaN where it was not tried in them.</summary>
    internal double ShareOf(MeansMix mix) => Means.Where(one => one.Mix == mix).Select(one => one.Share).DefaultIfEmpty(double.NaN).First();

    // Draws whose cases are held in memory together.
    private const int Block = 500;

    /// <summary>Makes the draws, in parallel; the same for the same seed whatever the number of threads.</summary>
    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="rescuer">Who chooses.</param>
    /// <param name="others">The stances of the other players.</param>
    /// <param name="means">What a rescue may consist of, at the case's own values; null where the rescuer has no means.</param>
    /// <param name="solver">A solver of the case.</param>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">A prior names no value of the case.</exception>
    /// <exception cref="NoEquilibriumException">A draw has no equilibrium.</exception>
    internal static StanceDraws Solve(
        CaseSource text,
        World world,
        Region rescuer,
        IReadOnlyList<(Region Region, Move Move)> others,
        MeansChoice? means,
        ProfileSolver solver,
        int draws,
        int seed,
        Action<int, int>? progress,
        CancellationToken cancellation)
    {
        var (bound, drawn) = (text.Bind(world), new DrawnCase(text, world, solver.Observed));
        var sampler = new PriorSampler(drawn.Priors, seed);
        var moves = Actors.Of(bound).Single(actor => actor.Region == rescuer).Moves;
        var mixes = means?.Likely ?? [];
        var asked = DrawnMove.Of(moves, mixes);
        string[] names = [.. asked.Skip(1).Select(one => one.Move.Name).Distinct()];
        var (chosen, taken, prices, done) = (new int[moves.Length], new int[mixes.Length], names.ToDictionary(name => name, _ => new List<FriendshipPrice>()), 0);
        for (var first = 0; first < draws; first += Block)
        {
            var choices = new DrawnChoice[Math.Min(Block, draws - first)];
            InParallel.For(choices.Length, cancellation, d =>
            {
                var values = sampler.Draw(first + d);
                choices[d] = new DrawnChoice(bound with { Case = drawn.CaseAt(values) }, drawn.BaselineAt(values), rescuer, others, cancellation);
            });
            var variations = Variations(choices, asked, solver, world.Regions.Length, () => progress?.Invoke(Interlocked.Increment(ref done) / asked.Length, draws), cancellation);
            for (var d = 0; d < choices.Length; d++)
            {
                var (choice, solved) = (choices[d], variations[d]);
                MeansOffer[] offers = [.. Enumerable.Range(0, asked.Length).Where(m => asked[m].Mix is not null).Select(m => new MeansOffer(asked[m].Mix!.Value, Price(m), choice.Self.Affinity[bound.Target.Index]))];
                var best = offers.Length == 0 ? -1 : MeansChoice.BestOf([.. offers]);
                if (best >= 0)
                    taken[best]++;
                // Of a rescue the combination that pays best for both in this draw stands for the stance.
                int[] open = [.. Enumerable.Range(0, asked.Length).Where(m => asked[m].Mix is not { } mix || mix == offers[best].Mix)];
                chosen[Best(choice, moves, [.. open.Select(m => asked[m].Move)], [.. open.Select(m => solved[m])])]++;
                foreach (var m in open.Where(m => m > 0))
                    prices[asked[m].Move.Name].Add(Price(m));

                FriendshipPrice Price(int m) => FriendshipPrice.Of(
                    choice.Self, asked[m].Move.Name, solved[0], solved[m], choice.Cost(asked[m].Move) - choice.Cost(asked[0].Move), bound.Target, bound.Coalition, solver.Income(bound.Target));
            }
        }

        return new StanceDraws(
            draws,
            [.. moves.Select((move, m) => StanceChance.Of(move.Name, chosen[m], draws))],
            [.. names.Select(name => PriceBand.Of(name, prices[name]))])
        {
            Means = [.. mixes.Select((mix, k) => (mix, (double)taken[k] / draws))],
        };
    }

    // Equivalent variations by region, of each draw and move.
    private static double[][][] Variations(DrawnChoice[] choices, DrawnMove[] asked, ProfileSolver solver, int regions, Action solved, CancellationToken cancellation)
    {
        var variations = Array.ConvertAll(choices, _ => new double[asked.Length][]);
        if (solver.Batches is { } batches)
        {
            batches.SolveMany(
                choices.Length * asked.Length,
                number => choices[number / asked.Length].At(asked[number % asked.Length]),
                (number, equilibrium) =>
                {
                    var values = new double[regions];
                    ProfileSolver.Read(equilibrium, values);
                    Take(number, values);
                },
                (number, none) => throw choices[number / asked.Length].Named(asked[number % asked.Length], none),
                solver.Closure,
                ProfileSolver.Tolerance,
                cancellation);
            return variations;
        }

        InParallel.For(choices.Length * asked.Length, cancellation, number =>
            Take(number, choices[number / asked.Length].SolveAlone(asked[number % asked.Length], cancellation)));
        return variations;

        void Take(int number, double[] values)
        {
            variations[number / asked.Length][number % asked.Length] = values;
            solved();
        }
    }

    // The first of equally good moves.
    private static int Best(DrawnChoice choice, ImmutableArray<Move> moves, Move[] asked, double[][] variations)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var m = 0; m < moves.Length; m++)
        {
            var taken = variations[Array.FindIndex(asked, move => move.Name == moves[m].Name)];
            if (StanceGame.Payoff(choice.Self, taken, choice.Self.Affinity, choice.Cost(moves[m])) is var payoff && payoff > most)
                (best, most) = (m, payoff);
        }

        return best;
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
internal sealed record PriceBand(string Stance, Band Cost, Band Relief, Band Price)
{
    internal static PriceBand Of(string stance, IReadOnlyList<FriendshipPrice> prices) => new(
        stance, Band.Of(prices.Select(price => price.Cost)), Band.Of(prices.Select(price => price.Relief)), Band.Of(prices.Select(price => price.Price)));
}

/// <summary>A median between two percentiles; NaN where no draw has a value.</summary>
/// <param name="Low">The 5th percentile.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The 95th percentile.</param>
internal sealed record Band(double Low, double Median, double High)
{
    internal static Band Of(IEnumerable<double> values)
    {
        var sorted = Percentiles.Sorted(values);
        return new Band(Percentiles.At(sorted, 0.05), Percentiles.At(sorted, 0.5), Percentiles.At(sorted, 0.95));
    }
}
