using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>A large game at several severities of secondary sanctions: effects anew where these fall on somebody, the same ones elsewhere.</summary>
internal sealed class LargeSeverities
{
    private readonly LargeGame _large;
    private readonly Dictionary<double, SolvedProfiles> _at;

    /// <summary>Solves what the sums need at each severity.</summary>
    public LargeSeverities(LargeGame large, IReadOnlyList<double> severities, Action<int, int>? progress, CancellationToken cancellation)
    {
        _large = large;
        _at = severities.ToDictionary(severity => severity, large.Solved.AtSeverity);
        var (profiles, done) = (PairwiseGame.Profiles(large.Payoffs.Actions, large.Reference), 0);
        foreach (var solved in _at.Values)
        {
            solved.Ask(profiles, cancellation);
            progress?.Invoke(++done, _at.Count);
        }
    }

    /// <summary>The equilibria by severity and the rescuer's weight on the target, each of them tried as those of the game itself are.</summary>
    public EquilibriumMap Map(IEnumerable<double> severities, int rescuer, CancellationToken cancellation) => new(
    [
        .. severities.SelectMany(severity => StanceMap.Affinities.Select(affinity =>
        {
            var weights = LargeGame.Affinities(_large.Actors);
            weights[rescuer] = weights[rescuer].SetItem(_at[severity].Case.Target.Index, affinity);
            var found = Found(_at[severity], weights, cancellation);
            var stances = found.Select(one => one.Actions[rescuer]).Distinct().Order().Select(action => _large.Actors[rescuer].Moves[action].Name);
            var moving = Enumerable.Range(0, _large.Actors.Length)
                .Where(player => player != rescuer && found.Any(one => one.Actions[player] != _large.Reported[player]))
                .Select(player => _large.Actors[player].Player.Region.Text);
            return new EquilibriumCell(severity, affinity, [.. stances], found.Length, [.. moving]);
        })),
    ]);

    /// <summary>What follows where the coalition moves first.</summary>
    /// <param name="severities">The severities, mildest first.</param>
    /// <param name="members">Who commits: the members that are no players.</param>
    /// <param name="income">Their income, million USD.</param>
    /// <param name="weight">Dollars for a dollar of the target's loss, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public CoalitionFirst First(IEnumerable<double> severities, ImmutableArray<Region> members, double income, double? weight, CancellationToken cancellation) => CoalitionFirst.Of(
        weight,
        income,
        [
            .. severities.Select(severity => new SeverityCommitment(severity,
            [
                .. Found(_at[severity], LargeGame.Affinities(_large.Actors), cancellation).Select(one => Answer(_at[severity], one, members)),
            ])),
        ]);

    private ImmutableArray<FoundEquilibrium> Found(SolvedProfiles solved, ImmutableArray<double>[] affinities, CancellationToken cancellation) =>
        LargeGame.Equilibria(solved, LargeGame.Sums(solved, _large.Reference, affinities), affinities, [_large.Reported], null, cancellation).Search.Equilibria;

    private CommitmentAnswer Answer(SolvedProfiles solved, FoundEquilibrium one, ImmutableArray<Region> members)
    {
        var (moves, variations) = (solved.Moves(one.Actions), solved[one.Actions]);
        return new CommitmentAnswer(
            [.. moves],
            -members.Sum(member => variations[member.Index]),
            -variations[solved.Case.Target.Index],
            [.. moves.Zip(_large.Actors).Where(one => one.First.Stance == Stance.Rescue).Select(one => one.Second.Region)]);
    }
}
