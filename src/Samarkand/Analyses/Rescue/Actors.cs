using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>Finds the players of a case in its world.</summary>
internal static class Actors
{
    /// <summary>Every player that the world holds, in the case's order; one with a single move has nothing to choose and is kept.</summary>
    public static ImmutableArray<Actor> Of(BoundCase bound) => Of(bound, bound.BaselineAt(bound.Horizon));

    /// <summary>The same with the incomes of a baseline.</summary>
    internal static ImmutableArray<Actor> Of(BoundCase bound, Baseline baseline)
    {
        var actors = ImmutableArray.CreateBuilder<Actor>();
        foreach (var player in bound.Case.Players)
        {
            if (Find(bound.World, player.Region.Text) is not { } region)
                continue;
            var moves = Moves(bound, player, region);
            if (moves.IsEmpty)
                continue;
            actors.Add(new Actor(player, region, moves, Affinity(bound.World, player, region), baseline.Income(region), Abandonment(bound, region)));
        }

        return actors.ToImmutable();
    }

    /// <summary>How many moves each player has that the world holds and that has any, in the case's order.</summary>
    internal static IEnumerable<int> MovesOf(BoundCase bound) =>
        bound.Case.Players.Select(player => Find(bound.World, player.Region.Text) is { } region ? Moves(bound, player, region).Length : 0).Where(moves => moves > 0);

    private static ImmutableArray<Move> Moves(BoundCase bound, Player player, Region region) => region == bound.Target
        ? [.. player.Actions.Select(Move.Of)]
        : !player.ListsStances && IsMember(bound, region) ? [Move.Of(Stance.Join)]
        : [.. player.Stances.Select(Move.Of)];

    // Who is in the coalition that the case declares has joined, and chooses nothing unless the case lists it.
    private static bool IsMember(BoundCase bound, Region region) => bound.Case.Coalition.Any(name =>
        Find(bound.World, name.Text) == region || bound.World.Blocs.Any(bloc => bloc.Code == name.Text && bloc.Members.Contains(region)));

    /// <summary>A region by its code; null where the world lacks it.</summary>
    internal static Region? Find(World world, string code)
    {
        for (var r = 0; r < world.Regions.Length; r++)
        {
            if (world.Regions[r].Code == code)
                return new Region(r);
        }

        return null;
    }

    private static ImmutableArray<double> Affinity(World world, Player player, Region self)
    {
        var weights = new double[world.Regions.Length];
        foreach (var affinity in player.Affinity)
        {
            if (Find(world, affinity.Of.Text) is { } region)
                weights[region.Index] += affinity.Weight;
            foreach (var member in world.Blocs.Where(bloc => bloc.Code == affinity.Of.Text).SelectMany(bloc => bloc.Members))
                weights[member.Index] += affinity.Weight;
        }

        weights[self.Index] = 0;
        return [.. weights];
    }

    // The dearest guarantee that binds both; a forum binds nobody.
    private static double Abandonment(BoundCase bound, Region region)
    {
        var cost = 0.0;
        foreach (var guarantee in bound.Case.Guarantees)
        {
            var alliance = bound.World.Blocs.FirstOrDefault(bloc => bloc.Code == guarantee.Alliance.Text);
            if (alliance is not null && region != bound.Target && alliance.Members.Contains(region) && alliance.Members.Contains(bound.Target))
                cost = Math.Max(cost, guarantee.CostOfAbandonment);
        }

        return cost;
    }
}
