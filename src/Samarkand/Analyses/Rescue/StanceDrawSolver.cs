using System.Collections.Immutable;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>Solves draws of the rescuer's choice. A draw's result depends on the case, what the game found, the seed and its number alone.</summary>
internal sealed class StanceDrawSolver
{
    private readonly BoundCase _bound;
    private readonly DrawnCase _drawn;
    private readonly PriorSampler _sampler;
    private readonly ProfileSolver _solver;
    private readonly Actor _rescuer;
    private readonly ImmutableArray<(Region Region, Move Move)> _others;

    // Every stance is compared with neutrality, whether it may be chosen or not; those that come to the rescue once for each combination of means.
    private readonly DrawnMove[] _asked;

    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="held">What the game has found.</param>
    /// <param name="solver">A solver of the case.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="InputException">A prior names no value of the case.</exception>
    public StanceDrawSolver(CaseSource text, World world, HeldStances held, ProfileSolver solver, int seed)
    {
        (Held, _solver) = (held, solver);
        (_bound, _drawn) = (text.Bind(world), new DrawnCase(text, world, solver.Observed));
        _sampler = new PriorSampler(_drawn.Priors, seed);
        var actors = Actors.Of(_bound).ToDictionary(actor => world.Code(actor.Region));
        _rescuer = actors[held.Rescuer];
        _others = [.. held.Others.Select(other => (actors[other.Region].Region, actors[other.Region].Moves.Single(move => move.Name == other.Move)))];
        _asked = DrawnMove.Of(Moves, held.Mixes);
        Compared = [.. _asked.Skip(1).Select(one => one.Move.Name).Distinct()];
        Layout = new BlockLayout([], ["choice", "means", .. Compared.SelectMany(name => (string[])[$"cost {name}", $"relief {name}"])]);
        Inputs = CaseInputs.Of(
            text,
            world,
            ("seed", FormattableString.Invariant($"{seed}")),
            ("priors", string.Join("; ", text.Case.Priors.Select(prior => $"{prior.Path}: {prior.Text}"))),
            ("stances", held.Text));
    }

    /// <summary>What the game has found.</summary>
    public HeldStances Held { get; }

    /// <summary>What the rescuer may do.</summary>
    public ImmutableArray<Move> Moves => _rescuer.Moves;

    /// <summary>The stances that are compared with neutrality.</summary>
    public ImmutableArray<string> Compared { get; }

    /// <summary>How draws are kept, a row a draw: the places of the chosen move and of the best combination of means, and of each stance that is compared its cost and its relief.</summary>
    public BlockLayout Layout { get; }

    /// <summary>The column of the chosen move.</summary>
    public const int ChoiceColumn = 0;

    /// <summary>The column of the best combination of means; 0 where there are none.</summary>
    public const int MeansColumn = 1;

    /// <summary>The column of what a compared stance costs; what it brings the target is the next.</summary>
    public static int CostColumn(int compared) => 2 + (2 * compared);

    /// <summary>What they depend on.</summary>
    public KeptInputs Inputs { get; }

    /// <summary>Solves draws of neighbouring numbers, in parallel.</summary>
    /// <exception cref="NoEquilibriumException">A draw has no equilibrium.</exception>
    public Block Solve(BlockRange range, Action solved, CancellationToken cancellation)
    {
        var choices = new DrawnChoice[range.Count];
        InParallel.For(choices.Length, cancellation, d =>
        {
            var values = _sampler.Draw(range.First + d);
            choices[d] = new DrawnChoice(_bound with { Case = _drawn.CaseAt(values) }, _drawn.BaselineAt(values), _rescuer.Region, _others, cancellation);
        });
        var variations = Variations(choices, solved, cancellation);
        var numbers = Layout.Numbers.Select(_ => new double[range.Count]).ToArray();
        for (var d = 0; d < choices.Length; d++)
            Put(choices[d], variations[d], numbers, d);
        return new Block(Layout, range, [], numbers);
    }

    // Of a rescue the combination that pays best for both in this draw stands for the stance.
    private void Put(DrawnChoice choice, double[][] solved, double[][] numbers, int row)
    {
        int[] rescues = [.. Enumerable.Range(0, _asked.Length).Where(m => _asked[m].Mix is not null)];
        var best = rescues.Length == 0 ? 0 : rescues[MeansChoice.BestOf([.. rescues.Select(m => new MeansOffer(_asked[m].Mix!.Value, Price(choice, m, solved), choice.Self.Affinity[_bound.Target.Index]))])];
        int[] open = [.. Enumerable.Range(0, _asked.Length).Where(m => _asked[m].Mix is not { } mix || mix == _asked[best].Mix)];
        numbers[ChoiceColumn][row] = Best(choice, [.. open.Select(m => _asked[m].Move)], [.. open.Select(m => solved[m])]);
        numbers[MeansColumn][row] = _asked[best].Mix is { } taken ? Held.Mixes.IndexOf(taken) : 0;
        foreach (var m in open.Where(m => m > 0))
        {
            var (price, column) = (Price(choice, m, solved), CostColumn(Compared.IndexOf(_asked[m].Move.Name)));
            (numbers[column][row], numbers[column + 1][row]) = (price.Cost, price.Relief);
        }
    }

    // Equivalent variations by region, of each draw and move.
    private double[][][] Variations(DrawnChoice[] choices, Action solved, CancellationToken cancellation)
    {
        var (count, left) = (_asked.Length, new int[choices.Length]);
        var variations = Array.ConvertAll(choices, _ => new double[count][]);
        if (_solver.Batches is { } batches)
        {
            batches.SolveMany(
                choices.Length * count,
                number => choices[number / count].At(_asked[number % count]),
                (number, equilibrium) =>
                {
                    var values = new double[_bound.World.Regions.Length];
                    ProfileSolver.Read(equilibrium, values);
                    Take(number, values);
                },
                (number, none) => throw choices[number / count].Named(_asked[number % count], none),
                _solver.Closure,
                ProfileSolver.Tolerance,
                cancellation);
            return variations;
        }

        InParallel.For(choices.Length * count, cancellation, number => Take(number, choices[number / count].SolveAlone(_asked[number % count], cancellation)));
        return variations;

        void Take(int number, double[] values)
        {
            variations[number / count][number % count] = values;
            if (Interlocked.Increment(ref left[number / count]) == count)
                solved();
        }
    }

    // The first of equally good moves.
    private int Best(DrawnChoice choice, Move[] open, double[][] variations)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var m = 0; m < Moves.Length; m++)
        {
            var taken = variations[Array.FindIndex(open, move => move.Name == Moves[m].Name)];
            if (StanceGame.Payoff(choice.Self, taken, choice.Self.Affinity, choice.Cost(Moves[m])) is var payoff && payoff > most)
                (best, most) = (m, payoff);
        }

        return best;
    }

    private FriendshipPrice Price(DrawnChoice choice, int m, double[][] solved) => FriendshipPrice.Of(
        choice.Self, _asked[m].Move.Name, solved[0], solved[m], choice.Cost(_asked[m].Move) - choice.Cost(_asked[0].Move), _bound.Target, _bound.Coalition, _solver.Income(_bound.Target));
}
