using System.Collections.Immutable;
using Samarkand.Cases;

namespace Samarkand.Web.Solving;

/// <summary>The cases that ship and the recipes, as texts that the server carries.</summary>
internal static class ShippedCases
{
    private const string Folder = "cases/";
    private const string Ending = ".yaml";

    private static readonly Lazy<ImmutableDictionary<string, string>> Texts = new(Read);

    /// <summary>The names of the cases, the flagship first.</summary>
    public static ImmutableArray<string> Names => [.. Texts.Value.Keys.Except(CaseRecipes.Names).OrderBy(name => name != "samarkand-2022").ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>The text of a case or a recipe; null where there is none of that name.</summary>
    public static string? Text(string name) => Texts.Value.GetValueOrDefault(name);

    private static ImmutableDictionary<string, string> Read()
    {
        var assembly = typeof(ShippedCases).Assembly;
        var cases = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return KeyValuePair.Create(name[Folder.Length..^Ending.Length], reader.ReadToEnd());
        });
        return cases.Concat(CaseRecipes.Names.Select(name => KeyValuePair.Create(name, CaseRecipes.Text(name)))).ToImmutableDictionary(StringComparer.Ordinal);
    }
}
