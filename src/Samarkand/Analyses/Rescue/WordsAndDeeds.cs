using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>What a player says, by its votes in the General Assembly, beside what its stance does in the model.</summary>
/// <param name="Region">The player.</param>
/// <param name="IdealPoint">Its ideal point; NaN where it is not known.</param>
/// <param name="ToTarget">Its distance to the target's.</param>
/// <param name="ToCoalition">Its distance to the coalition's, weighted by income.</param>
/// <param name="Votes">Its votes on the resolutions on which the target voted, such as <c>A/RES/68/262: abstain</c>.</param>
/// <param name="Memberships">Organisations that it shares with the target.</param>
/// <param name="Move">Its stance at the reference profile.</param>
/// <param name="OwnGain">What the stance gains itself against neutrality, the others as they are, million USD a year; penalties apart.</param>
/// <param name="TargetGain">What it gains the target, likewise.</param>
internal sealed record WordsAndDeeds(
    Region Region, double IdealPoint, double ToTarget, double ToCoalition, ImmutableArray<string> Votes, ImmutableArray<string> Memberships, string Move, double OwnGain, double TargetGain)
{
    /// <summary>True where it votes nearer to the target than to the coalition.</summary>
    public bool SpeaksForTarget => ToTarget < ToCoalition;

    /// <summary>True where it votes with one side and its stance helps the other.</summary>
    public bool Differs => !double.IsNaN(IdealPoint) && (SpeaksForTarget ? TargetGain < 0 : TargetGain > 0);

    /// <summary>Every third state among the players that has a choice; empty where the world has no ties.</summary>
    /// <exception cref="InputException">The world's file of ties has mistakes.</exception>
    public static ImmutableArray<WordsAndDeeds> Of(RescueAnswer answer)
    {
        var (bound, ties) = (answer.Case, answer.Case.World.Ties);
        if (ties.IsEmpty)
            return [];
        var points = bound.World.Regions.Select(region => ties.FirstOrDefault(tie => tie.Kind == "ideal-point" && tie.Region == region.Code)?.Value ?? double.NaN).ToArray();
        var coalition = Mean(bound.Coalition, points, answer);
        var rows = ImmutableArray.CreateBuilder<WordsAndDeeds>();
        for (var p = 0; p < answer.Players.Length; p++)
        {
            var actor = answer.Players[p];
            if (actor.Region == bound.Target || actor.Moves.Length == 1 || actor.MoveOf("neutral") is not (>= 0 and var neutral))
                continue;
            var now = answer.Variations();
            var apart = answer.VariationsWhere(p, neutral);
            var point = points[actor.Region.Index];
            rows.Add(new WordsAndDeeds(
                actor.Region,
                point,
                Math.Abs(point - points[bound.Target.Index]),
                Math.Abs(point - coalition),
                VotesOf(ties, bound.World.Code(actor.Region), bound.World.Code(bound.Target)),
                Shared(ties, bound.World.Code(actor.Region), bound.World.Code(bound.Target)),
                answer.MoveOf(p).Name,
                now[actor.Region.Index] - apart[actor.Region.Index],
                now[bound.Target.Index] - apart[bound.Target.Index]));
        }

        return rows.ToImmutable();
    }

    private static double Mean(ImmutableArray<Region> members, double[] points, RescueAnswer answer)
    {
        var (sum, weight) = (0.0, 0.0);
        var baseline = answer.Case.BaselineAt(answer.Case.Horizon);
        foreach (var member in members)
        {
            if (double.IsNaN(points[member.Index]))
                continue;
            sum += baseline.Income(member) * points[member.Index];
            weight += baseline.Income(member);
        }

        return sum / weight;
    }

    private static ImmutableArray<string> VotesOf(ImmutableArray<Tie> ties, string one, string target)
    {
        var votes = ties.Where(tie => tie.Kind == "roll-call").ToLookup(tie => tie.Region);
        return [.. votes[target].Select(theirs => $"{theirs.With}: {RollCall.Vote(votes[one].FirstOrDefault(mine => mine.With == theirs.With)?.Value) ?? "not cast"}")];
    }

    private static ImmutableArray<string> Shared(ImmutableArray<Tie> ties, string one, string two) =>
        [.. PairTies.Of(ties, one, two).Memberships.Select(membership => membership.Organisation)];
}
