using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The game in which the coalition moves first: it commits to a severity of its secondary sanctions, and the players then choose at once,
/// knowing it. Where the case gives the coalition a weight on the target's loss it takes the severity with the largest
/// 100 (EV_C - weight EV_T) / I_C in the worst of the answers; without one, the severity at the least own cost among those after which no
/// answer brings a rescue, and among all where none deters. Of equal ones it takes the mildest.
/// </summary>
/// <param name="Weight">Dollars of its own that the coalition gives for a dollar of the target's loss; null where the case names none.</param>
/// <param name="Commitments">What each severity leads to, mildest first.</param>
/// <param name="Chosen">The place of the severity that it takes; null where every one leaves the others without a pure equilibrium.</param>
internal sealed record CoalitionFirst(double? Weight, ImmutableArray<SeverityCommitment> Commitments, int? Chosen)
{
    /// <summary>The severities among which it chooses where nobody names others.</summary>
    public static ImmutableArray<double> DefaultSeverities => StanceMap.Severities;

    /// <summary>Whether a choice comes with an answer that deters: false where nothing is chosen.</summary>
    public bool Deters => Chosen is { } at && Commitments[at].Deters;

    /// <summary>Solves the game backwards.</summary>
    /// <param name="games">The game at each severity, mildest first.</param>
    /// <param name="weight">Dollars for a dollar of the target's loss, at least 0, or null.</param>
    public static CoalitionFirst Solve(IReadOnlyList<(double Severity, StanceGame Game)> games, double? weight)
    {
        var bound = games[0].Game.Case;
        var members = Members(bound, games[0].Game.Actors);
        var income = Income(bound, members);
        var solved = LeaderGame.Solve(WithLeader(games, Worth), leader: 0);
        var profiles = games[0].Game.Shape.ProfileCount;
        var commitments = solved.Moves.Select((move, z) => Commitment(games[z].Severity, games[z].Game, [.. move.Outcomes.Select(profile => profile - z * profiles)])).ToImmutableArray();
        var chosen = weight is null ? Cheapest(commitments) : solved.Best is [var best, ..] ? best.Action : (int?)null;
        return new CoalitionFirst(weight, commitments, chosen);

        double Worth(StanceGame game, int profile) => 100 * (-Cost(game, profile) - (weight ?? 0) * game.Variations(profile)[bound.Target.Index]) / income;

        double Cost(StanceGame game, int profile)
        {
            var cost = 0.0;
            foreach (var member in members)
                cost -= game.Variations(profile)[member.Index];
            return cost;
        }

        SeverityCommitment Commitment(double severity, StanceGame game, ImmutableArray<int> answers) => new(severity,
        [
            .. answers.Select(profile => new CommitmentAnswer(
                [.. game.Actors.Select((actor, p) => actor.Moves[game.Shape.Action(profile, p)])],
                Cost(game, profile),
                -game.Variations(profile)[bound.Target.Index],
                [.. game.Actors.Where((actor, p) => actor.Moves[game.Shape.Action(profile, p)].Stance == Stance.Rescue).Select(actor => actor.Region)])),
        ]);
    }

    /// <summary>The same choice among commitments whose answers are known.</summary>
    /// <param name="weight">Dollars for a dollar of the target's loss, at least 0, or null.</param>
    /// <param name="income">The income of who commits, million USD.</param>
    /// <param name="commitments">What each severity leads to, mildest first.</param>
    internal static CoalitionFirst Of(double? weight, double income, ImmutableArray<SeverityCommitment> commitments)
    {
        if (weight is not { } dollars)
            return new CoalitionFirst(null, commitments, Cheapest(commitments));
        int[] sure = [.. Enumerable.Range(0, commitments.Length).Where(z => !commitments[z].Answers.IsEmpty)];
        return new CoalitionFirst(weight, commitments, sure.Length == 0 ? null : sure.MaxBy(z => commitments[z].Answers.Min(answer => 100 * (dollars * answer.TargetLoss - answer.CoalitionCost) / income)));
    }

    // The leader's move is the slowest digit, so that a profile of the whole is its severity's place and the players' profile.
    private static NormalForm WithLeader(IReadOnlyList<(double Severity, StanceGame Game)> games, Func<StanceGame, int, double> worth)
    {
        var shape = games[0].Game.Shape;
        var (count, all) = (shape.ProfileCount, shape.ProfileCount * games.Count);
        var payoffs = new double[all * (shape.PlayerCount + 1)];
        for (var z = 0; z < games.Count; z++)
        {
            var game = games[z].Game;
            var own = game.Payoffs();
            for (var profile = 0; profile < count; profile++)
                payoffs[z * count + profile] = worth(game, profile);
            for (var p = 0; p < shape.PlayerCount; p++)
                own.Payoffs(p).CopyTo(payoffs.AsSpan((p + 1) * all + z * count));
        }

        return new NormalForm([games.Count, .. shape.Actions], payoffs);
    }

    private static int? Cheapest(ImmutableArray<SeverityCommitment> commitments)
    {
        var sure = Enumerable.Range(0, commitments.Length).Where(z => !commitments[z].Answers.IsEmpty).ToArray();
        var deterring = sure.Where(z => commitments[z].Deters).ToArray();
        return sure.Length == 0 ? null : (deterring.Length > 0 ? deterring : sure).MinBy(z => commitments[z].Answers.Max(answer => answer.CoalitionCost));
    }

    /// <summary>Who commits; who joins is a follower that answers, not a part of it.</summary>
    internal static ImmutableArray<Region> Members(BoundCase bound, ImmutableArray<Actor> actors) =>
        [.. bound.Coalition.Where(member => !actors.Any(actor => actor.Region == member && actor.Moves.Length > 1))];

    /// <summary>The income of who commits, million USD.</summary>
    internal static double Income(BoundCase bound, ImmutableArray<Region> members)
    {
        var baseline = bound.BaselineAt(bound.Horizon);
        return members.Sum(baseline.Income);
    }
}

/// <summary>One severity to which the coalition may commit.</summary>
/// <param name="Severity">The share of the secondary package's size.</param>
/// <param name="Answers">The pure equilibria of the players that follow; empty where there are none, and the coalition cannot count on anything.</param>
internal sealed record SeverityCommitment(double Severity, ImmutableArray<CommitmentAnswer> Answers)
{
    /// <summary>Whether there are answers and none of them brings a rescue.</summary>
    public bool Deters => !Answers.IsEmpty && Answers.All(answer => answer.Rescuers.IsEmpty);
}

/// <summary>What the players answer.</summary>
/// <param name="Moves">The move of each player.</param>
/// <param name="CoalitionCost">What the coalition loses, million USD a year.</param>
/// <param name="TargetLoss">What the target loses, million USD a year.</param>
/// <param name="Rescuers">Who comes to the rescue: whose stance is that.</param>
internal sealed record CommitmentAnswer(ImmutableArray<Move> Moves, double CoalitionCost, double TargetLoss, ImmutableArray<Region> Rescuers);
