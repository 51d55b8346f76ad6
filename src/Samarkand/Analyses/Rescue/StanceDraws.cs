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

    /// <summary>How many draws are solved, and kept, together.</summary>
    internal const int Chunk = 250;

    /// <summary>The draws as blocks of a folder: the stance that is chosen, and what each other than neutral costs and brings.</summary>
    internal static readonly BlockKind Kind = new("rescue", "draw");

    /// <summary>Opens a folder for the draws, and keeps others out until it is disposed of.</summary>
    /// <param name="at">The folder.</param>
    /// <param name="drawn">The draws.</param>
    /// <param name="draws">How many.</param>
    /// <exception cref="InputException">The folder holds something else or more draws, is in use, or cannot be written.</exception>
    internal static BlockFolder OpenFor(OutputFolder at, StanceDrawSolver drawn, int draws) => BlockFolder.Open(at, Kind, drawn.Inputs, draws);

    /// <summary>The draws, to be made block by block wherever there is room.</summary>
    /// <param name="text">The case's text.</param>
    /// <param name="held">What the game has found.</param>
    /// <param name="draws">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Stops the preparing.</param>
    /// <exception cref="InputException">A prior names no value of the case.</exception>
    internal static BlockStudy Blocks(CaseSource text, HeldStances held, int draws, int seed, CancellationToken cancellation)
    {
        var bound = text.Open();
        var drawn = new StanceDrawSolver(text, bound.World, held, new ProfileSolver(bound, cancellation), seed);
        return new BlockStudy(Kind, drawn.Inputs, draws, Chunk, drawn.Layout, drawn.Solve);
    }

    /// <summary>Makes the draws that a store lacks, in parallel; the same for the same seed whatever the number of threads or what was there.</summary>
    /// <param name="drawn">The draws.</param>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoEquilibriumException">A draw has no equilibrium.</exception>
    internal static StanceDraws Solve(StanceDrawSolver drawn, int draws, IBlockStore store, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (moves, mixes) = (drawn.Moves, drawn.Held.Mixes);
        var (chosen, taken) = (new int[moves.Length], new int[mixes.Length]);
        var prices = drawn.Compared.Select(name => new DrawnPrices(name, draws)).ToArray();
        foreach (var block in BlockRunner.Run(BlockPlan.Of(draws, Chunk, store.There), store, drawn.Layout, progress, (range, solved) => drawn.Solve(range, solved, cancellation)))
        {
            foreach (var choice in block.Numbers[StanceDrawSolver.ChoiceColumn])
                chosen[(int)choice]++;
            foreach (var mix in mixes.IsEmpty ? [] : block.Numbers[StanceDrawSolver.MeansColumn])
                taken[(int)mix]++;
            for (var m = 0; m < prices.Length; m++)
                prices[m].Add(block.Numbers[StanceDrawSolver.CostColumn(m)], block.Numbers[StanceDrawSolver.CostColumn(m) + 1]);
        }

        return new StanceDraws(
            draws,
            [.. moves.Select((move, m) => StanceChance.Of(move.Name, chosen[m], draws))],
            [.. prices.Select(PriceBand.Of)])
        {
            Means = [.. mixes.Select((mix, k) => (mix, (double)taken[k] / draws))],
        };
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
    internal static PriceBand Of(DrawnPrices prices) => new(
        prices.Stance, Band.Of(prices.Costs), Band.Of(prices.Reliefs), Band.Of(prices.Costs.Zip(prices.Reliefs, FriendshipPrice.PriceOf)));
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
