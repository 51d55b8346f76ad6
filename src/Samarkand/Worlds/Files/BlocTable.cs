using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>
/// Reads blocs.csv: a row for each membership; a row without a region declares a bloc that has no member here, or one that a merge took
/// from it.
/// </summary>
internal static class BlocTable
{
    private static readonly TableHeader Header = new(["bloc", "name", "region"], "lost");

    public static ImmutableArray<Bloc> Read(string path, LabelSet regions, ProblemList problems)
    {
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is null)
            return [];
        var blocs = new List<(string Code, string Name, int Line, List<Region> Members, List<string> Lost)>();
        var firstLines = new Dictionary<(string, string, string), int>();
        while (rows.Read())
        {
            var (code, name, region, lost) = (rows.Text(0), rows.Text(1), rows.Text(2), rows.Has(3) ? rows.Text(3) : "");
            if (code.Length == 0)
            {
                rows.Report(0, "is empty", "give every row its bloc");
                continue;
            }

            var position = blocs.FindIndex(bloc => bloc.Code == code);
            if (position < 0)
            {
                position = blocs.Count;
                blocs.Add((code, name, rows.Line, [], []));
                CodeColumn.RequireText(rows, 1);
                if (regions.Contains(code))
                    rows.Report(0, $"the bloc '{code}' has the code of a region", "a case could not tell them apart: rename the bloc");
            }
            else if (blocs[position].Name != name)
            {
                rows.Report(1, string.Create(CultureInfo.InvariantCulture, $"'{name}' is not the name that '{code}' has on line {blocs[position].Line}"), "a bloc has one name");
            }

            if (lost.Length > 0 && region.Length > 0)
                rows.Report(3, $"'{lost}' stands beside a member", "a member that a merge took from the bloc has a row of its own, without a region");
            else if (lost.Length > 0)
                blocs[position].Lost.Add(lost);
            if (!firstLines.TryAdd((code, region, lost), rows.Line))
                rows.Report(2, string.Create(CultureInfo.InvariantCulture, $"'{(region.Length > 0 ? region : lost)}' is in '{code}' twice, first on line {firstLines[(code, region, lost)]}"), "remove one of the two");
            else if (region.Length > 0 && regions.Find(rows, 2) is var member and >= 0)
                blocs[position].Members.Add(new Region(member));
        }

        return [.. blocs.Select(bloc => new Bloc(bloc.Code, bloc.Name, [.. bloc.Members]) { Lost = [.. bloc.Lost] })];
    }
}
