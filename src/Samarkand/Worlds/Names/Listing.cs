namespace Samarkand.Worlds.Names;

/// <summary>Puts names into a sentence.</summary>
internal static class Listing
{
    public static string And(IReadOnlyList<string> names) => Of(names, "and");

    public static string Or(IReadOnlyList<string> names) => Of(names, "or");

    private static string Of(IReadOnlyList<string> names, string word) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {word} {names[^1]}",
    };
}
