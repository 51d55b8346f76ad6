using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>What each state of a world does in a case.</summary>
/// <param name="Coalition">The coalition that the case declares and every state that joins it, in the world's order.</param>
/// <param name="Stances">The stance of each region, in the world's order.</param>
/// <param name="Sources">Who says so, likewise.</param>
/// <param name="Players">The region of each player, in the case's order; null where it is left out.</param>
/// <param name="Absent">Who of the coalition stands aside, in the world's order; not part of <paramref name="Coalition"/>.</param>
internal sealed record BoundStances(
    ImmutableArray<Region> Coalition,
    ImmutableArray<Stance> Stances,
    ImmutableArray<StanceSource> Sources,
    ImmutableArray<Region?> Players,
    ImmutableArray<Region> Absent);

/// <summary>Finds the stance of each state: the coalition joins, players say their own, the default is for the others, and a change comes before all.</summary>
/// <param name="world">The world.</param>
/// <param name="target">The target, or null where it was not found.</param>
/// <param name="regions">Looks up regions.</param>
/// <param name="problems">Takes stances that cannot be.</param>
internal sealed class StanceBinder(World world, Region? target, RegionNames regions, ProblemList problems)
{
    public BoundStances Bind(Case theCase, ImmutableArray<Region> coalition)
    {
        var stances = new Stance[world.Regions.Length];
        var sources = new StanceSource[stances.Length];
        Array.Fill(stances, theCase.DefaultStance);
        foreach (var member in coalition)
            (stances[member.Index], sources[member.Index]) = (Stance.Join, StanceSource.Coalition);
        var players = new Player?[stances.Length];
        var ofPlayers = ImmutableArray.CreateBuilder<Region?>(theCase.Players.Length);
        foreach (var player in theCase.Players)
        {
            var region = regions.One(player.Region, "a player");
            ofPlayers.Add(region);
            if (region is not { } found)
                continue;
            if (found == target)
            {
                if (player.StancePlace is { } place)
                    problems.Add(place, $"{regions.Code(found)} is the target, which takes no stance", "remove it here, or name another target; what the target may do stands under `actions`");
                continue;
            }

            players[found.Index] = player;
            if (sources[found.Index] == StanceSource.Coalition)
                CheckMember(player, found);
            else
                (stances[found.Index], sources[found.Index]) = (player.Stance, StanceSource.Player);
        }

        Change(theCase.StanceChanges, players, stances, sources);
        if (target is { } fallenOn)
            stances[fallenOn.Index] = Stance.Neutral;
        var absent = regions.Set(theCase.Absent).RemoveAll(region => stances[region.Index] != Stance.Join);
        foreach (var member in absent)
            stances[member.Index] = Stance.Neutral;
        var joins = Array.ConvertAll(stances, stance => stance == Stance.Join);
        return new BoundStances(RegionNames.Marked(joins), [.. stances], [.. sources], ofPlayers.ToImmutable(), absent);
    }

    private void CheckMember(Player player, Region region)
    {
        if (player.Stance == Stance.Join)
            return;
        problems.Add(
            player.Region.Place,
            $"{regions.Code(region)} is in the coalition, so its stance is `join`, not `{player.Stance.Name()}`",
            $"write `stance: join`, or take {regions.Code(region)} out of the coalition");
    }

    private void Change(ImmutableArray<StanceChange> changes, Player?[] players, Stance[] stances, StanceSource[] sources)
    {
        foreach (var (name, stance) in changes)
        {
            if (regions.One(name, "whose stance is set") is not { } region)
                continue;
            var code = regions.Code(region);
            if (region == target)
                problems.Add(name.Place, $"{code} is the target, which takes no stance", "name a third state");
            else if (sources[region.Index] == StanceSource.Set)
                problems.Add(name.Place, $"the stance of {code} is set twice", "set it once");
            else if (sources[region.Index] == StanceSource.Coalition && stance != Stance.Join)
                problems.Add(name.Place, $"{code} is in the coalition, so its stance is `join`, not `{stance.Name()}`", $"take {code} out of the case's `coalition` first");
            else if (players[region.Index] is { ListsStances: true } player && !player.Stances.Contains(stance))
                problems.Add(name.Place, $"`{stance.Name()}` is not among the stances of {code} in the case: {string.Join(", ", player.Stances.Select(Stances.Name))}", $"choose one of them, or add `{stance.Name()}` to the player's `stances`");
            else
                (stances[region.Index], sources[region.Index]) = (stance, StanceSource.Set);
        }
    }
}
