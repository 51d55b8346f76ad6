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

    /// <summary>How many members the world holds.</summary>
    public int Count => Whole - Missing.Length;

    /// <summary>Compares a bloc with the members that are known of it and with those that merges took from it; null where none is missing or nobody can tell.</summary>
    public static BlocCoverage? Of(World world, Bloc bloc)
    {
        var names = world.Names;
        var held = bloc.Members.Select(member => world.Regions[member.Index].Code).ToImmutableArray();
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
            world.About.Name,
            bloc.Code,
            missing.Length + (known.IsEmpty ? bloc.Members.Sum(member => Math.Max(1, world.Regions[member.Index].Parts.Length)) : known.Count(covered.Contains)),
            held,
            [.. missing.Select(code => new MissingMember(code, Countries.NameOf(code), Place(world, bloc, code)))]);
    }

    /// <summary>A sentence without its stop.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Bloc} covers {Count} of its {Whole} members in {World}: ") +
        (Missing.Length <= FewNames ? $"without {Listing.And([.. Missing.Select(member => member.Text)])}"
            : Held.Length <= FewNames ? $"{Listing.And(Held)} alone"
            : $"without {Listing.And([.. Missing.Select(member => member.Code)])}");

    private static string? Place(World world, Bloc bloc, string code)
    {
        if (world.Names.Home(code) is { } home)
            return $"held as {world.Regions[home.Index].Code} but not as a member";
        return Around(world, code) is { } around && !bloc.Members.Contains(around) ? $"inside {world.Regions[around.Index].Code}" : null;
    }

    // A part of a merged region need not be a country.
    private static Region? Around(World world, string code)
    {
        for (var r = 0; r < world.Regions.Length; r++)
        {
            if (world.Regions[r].Parts.Contains(code))
                return new Region(r);
        }

        return Countries.NameOf(code) is null ? null : world.Names.Around(code);
    }
}

/// <summary>A member of a bloc that a world does not hold by itself.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, where it is a country.</param>
/// <param name="Place">Where it went, or null.</param>
internal sealed record MissingMember(string Code, string? Name, string? Place)
{
    public string Text => (Name, Place) switch
    {
        (null, null) => Code,
        (null, _) => $"{Code} ({Place})",
        (_, null) => $"{Code} ({Name})",
        _ => $"{Code} ({Name}, {Place})",
    };
}
