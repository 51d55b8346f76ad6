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

    // Every stance is compared with neutrality, whether it may be chosen or not.
    private readonly ImmutableArray<Move> _asked;

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
        Compared = [.. Moves.Where(move => move.Stance != Stance.Neutral)];
        _asked = [Move.Of(Stance.Neutral), .. Compared];
        Layout = new BlockLayout([], ["choice", .. Compared.SelectMany(move => (string[])[$"cost {move.Name}", $"relief {move.Name}"])]);
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

    /// <summary>What is compared with neutrality.</summary>
    public ImmutableArray<Move> Compared { get; }

    /// <summary>How draws are kept, a row a draw: the place of the chosen move, and of each that is compared its cost and its relief.</summary>
    public BlockLayout Layout { get; }

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
            choices[d] = new DrawnChoice(_bound with { Case = Offered(_drawn.CaseAt(values)) }, _drawn.BaselineAt(values), _rescuer.Region, _others, cancellation);
        });
        var variations = Variations(choices, solved, cancellation);
        var numbers = Layout.Numbers.Select(_ => new double[range.Count]).ToArray();
        for (var d = 0; d < choices.Length; d++)
        {
            numbers[0][d] = Best(choices[d], variations[d]);
            for (var m = 1; m < _asked.Length; m++)
            {
                var price = Price(choices[d], _asked[m], variations[d][0], variations[d][m]);
                (numbers[(2 * m) - 1][d], numbers[2 * m][d]) = (price.Cost, price.Relief);
            }
        }

        return new Block(Layout, range, [], numbers);
    }

    private Case Offered(Case theCase) => Held.Mix?.In(theCase, _rescuer.Player.Region) ?? theCase;

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
    private int Best(DrawnChoice choice, double[][] variations)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var m = 0; m < Moves.Length; m++)
        {
            var (name, place) = (Moves[m].Name, 0);
            while (_asked[place].Name != name)
                place++;
            if (StanceGame.Payoff(choice.Self, variations[place], choice.Self.Affinity, choice.Cost(Moves[m])) is var payoff && payoff > most)
                (best, most) = (m, payoff);
        }

        return best;
    }

    private FriendshipPrice Price(DrawnChoice choice, Move move, double[] neutral, double[] taken) => FriendshipPrice.Of(
        choice.Self, move.Name, neutral, taken, choice.Cost(move) - choice.Cost(Move.Of(Stance.Neutral)), _bound.Target, _bound.Coalition, _solver.Income(_bound.Target));
}
