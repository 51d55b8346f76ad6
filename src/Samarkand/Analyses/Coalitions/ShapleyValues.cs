using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>Shapley values of harm to the target and of the coalition's own cost, by member, million USD a year.</summary>
/// <param name="Harm">Of the target's loss.</param>
/// <param name="Cost">Of the coalition's own loss.</param>
/// <param name="StandardError">The standard error of <paramref name="Harm"/>; zeros where every subset was solved.</param>
internal sealed record ShapleyValues(ImmutableArray<double> Harm, ImmutableArray<double> Cost, ImmutableArray<double> StandardError)
{
    /// <summary>The standard error of <see cref="Cost"/>; zeros where every subset was solved.</summary>
    public ImmutableArray<double> CostStandardError { get; init; } = [.. new double[Harm.Length]];

    /// <summary>The largest relative residual of the equilibria behind sampled values; 0 where every subset was solved.</summary>
    public double LargestResidual { get; init; }

    /// <summary>The largest number of members of which every subset is solved.</summary>
    public const int MostMembers = 20;

    /// <summary>From every subset.</summary>
    /// <param name="worths">What every subset brings about.</param>
    public static ShapleyValues OfAllSubsets(SubsetWorths worths) => OfWorths(worths.Harm.AsSpan(), worths.Cost.AsSpan(), int.Log2(worths.Harm.Length));

    /// <summary>From random orders in which the members join, each of n - 1 equilibria.</summary>
    /// <param name="solver">The case.</param>
    /// <param name="members">The members.</param>
    /// <param name="count">How many orders, at least 2.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="kept">Keeps what is solved, and has what was solved before; or null.</param>
    /// <param name="chunk">How many are solved and kept together, at least 1.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">Some subset has no equilibrium; the message names who stands aside.</exception>
    public static ShapleyValues OfPermutations(
        SubsetSolver solver, ImmutableArray<CoalitionMember> members, int count, int seed, BlockFolder? kept = null, int chunk = SubsetWorths.DefaultBlock, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var (orders, steps) = (Orders(members.Length, count, seed), members.Length - 1);
        var worths = SubsetWorths.Of(solver, Subsets(members.Length, count), AbsentOnTheWay(members, count, seed), kept, chunk, progress, cancellation);
        var (harm, cost) = (new double[count, members.Length], new double[count, members.Length]);
        for (var k = 0; k < count; k++)
        {
            var before = 0;
            for (var joined = 1; joined <= members.Length; joined++)
            {
                var after = joined == members.Length ? 1 : 2 + k * steps + joined - 1;
                harm[k, orders[k][joined - 1]] = worths.Harm[after] - worths.Harm[before];
                cost[k, orders[k][joined - 1]] = worths.Cost[after] - worths.Cost[before];
                before = after;
            }
        }

        return OfMarginals(harm, cost) with { LargestResidual = worths.LargestResidual };
    }

    /// <summary>Who stands aside in each subset that random orders pass through: nobody, everybody, then what each order passes between them.</summary>
    internal static Func<int, ImmutableArray<Region>> AbsentOnTheWay(ImmutableArray<CoalitionMember> members, int count, int seed)
    {
        var (orders, steps) = (Orders(members.Length, count, seed), members.Length - 1);
        return number => number < 2
            ? Regions(number == 0 ? Enumerable.Range(0, members.Length) : [])
            : Regions(orders[(number - 2) / steps].Skip((number - 2) % steps + 1));

        ImmutableArray<Region> Regions(IEnumerable<int> aside) => [.. aside.SelectMany(m => members[m].Regions)];
    }

    /// <summary>How many subsets so many random orders pass through, nobody and everybody among them.</summary>
    internal static int Subsets(int members, int orders) => orders * (members - 1) + 2;

    /// <summary>From the worth of every subset, 2^n values each, bit i set where player i is in it.</summary>
    internal static ShapleyValues OfWorths(ReadOnlySpan<double> harm, ReadOnlySpan<double> cost, int players) =>
        new(Of(harm, players), Of(cost, players), [.. new double[players]]);

    /// <summary>From what each player adds in each order, [order, player].</summary>
    internal static ShapleyValues OfMarginals(double[,] harm, double[,] cost)
    {
        var players = Enumerable.Range(0, harm.GetLength(1));
        var (ofHarm, ofCost) = (players.Select(p => Mean(harm, p)).ToArray(), players.Select(p => Mean(cost, p)).ToArray());
        return new ShapleyValues([.. ofHarm.Select(mean => mean.Value)], [.. ofCost.Select(mean => mean.Value)], [.. ofHarm.Select(mean => mean.Error)])
        {
            CostStandardError = [.. ofCost.Select(mean => mean.Error)],
        };
    }

    /// <summary>The Shapley values of a game: phi_i = sum over S without i of |S|! (n - 1 - |S|)! / n! (v(S and i) - v(S)).</summary>
    /// <param name="worths">v by subset, bit i set where player i is in it; 2^n values.</param>
    /// <param name="players">The number of players n, at least 1.</param>
    public static ImmutableArray<double> Of(ReadOnlySpan<double> worths, int players)
    {
        var weights = new double[players];
        weights[0] = 1.0 / players;
        for (var size = 1; size < players; size++)
            weights[size] = weights[size - 1] * size / (players - size);
        var values = new double[players];
        for (var subset = 0; subset < worths.Length; subset++)
        {
            var weight = subset == worths.Length - 1 ? 0 : weights[int.PopCount(subset)];
            for (var player = 0; player < players; player++)
            {
                if ((subset >> player & 1) == 0)
                    values[player] += weight * (worths[subset | 1 << player] - worths[subset]);
            }
        }

        return [.. values];
    }

    /// <summary>Random orders in which players join.</summary>
    internal static int[][] Orders(int members, int count, int seed)
    {
        var random = new Random(seed);
        var orders = new int[count][];
        for (var k = 0; k < count; k++)
        {
            orders[k] = [.. Enumerable.Range(0, members)];
            random.Shuffle(orders[k]);
        }

        return orders;
    }

    private static (double Value, double Error) Mean(double[,] draws, int member)
    {
        var (count, sum, squares) = (draws.GetLength(0), 0.0, 0.0);
        for (var k = 0; k < count; k++)
            sum += draws[k, member];
        for (var k = 0; k < count; k++)
            squares += (draws[k, member] - sum / count) * (draws[k, member] - sum / count);
        return (sum / count, Math.Sqrt(squares / (count - 1) / count));
    }
}
