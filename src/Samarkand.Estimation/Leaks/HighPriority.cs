using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Estimation.Leaks;

/// <summary>Lists of goods under bans.</summary>
internal static class HighPriority
{
    /// <summary>The list of common high priority items of the EU, Japan, the United Kingdom and the United States, as of 23 February 2024, with its tiers.</summary>
    public static ImmutableArray<ListedCode> Common { get; } = Read("common-high-priority.csv", Lines());

    /// <summary>A list of one's own: a code in each line, and a tier after a comma where there is one; a header may stand first.</summary>
    /// <exception cref="InputException">The file cannot be read, or holds what is no code.</exception>
    public static ImmutableArray<ListedCode> Of(string file)
    {
        if (!File.Exists(file))
            throw new Parameter("list").Wrong($"there is no file {file}", "name a file with a code of the Harmonized System in each line");
        return Read(file, File.ReadAllLines(file));
    }

    private static ImmutableArray<ListedCode> Read(string file, IReadOnlyList<string> lines)
    {
        var codes = ImmutableArray.CreateBuilder<ListedCode>();
        for (var k = 0; k < lines.Count; k++)
        {
            var fields = lines[k].Split(',', StringSplitOptions.TrimEntries);
            if (fields[0].Length == 0 || (k == 0 && !fields[0].All(sign => char.IsAsciiDigit(sign) || sign is '.' or ' ')))
                continue;
            var code = new string([.. fields[0].Where(char.IsAsciiDigit)]);
            if (code.Length is < 2 or > 10 || code.Length % 2 == 1)
                throw new InputException(new InputProblem(file, k + 1, 1, $"`{fields[0]}` has {code.Length} digits", "a code has 2, 4, 6, 8 or 10: put back a zero that was lost in front"));
            codes.Add(new ListedCode(code, fields.Length > 1 ? fields[1] : ""));
        }

        return codes.ToImmutable();
    }

    private static List<string> Lines()
    {
        using var stream = typeof(HighPriority).Assembly.GetManifestResourceStream("leaks/common-high-priority.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)];
    }
}
