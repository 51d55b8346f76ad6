using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>States and stances as a sentence names them.</summary>
internal static class Named
{
    private static readonly string[] WithArticle = ["United ", "Netherlands", "Philippines", "Rest of the ", "Russian Federation", "Dominican Republic", "Czech Republic", "Democratic ", "Republic of ", "Maldives", "Bahamas", "Gambia"];

    /// <summary>The name of a region, with <c>the</c> where English wants it.</summary>
    public static string Of(World world, Region region)
    {
        var name = world.Name(region);
        if (!Array.Exists(WithArticle, start => name.StartsWith(start, StringComparison.Ordinal)))
            return name;
        return name.StartsWith("Rest of", StringComparison.Ordinal) ? $"the r{name[1..]}" : $"the {name}";
    }

    /// <summary>The same as whose: <c>Russia's</c>, <c>the United States'</c>.</summary>
    public static string Whose(World world, Region region) => Of(world, region) is var name && name.EndsWith('s') ? $"{name}'" : $"{name}'s";

    /// <summary>Names with commas, and <c>and</c> before the last.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    /// <summary>What one or several states do that take a stance: <c>lets banned goods through</c>.</summary>
    public static string Does(Stance stance, bool isPlural) => (stance, isPlural) switch
    {
        (Stance.Join, false) => "joins the coalition",
        (Stance.Join, true) => "join the coalition",
        (Stance.Comply, false) => "complies with the sanctions",
        (Stance.Comply, true) => "comply with the sanctions",
        (Stance.Neutral, false) => "stays neutral",
        (Stance.Neutral, true) => "stay neutral",
        (Stance.Conduit, false) => "lets banned goods through",
        (Stance.Conduit, true) => "let banned goods through",
        (_, false) => "comes to the rescue",
        _ => "come to the rescue",
    };

    /// <summary>A sentence begins with a capital letter.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
