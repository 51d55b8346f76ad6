using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds.Names;

/// <summary>A bloc whose members the library knows, whatever a world holds of them.</summary>
/// <param name="Code">Its code, such as <c>EU</c>.</param>
/// <param name="Name">Its name, with the time for which the members hold.</param>
/// <param name="Members">The alpha-3 codes of all its members.</param>
internal sealed record KnownBloc(string Code, string Name, ImmutableArray<string> Members)
{
    /// <summary>Its name alone.</summary>
    public string Title => KnownBlocs.TitleOf(Name);
}

/// <summary>The blocs of the project's own worlds with all their members.</summary>
internal static class KnownBlocs
{
    private const string File = "samarkand-2021/blocs.csv";

    private static readonly Lazy<ImmutableArray<KnownBloc>> Read = new(ReadAll);

    public static ImmutableArray<KnownBloc> All => Read.Value;

    public static KnownBloc? Find(string code) => All.FirstOrDefault(bloc => bloc.Code == code);

    /// <summary>The name of a bloc without what follows it: <c>Group of Seven: the 7 member states since 2014</c>.</summary>
    public static string TitleOf(string name) => name.Split(':', ',')[0];

    /// <summary>The known blocs with the regions of a world that are their members, whatever codes and names the world writes; without those whose code is a region's.</summary>
    public static ImmutableArray<Bloc> In(ImmutableArray<RegionInfo> regions)
    {
        var names = new WorldNames(regions, []);
        return
        [
            .. from bloc in All
               where !regions.Any(region => region.Code == bloc.Code)
               let members = bloc.Members.Select(names.Home).OfType<Region>().OrderBy(member => member.Index)
               select new Bloc(bloc.Code, bloc.Name, [.. members]),
        ];
    }

    private static ImmutableArray<KnownBloc> ReadAll()
    {
        var (problems, members) = (new ProblemList(), new List<(string Code, string Name, string Member)>());
        using (var table = CsvTable.Open(File, EmbeddedWorlds.Resource(File), new TableHeader(["bloc", "name", "region"]), problems))
        {
            while (table.Read())
                members.Add((table.Text(0), table.Text(1), table.Text(2)));
        }

        problems.ThrowIfAny();
        return [.. members.GroupBy(row => (row.Code, row.Name)).Select(bloc => new KnownBloc(bloc.Key.Code, bloc.Key.Name, [.. bloc.Select(row => row.Member)]))];
    }
}
