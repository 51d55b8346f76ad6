using System.Runtime.InteropServices;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>
/// Solves one case after another on worlds that stay open: what a world, a horizon, a closure, elasticities and the forms of the model determine is made once. An
/// answer has the bits of <see cref="CaseAnswer.Solve(BoundCase, CancellationToken)"/>. Safe to share between threads.
/// </summary>
/// <param name="most">How many bytes they may take, about: those that were not used longest are forgotten. The one in use stays however large it is.</param>
internal sealed class KeptSolvers(long most = 512L << 20)
{
    private const int TradeCopies = 16;
    private const int InputCopies = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> _places = [];
    private readonly LinkedList<Entry> _order = [];

    /// <summary>How many bytes those that are kept take, about.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _order.Count;
        }
    }

    /// <summary>Solves a case at its own horizon.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium.</exception>
    public CaseAnswer Solve(BoundCase bound, CancellationToken cancellation = default) => Solve(bound, bound.Horizon, cancellation);

    /// <summary>Solves a case at a horizon.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium at that horizon.</exception>
    public CaseAnswer Solve(BoundCase bound, Horizon horizon, CancellationToken cancellation = default)
    {
        // Routes and pools are others at another horizon.
        if (bound.Case.Adjustment == Adjustment.BySector || bound.Routes is not null || bound.Gas is not null)
            bound = bound.At(horizon);
        // What vanishes depends on the shock, and the baseline on what vanishes.
        if (!bound.Shock.MayVanish.IsEmpty)
            return CaseAnswer.Solve(bound, horizon, cancellation);
        var kept = Find(bound, horizon);
        var equilibrium = kept.Solver.Solve(bound.Shock, bound.Closure, CaseAnswer.Tolerance, cancellation);
        var after = bound.Shock.IsNone ? kept.Before : Outcome.Of(equilibrium, kept.Solver.Flows(equilibrium));
        return new CaseAnswer(bound, equilibrium, new CaseEffects(kept.Before, after)) { Horizon = horizon };
    }

    /// <summary>A case at each horizon, as <see cref="HorizonAnswer.All"/>.</summary>
    public IEnumerable<HorizonAnswer> All(CaseAnswer answer, CancellationToken cancellation = default)
    {
        foreach (var horizon in Enum.GetValues<Horizon>())
            yield return One(answer, horizon, cancellation);
    }

    private HorizonAnswer One(CaseAnswer answer, Horizon horizon, CancellationToken cancellation)
    {
        try
        {
            return new HorizonAnswer(horizon, horizon == answer.Horizon ? answer : Solve(answer.Case, horizon, cancellation), null);
        }
        catch (NoEquilibriumException none)
        {
            return new HorizonAnswer(horizon, null, none.Message);
        }
    }

    private Kept Find(BoundCase bound, Horizon horizon)
    {
        var elasticities = Convert.ToHexString(MemoryMarshal.AsBytes(bound.Elasticities.AsSpan()));
        var key = new Key(bound.World, horizon, bound.Closure == Closure.Closed, elasticities, bound.Case.Form);
        Lazy<Kept> made;
        lock (_lock)
        {
            if (_places.TryGetValue(key, out var place))
            {
                _order.Remove(place);
                _order.AddFirst(place);
                made = place.Value.Made;
            }
            else
            {
                made = new Lazy<Kept>(() => Make(bound, horizon));
                Add(new Entry(key, made, Size(bound.World)));
            }
        }

        return made.Value;
    }

    private void Add(Entry entry)
    {
        _places[entry.Key] = _order.AddFirst(entry);
        Bytes += entry.Bytes;
        while (Bytes > most && _order.Count > 1)
        {
            var oldest = _order.Last!.Value;
            _order.RemoveLast();
            _places.Remove(oldest.Key);
            Bytes -= oldest.Bytes;
        }
    }

    // Of the matrices of trade and of inputs: the baseline's, those laid out for the sweep, the flows before and the copies of two workspaces. Measured on the worlds that ship, see KeptSolversTests.
    private static long Size(World world)
    {
        var (n, s) = ((long)world.Regions.Length, (long)world.Sectors.Length);
        return sizeof(double) * (TradeCopies * s * n * n + InputCopies * n * s * s);
    }

    private static Kept Make(BoundCase bound, Horizon horizon)
    {
        var baseline = bound.BaselineAt(horizon);
        if (bound.Closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, CaseAnswer.Tolerance);
        return new Kept(baseline);
    }

    private sealed class Kept(Baseline baseline)
    {
        public Solver Solver { get; } = Solver.For(baseline);

        public Outcome Before { get; } = Outcome.Of(baseline);
    }

    private sealed record Entry(Key Key, Lazy<Kept> Made, long Bytes);

    private readonly record struct Key(World World, Horizon Horizon, bool IsClosed, string Elasticities, ModelForm Form);
}
