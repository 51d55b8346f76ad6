using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>Solves a case at many draws of what is not known.</summary>
public static class Sweep
{
    /// <summary>The most draws of one sweep: their results are held in memory, about 20 kB each on <c>samarkand-2021</c>.</summary>
    public const int MostDraws = 100_000;

    /// <summary>How many draws are written together.</summary>
    public const int DefaultChunk = 250;

    /// <summary>Makes the draws, in parallel; the same for the same seed whatever the number of threads, the blocks, or what was there before.</summary>
    /// <param name="text">The case, with priors.</param>
    /// <param name="world">Its world.</param>
    /// <param name="draws">How many, 1 to <see cref="MostDraws"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="folder">Holds the draws that were made before, and takes the new ones; null for none.</param>
    /// <param name="chunk">How many draws are solved and written together, at least 1.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The case has no priors that could move its effects, or one of them names no value of it or draws one that it cannot have.</exception>
    /// <exception cref="NoEquilibriumException">The case itself has no equilibrium, or no draw has.</exception>
    public static SweepAnswer Solve(
        CaseText text, World world, int draws, int seed, SweepFolder? folder = null, int chunk = DefaultChunk, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        CheckPriors(text);
        var solver = new DrawSolver(text, world, seed, cancellation);
        folder?.Expect(solver.Priors, solver.Measures);
        var (blocks, done) = (ImmutableArray.CreateBuilder<DrawBlock>(), folder?.Counts.Values.Sum() ?? 0);
        for (var first = 0; first < draws; first += blocks[^1].Count)
        {
            if (folder?.Counts.ContainsKey(first) == true)
            {
                blocks.Add(folder.Load(first));
                continue;
            }

            blocks.Add(solver.Solve(first, Length(first, draws, chunk, folder), () => progress?.Invoke(Interlocked.Increment(ref done), draws), cancellation));
            folder?.Save(blocks[^1]);
        }

        var answer = new SweepAnswer(solver.Central, solver.Priors, seed, solver.Measures, blocks.ToImmutable());
        return answer.Failed.Length < draws
            ? answer
            : throw new NoEquilibriumException(FormattableString.Invariant($"none of {draws} draws has an equilibrium; the first: {answer.Failed[0].Reason}"));
    }

    /// <summary>Checks that a case says what is not known.</summary>
    /// <exception cref="InputException">It has no priors, or none that could move its effects.</exception>
    public static void CheckPriors(CaseText text)
    {
        var theCase = text.Read();
        if (!theCase.Priors.Any(DrawnCase.MovesEffects))
        {
            throw new InputException(new InputProblem(
                theCase.Source,
                0,
                0,
                theCase.Priors.IsEmpty ? "the case has no priors, so there is nothing to draw" : "the case has priors of affinities alone, which weigh stances and move no effects",
                "add what is not known, for instance `priors:` and below it `  elasticities: scale lognormal(1, 0.2)`"));
        }
    }

    // Up to the next multiple of a chunk, and no further than what is there.
    private static int Length(int first, int draws, int chunk, SweepFolder? folder)
    {
        var next = folder?.Counts.Keys.Where(start => start > first).DefaultIfEmpty(draws).Min() ?? draws;
        return Math.Min(Math.Min(next, draws), (first / chunk + 1) * chunk) - first;
    }
}
