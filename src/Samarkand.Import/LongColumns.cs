using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>The names that a long table's columns have in its files.</summary>
public sealed class LongColumns
{
    internal const int Value = 4;

    /// <summary>The columns by their own names.</summary>
    public static ImmutableArray<string> Names { get; } = ["origin", "sector", "destination", "use", "value"];

    /// <summary>Files that use the names themselves.</summary>
    public static LongColumns Standard { get; } = new(Names);

    private LongColumns(ImmutableArray<string> inFile) => InFile = inFile;

    /// <summary>The names in the files, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<string> InFile { get; }

    /// <summary>Reads a declaration such as <c>origin=o,value=usd</c>; a column that it leaves out keeps its name.</summary>
    /// <exception cref="InputException">The declaration cannot be used.</exception>
    public static LongColumns Parse(string declaration)
    {
        const string Option = "--columns";
        var problems = new ProblemList();
        var names = Names.ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in declaration.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (own, inFile) = equals < 0 ? (part, "") : (part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart());
            var position = Names.IndexOf(own);
            if (position < 0)
                problems.Add(Option, 0, 0, $"unknown column '{own}'", NearestName.Hint(own, Names, $"the columns are {string.Join(", ", Names)}"));
            else if (inFile.Length == 0)
                problems.Add(Option, 0, 0, $"'{own}' has no name", $"write {own}=NAME, the column's name in the file");
            else if (!seen.Add(own))
                problems.Add(Option, 0, 0, $"'{own}' stands twice", "remove one of the two");
            else
                names[position] = inFile;
        }

        for (var k = 1; k < names.Length; k++)
        {
            if (Array.FindIndex(names, name => name.Equals(names[k], StringComparison.OrdinalIgnoreCase)) is var first && first < k)
                problems.Add(Option, 0, 0, $"'{Names[first]}' and '{Names[k]}' are both in column '{names[k]}'", "give each its own column");
        }

        problems.ThrowIfAny();
        return new LongColumns([.. names]);
    }
}
