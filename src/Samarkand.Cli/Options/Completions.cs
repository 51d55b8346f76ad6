using System.CommandLine.Completions;
using Samarkand.Worlds;

namespace Samarkand.Cli.Options;

/// <summary>What the shell may offer where a file, a folder, a world or a region stands.</summary>
internal static class Completions
{
    public static IEnumerable<string> Cases(CompletionContext context) =>
        [.. Paths(context, Directory.EnumerateFiles).Where(path => Path.GetExtension(path) is ".yaml" or ".yml"), .. Folders(context)];

    public static IEnumerable<string> Folders(CompletionContext context) =>
        Paths(context, Directory.EnumerateDirectories).Select(path => path + '/');

    public static IEnumerable<string> Worlds(CompletionContext context) => [.. WorldCatalog.Names, .. Folders(context)];

    public static IEnumerable<string> Regions() =>
        WorldCatalog.Open(Samarkand.Cases.Case.DefaultWorld).Regions.Select(region => region.Code);

    public static IEnumerable<string> Stances() =>
        from region in Regions()
        from stance in Enum.GetNames<Samarkand.Cases.Stance>()
        select $"{region}={stance.ToLowerInvariant()}";

    public static IEnumerable<string> RegionsAndBlocs() =>
        [.. Regions(), .. WorldCatalog.Open(Samarkand.Cases.Case.DefaultWorld).Blocs.Select(bloc => bloc.Code)];

    private static List<string> Paths(CompletionContext context, Func<string, IEnumerable<string>> entries)
    {
        var word = context.WordToComplete;
        var folder = word[..(word.LastIndexOf('/') + 1)];
        var name = word[folder.Length..];
        try
        {
            return [.. entries(folder.Length == 0 ? "." : folder).Select(path => Path.GetFileName(path)!)
                .Where(found => found.StartsWith(name, StringComparison.Ordinal) && (name.Length > 0 || found[0] != '.'))
                .Order(StringComparer.Ordinal).Select(found => folder + found)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
