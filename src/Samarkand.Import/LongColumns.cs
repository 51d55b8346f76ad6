using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>The names that a long table's columns have in its files.</summary>
public sealed class LongColumns
{
    internal const int Value = 4;
    internal const int Year = 5;
    internal const string YearName = "year";

    /// <summary>Names by which a column of years is known, the likeliest first; letter case is ignored.</summary>
    internal static readonly string[] YearNames = [YearName, "TIME_PERIOD", "refYear", "ref_year"];

    /// <summary>The columns by their own names.</summary>
    public static ImmutableArray<string> Names { get; } = ["origin", "sector", "destination", "use", "value"];

    /// <summary>Files that use the names themselves.</summary>
    public static LongColumns Standard { get; } = new(Names, null);

    private LongColumns(ImmutableArray<string> inFile, string? yearInFile) => (InFile, YearInFile) = (inFile, yearInFile);

    /// <summary>The names in the files, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<string> InFile { get; }

    /// <summary>The declared name of the column of years; null where there is none, or it has a name by which it is known.</summary>
    public string? YearInFile { get; }

    internal bool IsStandard => InFile.AsSpan().SequenceEqual(Names.AsSpan());

    /// <summary>Reads a declaration such as <c>origin=o,value=usd,year=y</c>; a column that it leaves out keeps its name.</summary>
    /// <exception cref="InputException">The declaration cannot be used.</exception>
    public static LongColumns Parse(string declaration)
    {
        var columns = new Parameter("columns");
        var problems = new ProblemList();
        string[] known = [.. Names, YearName];
        var names = known.ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in declaration.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (own, inFile) = equals < 0 ? (part, "") : (part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart());
            var position = Array.IndexOf(known, own);
            if (position < 0)
                problems.Add(columns, $"unknown column '{own}'", NearestName.Hint(own, known, $"the columns are {string.Join(", ", known)}"));
            else if (inFile.Length == 0)
                problems.Add(columns, $"'{own}' has no name", $"write {own}=NAME, the column's name in the file");
            else if (!seen.Add(own))
                problems.Add(columns, $"'{own}' stands twice", "remove one of the two");
            else
                names[position] = inFile;
        }

        for (var k = 1; k < (seen.Contains(YearName) ? names.Length : Names.Length); k++)
        {
            if (Array.FindIndex(names, name => name.Equals(names[k], StringComparison.OrdinalIgnoreCase)) is var first && first < k)
                problems.Add(columns, $"'{known[first]}' and '{known[k]}' are both in column '{names[k]}'", "give each its own column");
        }

        problems.ThrowIfAny();
        return new LongColumns([.. names[..Names.Length]], seen.Contains(YearName) ? names[Year] : null);
    }
}
