using Samarkand.Core;

namespace Samarkand.Worlds.Names;

/// <summary>
/// What a name that stands for nothing may have meant: what lists and usage give it, a name that holds it or that it holds, and only for
/// longer names one that is spelled nearly so. Two letters are never taken for two others.
/// </summary>
internal static class NameSuggestion
{
    private const int Most = 3;
    private const int LettersOfAName = 4;
    private const int LettersOfACode = 3;

    /// <summary><c>did you mean KOR (South Korea) or PRK (North Korea)?</c>, or null where nothing comes near.</summary>
    public static string? Of(string text, WorldNames world)
    {
        if (Countries.MeaningOf(text) is { } meaning)
            return meaning.IsCertain && world.Home(meaning.Codes[0]) is null ? null : Asked(meaning.Codes, world, Usage(text, meaning));
        string[] codes = [.. Alike(text, world).Distinct()];
        return codes.Length is 0 or > Most ? null : Asked(codes, world);
    }

    /// <summary>The codes of what a name that stands for nothing may have meant, as the world writes them; a first part of a name counts as well.</summary>
    public static IEnumerable<string> Near(string text, WorldNames world)
    {
        var key = PlainSpelling.Key(text);
        var begins = key.Length == 0 ? [] : Names(world).Where(name => PlainSpelling.Key(name.Name).StartsWith(key, StringComparison.Ordinal)).Select(name => name.Code);
        return (Countries.MeaningOf(text)?.Codes ?? []).Concat(begins).Concat(Alike(text, world)).Select(code => Label(code, world)).Distinct();
    }

    private static string Usage(string text, Meaning meaning) =>
        meaning is { List: "FIPS 10-4" or "ISO 3166-3", Codes: [_] } ? $", which is {text} in {meaning.List}" : "";

    private static IEnumerable<string> Alike(string text, WorldNames world)
    {
        var key = PlainSpelling.Key(text);
        if (key.Length >= LettersOfAName)
        {
            var held = Held(PlainSpelling.Plain(text), world).ToArray();
            return held.Length > 0 ? held : Misspelt(key, world);
        }

        return key.Length == LettersOfACode ? Codes(world).Where(code => code.Length == LettersOfACode && NearestName.Distance(text, code, 2) == 1) : [];
    }

    /// <summary>Names of which the words are a part, or that are a part of the words: <c>Bosnia</c>, <c>the Russian state of Russia</c>.</summary>
    private static IEnumerable<string> Held(string[] words, WorldNames world) =>
        from name in Names(world)
        let own = PlainSpelling.Plain(name.Name)
        where own.Length > 0 && words.Length > 0 && (Holds(own, words) || (Holds(words, own) && string.Concat(own).Length >= LettersOfAName))
        select name.Code;

    private static bool Holds(string[] whole, string[] part)
    {
        for (var start = 0; start + part.Length <= whole.Length; start++)
        {
            if (whole.AsSpan(start, part.Length).SequenceEqual(part))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Misspelt(string key, WorldNames world)
    {
        var limit = Math.Max(1, key.Length / LettersOfAName);
        (string Code, int Far)[] near =
        [
            .. from name in Names(world)
               let far = NearestName.Distance(key, PlainSpelling.Key(name.Name), limit + 1)
               where far <= limit && name.Name.Length >= LettersOfAName
               select (name.Code, far),
            .. from code in Codes(world) where code.Length >= LettersOfACode && NearestName.Distance(key, code, 2) == 1 select (code, 1),
        ];
        return near.Where(found => found.Far == near.Min(other => other.Far)).Select(found => found.Code);
    }

    private static IEnumerable<string> Codes(WorldNames world) => [.. world.Regions.Select(region => region.Code), .. world.Blocs.Select(bloc => bloc.Code)];

    private static IEnumerable<(string Code, string Name)> Names(WorldNames world) =>
    [
        .. world.Regions.Select(region => (region.Code, region.Name)),
        .. world.Blocs.Select(bloc => (bloc.Code, KnownBlocs.TitleOf(bloc.Name))),
        .. from country in Countries.All from name in country.Names select (Label(country.Code, world), name),
    ];

    // A country that the world holds goes by the world's code.
    private static string Label(string code, WorldNames world) => world.Home(code) is { } home ? world.Regions[home.Index].Code : code;

    private static string Asked(IEnumerable<string> codes, WorldNames world, string usage = "") =>
        $"did you mean {Listing.Or([.. codes.Select(code => Named(Label(code, world), world)).Distinct()])}{usage}?";

    private static string Named(string code, WorldNames world)
    {
        var name = world.Regions.FirstOrDefault(region => region.Code == code)?.Name ?? (KnownBlocs.Find(code)?.Title is { } title && title != code ? title : null);
        return name is null ? Countries.Named(code) : name == code ? $"'{code}'" : $"{code} ({name})";
    }
}
