using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>The prices of friendship of a case's players: each stance against neutrality, the others at the case's stances.</summary>
internal static class Friendship
{
    /// <summary>The prices of one player's stances other than neutral, in the order of its list.</summary>
    /// <exception cref="NoEquilibriumException">A stance has no equilibrium.</exception>
    public static ImmutableArray<FriendshipPrice> Of(BoundCase bound, Actor actor, CancellationToken cancellation = default) =>
        Of(bound, actor, Alternatives(actor), new ProfileSolver(bound, cancellation), cancellation);

    internal static ImmutableArray<FriendshipPrice> Of(BoundCase bound, Actor actor, ProfileSolver solver, CancellationToken cancellation) =>
        Of(bound, actor, Alternatives(actor), solver, cancellation);

    /// <summary>
    /// The prices of coming to the rescue for every third state: with its means where the case gives it some, else by letting goods
    /// through; cheapest first, those without relief last.
    /// </summary>
    /// <exception cref="NoEquilibriumException">A stance has no equilibrium.</exception>
    public static ImmutableArray<FriendshipPrice> OfEveryCandidate(BoundCase bound, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var actors = Actors.Of(bound);
        var candidates = Enumerable.Range(0, bound.World.Regions.Length).Select(r => new Region(r))
            .Where(r => r != bound.Target && bound.Stances[r.Index] != Stance.Join && !bound.World.Regions[r.Index].IsRemainder).ToArray();
        var (prices, done) = (new ImmutableArray<FriendshipPrice>[candidates.Length], 0);
        var solver = new ProfileSolver(bound, cancellation);
        InParallel.For(candidates.Length, cancellation, c =>
        {
            var actor = actors.FirstOrDefault(one => one.Region == candidates[c]) ?? Outsider(bound, candidates[c]);
            prices[c] = Of(bound, actor, [actor.Player.Means.IsEmpty ? Stance.Conduit : Stance.Rescue], solver, cancellation);
            progress?.Invoke(Interlocked.Increment(ref done), candidates.Length);
        });
        return [.. prices.SelectMany(price => price).OrderBy(price => double.IsNaN(price.Price)).ThenBy(price => price.Price)];
    }

    private static ImmutableArray<FriendshipPrice> Of(
        BoundCase bound, Actor actor, IReadOnlyList<Stance> stances, ProfileSolver anySolver, CancellationToken cancellation)
    {
        var free = WithAnyStance(bound, actor);
        var solver = anySolver.At(free);
        var neutral = Solve(Stance.Neutral);
        var coalition = free.WithStances((actor.Region, Stance.Neutral)).Coalition;
        return [.. stances.Select(stance => FriendshipPrice.Of(
            actor, stance.Name(), neutral, Solve(stance), Penalty(stance) - Penalty(Stance.Neutral), bound.Target, coalition, solver.Income(bound.Target)))];

        double[] Solve(Stance stance)
        {
            var variations = new double[bound.World.Regions.Length];
            solver.Solve([actor], [Move.Of(stance)], variations, cancellation);
            return variations;
        }

        double Penalty(Stance stance) => PenaltyAtCase(bound, actor, stance);
    }

    /// <summary>The case with others at these moves.</summary>
    internal static BoundCase Held(BoundCase bound, IReadOnlyCollection<(Region Region, Move Move)> others)
    {
        var action = others.Select(other => other.Move.Action).FirstOrDefault(one => one is not null);
        var stances = others.Where(other => other.Move.Stance is not null).Select(other => (other.Region, other.Move.Stance!.Value)).ToArray();
        return (bound with { Case = bound.Case with { TargetAction = action } }).WithStances(stances);
    }

    /// <summary>What a stance costs beside trade where all others keep the case's stances, million USD; plus infinity where it is closed.</summary>
    internal static double PenaltyAtCase(BoundCase bound, Actor actor, Stance stance)
    {
        var actors = Actors.Of(bound).Where(other => other.Region != actor.Region).ToList();
        int[] chosen = [0, .. actors.Select(other => Math.Max(0, other.MoveOf(other.Player.Stance.Name())))];
        return MoveCosts.Of([actor with { Moves = [Move.Of(stance)] }, .. actors], chosen, 0);
    }

    /// <summary>The case in which the player may take any stance: prices are asked of stances that it would not choose from, too.</summary>
    internal static BoundCase WithAnyStance(BoundCase bound, Actor actor) => bound with
    {
        Case = bound.Case with
        {
            Players = [.. bound.Case.Players.Select(player => player.Region.Text == actor.Player.Region.Text ? player with { ListsStances = false } : player)],
        },
    };

    private static Stance[] Alternatives(Actor actor) => [.. actor.Moves.Select(move => move.Stance).OfType<Stance>().Where(stance => stance != Stance.Neutral)];

    private static Actor Outsider(BoundCase bound, Region region)
    {
        var code = bound.World.Code(region);
        var place = new Place(bound.Case.Source, 0, 0);
        var player = new Player(new RegionName(code, false, place)) { Stance = bound.Stances[region.Index] };
        return new Actor(player, region, [Move.Of(Stance.Neutral)], [.. new double[bound.World.Regions.Length]], bound.BaselineAt(bound.Horizon).Income(region), 0);
    }
}
