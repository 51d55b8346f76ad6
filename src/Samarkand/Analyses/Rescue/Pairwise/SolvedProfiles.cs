using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// The profiles of a large game that were solved, by what they do to trade: each is solved once, whoever asks for it. At another severity
/// of secondary sanctions only the profiles on which these fall are solved anew.
/// </summary>
internal sealed class SolvedProfiles
{
    private const char Separator = '\u0001';

    private readonly Dictionary<string, double[]> _known = new(StringComparer.Ordinal);
    private readonly ProfileSolver _solver;
    private readonly SolvedProfiles? _whole;
    private readonly Action<int>? _solved;

    /// <param name="bound">The case.</param>
    /// <param name="actors">The players.</param>
    /// <param name="solver">A solver of the case.</param>
    /// <param name="solved">Told how many profiles more were solved.</param>
    public SolvedProfiles(BoundCase bound, ImmutableArray<Actor> actors, ProfileSolver solver, Action<int>? solved = null) =>
        (Case, Actors, _solver, _solved) = (bound, actors, solver.At(bound), solved);

    private SolvedProfiles(SolvedProfiles whole, BoundCase changed)
        : this(changed, whole.Actors, whole._solver, whole._solved) => _whole = whole;

    /// <summary>The case.</summary>
    public BoundCase Case { get; }

    /// <summary>The players.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>How many were solved, at this severity.</summary>
    public int Count => _known.Count;

    /// <summary>Equivalent variations by region, million USD a year, of a profile that was asked for.</summary>
    public double[] this[ImmutableArray<int> profile] => Owner(profile)._known[Key(profile)];

    /// <summary>The moves of a profile.</summary>
    public Move[] Moves(ImmutableArray<int> profile) => [.. Actors.Select((actor, p) => actor.Moves[profile[p]])];

    /// <summary>Solves those that are not known yet, together.</summary>
    public void Ask(IReadOnlyList<ImmutableArray<int>> profiles, CancellationToken cancellation)
    {
        foreach (var owned in profiles.GroupBy(Owner))
            owned.Key.Solve([.. owned], cancellation);
    }

    /// <summary>The payoffs of a profile that was asked for before penalties, percent of own income.</summary>
    public double[] TradePayoffs(ImmutableArray<int> profile, IReadOnlyList<ImmutableArray<double>> affinities)
    {
        var variations = this[profile];
        return [.. Actors.Select((actor, p) => StanceGame.Payoff(actor, variations, affinities[p], 0))];
    }

    /// <summary>The payoffs of a profile that was asked for.</summary>
    public double[] Payoffs(ImmutableArray<int> profile, IReadOnlyList<ImmutableArray<double>> affinities)
    {
        var variations = this[profile];
        return [.. Actors.Select((actor, p) => StanceGame.Payoff(actor, variations, affinities[p], MoveCosts.Of(Actors, profile.AsSpan(), p)))];
    }

    /// <summary>The same game at a share of the secondary package's size.</summary>
    public SolvedProfiles AtSeverity(double severity) => severity == 1 ? this : new SolvedProfiles(this, Case.AtSeverity(severity));

    /// <summary>The same game where a player's rescue consists of other means.</summary>
    public SolvedProfiles WithMeans(BoundCase changed, Region rescuer)
    {
        var (same, player) = (new SolvedProfiles(changed, Actors, _solver, _solved), Enumerable.Range(0, Actors.Length).First(p => Actors[p].Region == rescuer));
        foreach (var (key, variations) in _known.Where(one => one.Key.Split(Separator)[player] != Stance.Rescue.Name()))
            same._known.Add(key, variations);
        return same;
    }

    private SolvedProfiles Owner(ImmutableArray<int> profile) => _whole is null || IsTriggered(profile) ? this : _whole;

    private bool IsTriggered(ImmutableArray<int> profile)
    {
        var stances = Case.Stances.ToArray();
        for (var p = 0; p < Actors.Length; p++)
            stances[Actors[p].Region.Index] = Actors[p].Moves[profile[p]].Stance ?? Stance.Neutral;
        return Enumerable.Range(0, stances.Length).Any(r => r != Case.Target.Index && Case.Secondary!.Triggers.Contains(stances[r]));
    }

    private void Solve(ImmutableArray<int>[] profiles, CancellationToken cancellation)
    {
        ImmutableArray<int>[] missing = [.. profiles.Where(profile => !_known.ContainsKey(Key(profile))).DistinctBy(Key)];
        var found = new double[missing.Length][];
        _solver.SolveMany(Actors, missing.Length, number => Moves(missing[number]), (number, variations) =>
        {
            found[number] = variations;
            _solved?.Invoke(1);
        }, cancellation);
        for (var number = 0; number < missing.Length; number++)
            _known.Add(Key(missing[number]), found[number]);
    }

    private string Key(ImmutableArray<int> profile) => string.Join(Separator, Moves(profile).Select(ProfileSolver.InTrade));
}
