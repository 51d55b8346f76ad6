using System.Collections.Immutable;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Cases;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The part of a game too large to solve that is solved after a search: all stances of the rescuer, and of the others those that they take
/// in the equilibria found, and neutral ones as far as that leaves few profiles.
/// </summary>
/// <param name="Actors">The players with the moves that are left to them.</param>
/// <param name="Found">The equilibria found, by the moves' names; the first alone where all of them together leave too many profiles.</param>
internal sealed record SearchedGame(ImmutableArray<Actor> Actors, ImmutableArray<ImmutableArray<string>> Found)
{
    // Enough for every comparison with neutrality of ten players.
    private const int MostProfiles = 3000;

    // The rest is known already.
    private const int MostAround = 64;

    public static SearchedGame Of(BoundCase bound, BestReplies search, Actor rescuer)
    {
        var actors = Rescue.Actors.Of(bound);
        ImmutableArray<ImmutableArray<string>> found = [.. search.Equilibria.Select(one => actors.Select((actor, p) => actor.Moves[one.Actions[p]].Name).ToImmutableArray())];
        if (found.IsEmpty)
            found = [[.. actors.Select(actor => actor.Moves[Math.Max(0, actor.MoveOf(actor.Player.Stance.Name()))].Name)]];
        var kept = Keep(actors, found, rescuer);
        if (Size(kept) > MostProfiles)
            (found, kept) = (found[..1], Keep(actors, found[..1], rescuer));
        for (var p = 0; p < kept.Length; p++)
        {
            var wider = kept.SetItem(p, With(actors[p], kept[p], Stance.Neutral.Name()));
            if (Size(wider) <= MostProfiles)
                kept = wider;
        }

        return new SearchedGame(kept, search.Equilibria.IsEmpty ? [] : found);
    }

    /// <summary>The same of a large game, without neutral stances: the reported equilibrium comes first, and alone where all leave many profiles.</summary>
    public static SearchedGame Around(LargeGame large, Actor rescuer)
    {
        ImmutableArray<ImmutableArray<string>> found =
        [
            .. large.Search.Equilibria.Select(one => one.Actions).Prepend(large.Reported).DistinctBy(PayoffBook.Key)
                .Select(actions => large.Solved.Moves(actions).Select(move => move.Name).ToImmutableArray()),
        ];
        var kept = Keep(large.Actors, found, rescuer);
        if (Size(kept) > MostAround)
            (found, kept) = (found[..1], Keep(large.Actors, found[..1], rescuer));
        return new SearchedGame(kept, large.Search.Equilibria.IsEmpty ? [] : found);
    }

    /// <summary>The equilibria found, as profiles of the part.</summary>
    public ImmutableArray<int> Equilibria(NormalForm game) =>
        [.. Found.Select(names => game.Profile([.. names.Select((name, p) => Actors[p].MoveOf(name))]))];

    /// <summary>The equilibrium in which most walks end, the first of equal ones; where none was found, the case's own stances.</summary>
    public int Reference(NormalForm game, BestReplies search)
    {
        if (Found.IsEmpty)
            return game.Profile([.. Actors.Select(actor => Math.Max(0, actor.MoveOf(actor.Player.Stance.Name())))]);
        return Equilibria(game)[Enumerable.Range(0, Found.Length).MaxBy(e => search.Equilibria[e].Walks)];
    }

    private static ImmutableArray<Actor> Keep(ImmutableArray<Actor> actors, ImmutableArray<ImmutableArray<string>> found, Actor rescuer) =>
    [
        .. actors.Select((actor, p) => actor.Region == rescuer.Region
            ? actor
            : actor with { Moves = [.. actor.Moves.Where(move => found.Any(names => names[p] == move.Name))] }),
    ];

    private static Actor With(Actor whole, Actor part, string name) =>
        part with { Moves = [.. whole.Moves.Where(move => move.Name == name || part.MoveOf(move.Name) >= 0)] };

    private static long Size(ImmutableArray<Actor> actors) => (long)Math.Min((double)BestReplies.Count(actors.Select(actor => actor.Moves.Length)), long.MaxValue / 2);
}
