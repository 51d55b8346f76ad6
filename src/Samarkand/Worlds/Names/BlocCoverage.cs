using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds.Names;

/// <summary>What a world holds of a bloc that has fewer members in it than it should.</summary>
/// <param name="World">The world's name.</param>
/// <param name="Bloc">The bloc.</param>
/// <param name="Whole">How many members it has in all.</param>
/// <param name="Held">The world's regions that are its members.</param>
/// <param name="Missing">The others: code and, where it is known, name and the region that they are inside of.</param>
internal sealed record BlocCoverage(string World, string Bloc, int Whole, ImmutableArray<string> Held, ImmutableArray<MissingMember> Missing)
{
    private const int FewNames = 6;

    /// <summary>Compares a bloc with the members that are known of it and with those that merges took from it; null where none is missing or nobody can tell.</summary>
    /// <param name="names">The names of the world.</param>
    /// <param name="world">Its name.</param>
    /// <param name="bloc">The bloc.</param>
    public static BlocCoverage? Of(WorldNames names, string world, Bloc bloc)
    {
        var held = bloc.Members.Select(member => names.Regions[member.Index].Code).ToImmutableArray();
        var lost = bloc.Lost.Select(code => Countries.MeaningOf(code)?.Certain ?? code).ToArray();
        var known = KnownBlocs.Find(bloc.Code)?.Members ?? [];
        // The usual world writes alpha-3 codes and holds every member.
        if (lost.Length == 0 && known.All(held.Contains))
            return null;
        var inside = bloc.Members.Select(names.CountriesOf).ToArray();
        if (Array.Exists(inside, countries => countries.IsEmpty))
            known = [];
        var covered = inside.SelectMany(countries => countries).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. known.Concat(lost).Distinct().Where(code => !covered.Contains(code))];
        return missing.Length == 0 ? null : new BlocCoverage(
            world,
            bloc.Code,
            missing.Length + (known.IsEmpty ? bloc.Members.Sum(member => Math.Max(1, names.Regions[member.Index].Parts.Length)) : known.Count(covered.Contains)),
            held,
            [.. missing.Select(code => new MissingMember(code, Countries.NameOf(code), Place(names, bloc, code)))]);
    }

    /// <summary>A sentence without its stop.</summary>
    public string Text { get; } = string.Create(CultureInfo.InvariantCulture, $"{Bloc} covers {Whole - Missing.Length} of its {Whole} members in {World}: ") +
        (Missing.Length <= FewNames ? $"without {Listing.And([.. Missing.Select(member => member.Text)])}"
            : Held.Length <= FewNames ? $"{Listing.And(Held)} alone"
            : $"without {Listing.And([.. Missing.Select(member => member.Code)])}");

    private static string? Place(WorldNames names, Bloc bloc, string code)
    {
        if (names.Home(code) is { } home)
            return $"held as {names.Regions[home.Index].Code} but not as a member";
        return Around(names, code) is { } around && !bloc.Members.Contains(around) ? $"inside {names.Regions[around.Index].Code}" : null;
    }

    // A part of a merged region need not be a country.
    private static Region? Around(WorldNames names, string code)
    {
        for (var r = 0; r < names.Regions.Length; r++)
        {
            if (names.Regions[r].Parts.Contains(code))
                return new Region(r);
        }

        return Countries.NameOf(code) is null ? null : names.Around(code);
    }
}

/// <summary>A member of a bloc that a world does not hold by itself.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, where it is a country.</param>
/// <param name="Place">Where it went, or null.</param>
internal sealed record MissingMember(string Code, string? Name, string? Place)
{
    /// <summary>False where the world holds it by itself, but not as a member.</summary>
    public bool IsInsideAnother => Place?.StartsWith("held", StringComparison.Ordinal) is not true;

    public string Text => (Name, Place) switch
    {
        (null, null) => Code,
        (null, _) => $"{Code} ({Place})",
        (_, null) => $"{Code} ({Name})",
        _ => $"{Code} ({Name}, {Place})",
    };
}
