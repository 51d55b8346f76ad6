using System.Collections.Immutable;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Worlds;

namespace Samarkand.Documents.Drafting;

/// <summary>Who is the target of the documents' restrictions, and who imposes them.</summary>
/// <param name="Target">The code of the target.</param>
/// <param name="Coalition">Codes as a case names them; a state that the world may not hold with a question mark.</param>
/// <param name="IsWestAssumed">True where the list is the one that stands for the West.</param>
internal sealed record Roles(string Target, ImmutableArray<string> Coalition, bool IsWestAssumed)
{
    /// <summary>The roles, or null where nothing is restricted.</summary>
    public static Roles? Of(IReadOnlyList<Claim> claims, Lexicon lexicon, World world)
    {
        var imposed = claims.Where(claim => Acts.IsRestrictive(claim.Act) && claim.Polarity == Polarity.Affirmed && claim.Modality != Modality.Hypothetical).ToArray();
        var target = imposed.Where(claim => claim.Counterpart.Length > 0).Select(claim => (Code: lexicon.HomeOf(claim.Counterpart), Weight: Weight(claim)))
            .Where(one => world.Find(one.Code) is not null)
            .GroupBy(one => one.Code).MaxBy(group => group.Sum(one => one.Weight))?.Key;
        if (target is null)
            return null;
        var actors = imposed.Where(claim => lexicon.HomeOf(claim.Counterpart) == target && claim.Modality != Modality.Possible).Select(claim => lexicon.HomeOf(claim.Actor))
            .Concat(claims.Where(claim => claim.Act == Acts.Join && claim.Polarity == Polarity.Affirmed && claim.Modality == Modality.Done).Select(claim => lexicon.HomeOf(claim.Actor)))
            .Where(code => code.Length > 0 && code != target).Distinct().ToArray();
        var isWest = actors.Length == 0 || actors.Contains("WEST");
        var named = actors.SelectMany(code => code == "WEST" ? Assumed.West : Codes(code, lexicon, world)).Concat(actors.Length == 0 ? Assumed.West : []).Distinct().ToArray();
        return new Roles(target, WithoutMembers(named, lexicon, target), isWest);
    }

    /// <summary>The codes of a case for a code of a claim: groups that no world knows are their members.</summary>
    public static IEnumerable<string> Codes(string code, Lexicon lexicon, World world)
    {
        if (Lexicon.IsKnownBloc(code))
            return [code];
        return lexicon.Members(lexicon.HomeOf(code)).Select(member => world.Find(member) is null ? $"{member}?" : member).Where(member => member.TrimEnd('?').Length == 3);
    }

    /// <summary>True where a code or one of its groups is in the coalition.</summary>
    public bool Holds(string code, Lexicon lexicon) =>
        Coalition.Any(member => member.TrimEnd('?') == code || lexicon.Members(member.TrimEnd('?')).Contains(code)) || code == "WEST";

    private static double Weight(Claim claim) => claim.Modality is Modality.Done or Modality.Planned ? 1 + claim.Again.Count : 0.3;

    // A member of a bloc that is named itself stands once.
    private static ImmutableArray<string> WithoutMembers(string[] codes, Lexicon lexicon, string target)
    {
        var blocs = codes.Where(Lexicon.IsKnownBloc).ToArray();
        return [.. codes.Where(code => code.TrimEnd('?') != target && !blocs.Any(bloc => bloc != code && lexicon.Members(bloc).Contains(code.TrimEnd('?')) && !Lexicon.IsKnownBloc(code)))];
    }
}
