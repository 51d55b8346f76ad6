using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Finds a long table's columns among those of a file: by their own names, by those declared, or by a published layout's.</summary>
internal sealed class LongHeader(LongColumns columns) : TableHeader([.. LongColumns.Names], LongColumns.YearName)
{
    /// <summary>The published layout by whose names the columns have; null where they have others.</summary>
    public LongLayout? Layout { get; private set; }

    public override int[]? Match(string file, string[] found, Func<int, int> positionOf, int line, ProblemList problems)
    {
        var inFile = columns.InFile;
        var isOwn = inFile.All(name => Place(found, name) >= 0);
        Layout = isOwn ? LongLayout.Of([.. inFile]) : columns.IsStandard ? LongLayout.Of(found) : null;
        if (Layout is not null)
            inFile = Layout.Columns;
        var places = new int[Names.Length];
        var usable = true;
        for (var k = 0; k < inFile.Length; k++)
        {
            places[k] = Place(found, inFile[k]);
            if (places[k] < 0)
                problems.Add(file, line, 0, $"column '{inFile[k]}' is missing; the file has {string.Join(", ", found)}", Advice(k, found));
            else if (IsTwice(found, inFile[k]))
                problems.Add(file, line, 0, $"column '{inFile[k]}' stands twice, letter case aside", "remove or rename one of the two");
            else
                continue;
            usable = false;
        }

        places[LongColumns.Year] = Year(file, line, found, places[..inFile.Length], problems, ref usable);
        return usable ? places : null;
    }

    private static int Place(string[] found, string name) => Array.FindIndex(found, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsTwice(string[] found, string name) => Place(found, name) != Array.FindLastIndex(found, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));

    private int Year(string file, int line, string[] found, int[] taken, ProblemList problems, ref bool usable)
    {
        foreach (var name in columns.YearInFile is { } own ? [own] : LongColumns.YearNames)
        {
            var place = Place(found, name);
            if (place < 0 || Array.IndexOf(taken, place) >= 0)
                continue;
            if (!IsTwice(found, name))
                return place;
            problems.Add(file, line, 0, $"column '{name}' stands twice, letter case aside", "remove or rename one of the two");
            usable = false;
        }

        if (columns.YearInFile is { } declared)
        {
            problems.Add(file, line, 0, $"column '{declared}' is missing; the file has {string.Join(", ", found)}", $"name the column of years with {new Parameter("columns", "year=NAME")}, or leave that out");
            usable = false;
        }

        return -1;
    }

    private string Advice(int column, string[] found)
    {
        var free = found.Where(name => !columns.InFile.Contains(name, StringComparer.OrdinalIgnoreCase));
        return $"name it with {new Parameter("columns", $"{LongColumns.Names[column]}={NearestName.Find(columns.InFile[column], free) ?? "NAME"}")}";
    }
}
