using System.Collections.Immutable;

namespace Samarkand.Worlds.Names;

/// <summary>A state or territory of ISO 3166-1, or Kosovo.</summary>
/// <param name="Code">Alpha-3 code.</param>
/// <param name="Alpha2">Alpha-2 code.</param>
/// <param name="Number">The three digits of M49; <see cref="NoNumber"/> where there is none.</param>
/// <param name="Names">English names, Samarkand's own first.</param>
internal sealed record Country(string Code, string Alpha2, string Number, ImmutableArray<string> Names)
{
    public const string NoNumber = "---";
}

/// <summary>The states and territories of the world, and what codes and names mean whoever writes them.</summary>
internal static class Countries
{
    private static readonly Lazy<string> List = new(() => "\n" + NameText.Read("countries.txt"));
    private static readonly Lazy<ImmutableArray<Country>> Read = new(ReadList);
    private static readonly Lazy<MeaningIndex> Index = new(() => MeaningIndex.Of(Read.Value));

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<Country> All => Read.Value;

    /// <summary>The English name of an alpha-3 code, or null where there is no such code.</summary>
    public static string? NameOf(string code)
    {
        if (code.Length != 3)
            return null;
        var at = List.Value.IndexOf($"\n{code} ", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var name = List.Value.AsSpan(at + "\nAFG AF 004 ".Length);
        return name[..name.IndexOfAny('|', '\n')].ToString();
    }

    /// <summary>The English name of a code of any list, such as <c>RU</c>; null where it is not certain which country it is.</summary>
    public static string? EnglishName(string code) => NameOf(code) ?? (MeaningOf(code)?.Certain is { } alpha3 ? NameOf(alpha3) : null);

    /// <summary>What a code or name means, in any case and with or without marks; null where no list has it.</summary>
    public static Meaning? MeaningOf(string text) => Index.Value.Find(text);

    /// <summary>Whether two names certainly mean the same.</summary>
    public static bool MeanTheSame(string one, string other) => MeaningOf(one)?.Certain is { } meant && meant == MeaningOf(other)?.Certain;

    /// <summary>A code with its English name: <c>GBR (United Kingdom)</c>; a code without a name alone.</summary>
    public static string Named(string code) => NameOf(code) is { } name ? $"{code} ({name})" : code;

    private static ImmutableArray<Country> ReadList() =>
    [
        .. from line in List.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           select new Country(line[..3], line[4..6], line[7..10], [.. line[11..].Split('|')]),
    ];
}
