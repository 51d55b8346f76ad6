using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds;

/// <summary>Which regions or sectors of a world become which groups.</summary>
/// <param name="Codes">The groups' codes, in the order in which the world's labels come to them.</param>
/// <param name="Names">Their names; null where the map gives none.</param>
/// <param name="GroupOf">The group of each of the world's labels.</param>
internal sealed record GroupMap(string[] Codes, string?[] Names, int[] GroupOf)
{
    private static readonly TableHeader Header = new(["from", "to"], "name");

    /// <summary>The members of a group, by their positions in the world.</summary>
    public IEnumerable<int> Members(int group) => Enumerable.Range(0, GroupOf.Length).Where(label => GroupOf[label] == group);

    /// <summary>Reads a map from,to[,name]; a label that it does not name stays as it is. Without a path every label does.</summary>
    public static GroupMap Read(string? path, LabelSet labels, ProblemList problems)
    {
        var (targets, names) = (new string[labels.Count], new Dictionary<string, (string Name, int Line)>(StringComparer.Ordinal));
        using (var rows = path is null ? null : CsvTable.Open(path, Header, problems))
        {
            var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
            while (rows is not null && rows.Read())
                ReadRow(rows, labels, targets, names, firstLines);
        }

        var (codes, groupOf) = (new List<string>(), new int[labels.Count]);
        for (var label = 0; label < labels.Count; label++)
        {
            var code = targets[label] ?? labels[label];
            groupOf[label] = codes.IndexOf(code) is var group and >= 0 ? group : codes.Count;
            if (groupOf[label] == codes.Count)
                codes.Add(code);
        }

        return new GroupMap([.. codes], [.. codes.Select(code => names.TryGetValue(code, out var named) ? named.Name : null)], groupOf);
    }

    private static void ReadRow(CsvTable rows, LabelSet labels, string[] targets, Dictionary<string, (string Name, int Line)> names, Dictionary<string, int> firstLines)
    {
        var from = labels.Find(rows, 0);
        if (from >= 0 && !CodeColumn.IsNew(rows, 0, firstLines))
            return;
        var to = rows.Text(1);
        if (to.Length == 0)
            rows.Report(1, "is empty", "write the code of the group that it becomes part of");
        else if (to == SectorTable.Everything)
            rows.Report(1, $"'{to}' is reserved: in a case it means everything", "give the group another code");
        else if (from >= 0)
            targets[from] = to;
        var name = rows.Has(2) ? rows.Text(2) : "";
        if (name.Length > 0 && !names.TryAdd(to, (name, rows.Line)) && names[to].Name != name)
            rows.Report(2, string.Create(CultureInfo.InvariantCulture, $"'{name}' is not the name that '{to}' has on line {names[to].Line}"), "a group has one name");
    }
}
