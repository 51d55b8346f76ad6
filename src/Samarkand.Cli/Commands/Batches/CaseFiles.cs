using System.IO.Enumeration;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Batches;

/// <summary>The files that words on the command line stand for: a file itself, the cases in a folder, or those that fit a pattern.</summary>
internal static class CaseFiles
{
    private const string AnyDepth = "**";

    /// <summary>The files, each once, in the order of the words and by name below each. What is no pattern stands for itself, also where there is no such file.</summary>
    /// <exception cref="InputException">A folder holds no case, or nothing fits a pattern.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> words)
    {
        var (files, known) = (new List<string>(), new HashSet<string>());
        foreach (var file in words.SelectMany(Find))
        {
            if (known.Add(file == CaseChoice.StandardInput ? file : Path.GetFullPath(file)))
                files.Add(file);
        }

        return files;
    }

    private static IReadOnlyList<string> Find(string word)
    {
        if (word == CaseChoice.StandardInput || File.Exists(word))
            return [word];
        try
        {
            if (Directory.Exists(word))
                return In(word, IsCase) is { Count: > 0 } cases ? cases : throw Wrong(word, "the folder holds no case", "a case is a file whose name ends with .yaml or .yml");
            if (!IsPattern(word))
                return [word];
            return Fitting(word).ToArray() is { Length: > 0 } fitting ? fitting : throw Wrong(word, "no case fits this pattern", "`*` and `?` stand for parts of a name, `**` for folders of any depth");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Wrong(word, $"cannot be read: {failure.Message}", "name a folder that you may read");
        }
    }

    private static IEnumerable<string> Fitting(string pattern)
    {
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> folders = [pattern.StartsWith('/') ? "/" : ""];
        foreach (var part in parts[..^1])
            folders = folders.SelectMany(folder => Below(folder, part)).ToArray();
        return folders.SelectMany(folder => In(folder, name => FileSystemName.MatchesSimpleExpression(parts[^1], name, ignoreCase: false) && (!IsPattern(parts[^1]) || parts[^1].Contains('.') || IsCase(name))));
    }

    private static IEnumerable<string> Below(string folder, string part)
    {
        if (!IsPattern(part))
            return Directory.Exists(Path.Combine(folder, part)) ? [Path.Combine(folder, part)] : [];
        var below = Names(folder, Directory.EnumerateDirectories).Where(name => part == AnyDepth || FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false))
            .Select(name => Path.Combine(folder, name)).ToArray();
        return part == AnyDepth ? [folder, .. below.SelectMany(deeper => Below(deeper, AnyDepth))] : below;
    }

    private static List<string> In(string folder, Func<string, bool> isAsked) => [.. Names(folder, Directory.EnumerateFiles).Where(isAsked).Select(name => Path.Combine(folder, name))];

    // Hidden files and folders are never meant by a pattern.
    private static IEnumerable<string> Names(string folder, Func<string, IEnumerable<string>> entries) =>
        entries(folder.Length == 0 ? "." : folder).Select(path => Path.GetFileName(path)).Where(name => name[0] != '.').Order(StringComparer.Ordinal);

    private static bool IsCase(string name) => Path.GetExtension(name) is ".yaml" or ".yml";

    private static bool IsPattern(string word) => word.AsSpan().IndexOfAny('*', '?') >= 0;

    private static InputException Wrong(string word, string message, string hint) => new(new InputProblem(word, 0, 0, message, hint));
}
