using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>The blocs of the project's own worlds, cut to the regions of another by their ISO codes.</summary>
internal static class KnownBlocs
{
    public static ImmutableArray<Bloc> For(LabelSet regions)
    {
        var problems = new ProblemList();
        var blocs = new List<(string Code, string Name, List<Region> Members)>();
        using var table = CsvTable.Open("blocs.csv", EmbeddedWorlds.Resource("wiod-2011/blocs.csv"), new TableHeader(["bloc", "name", "region"]), problems);
        while (table.Read())
        {
            if (blocs.Count == 0 || blocs[^1].Code != table.Text(0))
                blocs.Add((table.Text(0), table.Text(1), []));
            for (var region = 0; region < regions.Count; region++)
            {
                if (regions[region] == table.Text(2))
                    blocs[^1].Members.Add(new Region(region));
            }
        }

        problems.ThrowIfAny();
        return [.. blocs.Where(bloc => !regions.Contains(bloc.Code)).Select(bloc => new Bloc(bloc.Code, bloc.Name, [.. bloc.Members]))];
    }
}
