using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Analyses.Scenarios;

/// <summary>Solves scenarios: those of one world, horizon and closure on one solver.</summary>
internal sealed class ScenarioSolver(ScenarioSet set)
{
    private readonly Dictionary<object, SharedSolver> _solvers = [];
    private readonly ILookup<object, ScenarioCase> _alike = set.Cases.ToLookup(Kind);

    /// <summary>Solves scenarios of neighbouring numbers; called back from several threads, with the place of each in the range.</summary>
    /// <param name="range">The numbers.</param>
    /// <param name="found">Receives answers, to be used before it returns.</param>
    /// <param name="failed">Receives why there is none.</param>
    /// <param name="wrong">Receives why the case cannot be so.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Solve(BlockRange range, Action<int, CaseAnswer> found, Action<int, NoEquilibriumException> failed, Action<int, InputException> wrong, CancellationToken cancellation)
    {
        var bound = new BoundCase?[range.Count];
        InParallel.For(range.Count, cancellation, Bind);
        foreach (var alike in Enumerable.Range(0, range.Count).Where(at => bound[at] is not null).GroupBy(at => Kind(set[range.First + at].Of)))
        {
            var places = alike.ToArray();
            var cases = Array.ConvertAll(places, at => bound[at]!);
            Solver(alike.Key, cancellation).Solve(cases, (k, answer) => found(places[k], answer), (k, none) => failed(places[k], none), cancellation);
        }

        void Bind(int at)
        {
            var scenario = set[range.First + at];
            try
            {
                bound[at] = scenario.Of.At(scenario.At);
            }
            catch (InputException problem)
            {
                wrong(at, problem);
            }
        }
    }

    private SharedSolver Solver(object kind, CancellationToken cancellation)
    {
        if (!_solvers.TryGetValue(kind, out var solver))
            _solvers.Add(kind, solver = new SharedSolver(_alike[kind].First().Bound, _alike[kind].Count() * set.Grid.Count, cancellation));
        return solver;
    }

    // Worlds are opened once, so the same world is the same object.
    private static object Kind(ScenarioCase one) => (one.World, one.Bound.Horizon, one.Bound.Closure);
}
