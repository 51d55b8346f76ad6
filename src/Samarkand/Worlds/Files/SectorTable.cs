using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads sectors.csv.</summary>
internal static class SectorTable
{
    /// <summary>The word by which a case names every sector.</summary>
    public const string Everything = "all";

    private static readonly TableHeader Header = new(["code", "name"], "tags", "parts", "lost_tags");

    /// <summary>The sectors in the file's order; null where the file cannot be read at all.</summary>
    public static List<SectorInfo>? Read(string path, ProblemList problems)
    {
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is not { IsUsable: true })
            return null;
        var sectors = new List<SectorInfo>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var firstUses = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (!CodeColumn.IsNew(rows, 0, firstLines))
                continue;
            if (rows.Text(0) == Everything)
                rows.Report(0, $"'{Everything}' is reserved: in a case it means every sector", "give the sector another code");
            CodeColumn.RequireText(rows, 1);
            var tags = Tags(rows);
            foreach (var tag in tags)
                firstUses.TryAdd(tag, (rows.Line, rows.PositionOf(2)));
            sectors.Add(new SectorInfo(rows.Text(0), rows.Text(1), tags) { Parts = CodeColumn.List(rows, 3), LostTags = CodeColumn.List(rows, 4) });
        }

        foreach (var (tag, use) in firstUses)
        {
            if (firstLines.ContainsKey(tag))
                problems.Add(path, use.Line, use.Column, $"tags: '{tag}' is also the code of a sector", "a case could not tell them apart: rename the tag");
        }

        if (sectors.Count == 0)
            problems.Add(path, 0, 0, "has no sector");
        return sectors;
    }

    private static ImmutableArray<string> Tags(CsvTable rows)
    {
        if (!rows.Has(2))
            return [];
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var tag in rows.Text(2).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (tag == Everything)
                rows.Report(2, $"the tag '{Everything}' is reserved: in a case it means every sector", "remove it");
            else if (tags.Contains(tag))
                rows.Report(2, $"the tag '{tag}' stands twice", "remove one of the two");
            else
                tags.Add(tag);
        }

        return tags.ToImmutable();
    }
}
