using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Writes a world's folder, whole or not at all.</summary>
internal static class WorldFolderWriter
{
    public static void Write(World world, string folder, BigTableFormat bigTables, Action? beforeFile, ImmutableArray<(string File, string Text)> others) => new OutputFolder(folder).WriteNew(
        draft =>
        {
            WriteFiles(world, draft, WorldFiles.Ending(bigTables), beforeFile);
            foreach (var (file, text) in others)
                File.WriteAllText(Path.Combine(draft, file), text);
        },
        WorldFiles.About);

    private static void WriteFiles(World world, string folder, string ending, Action? beforeFile)
    {
        WorldJsonWriter.Write(Path.Combine(folder, WorldFiles.About), world.About);
        WriteTable(folder, WorldFiles.Regions, ["code", "name", "remainder"], world.Regions.Select(region => new[] { region.Code, region.Name, region.IsRemainder ? "true" : "" }));
        WriteTable(folder, WorldFiles.Sectors, ["code", "name", "tags"], world.Sectors.Select(sector => new[] { sector.Code, sector.Name, string.Join(';', sector.Tags) }));
        WriteTable(folder, WorldFiles.Blocs, ["bloc", "name", "region"], world.Blocs.SelectMany(bloc => Memberships(bloc, world)));
        var elasticities = world.Elasticities.ToArray();
        WriteTable(folder, WorldFiles.Elasticities, ["sector", "theta"], world.Sectors.Select((sector, s) => new[] { sector.Code, elasticities[s].ToString("R", CultureInfo.InvariantCulture) }));
        var regions = new LabelSet("region", world.Regions.Select(region => region.Code), isComplete: true);
        var sectors = new LabelSet("sector", world.Sectors.Select(sector => sector.Code), isComplete: true);
        beforeFile?.Invoke();
        FlowTableWriter.Write(Path.Combine(folder, WorldFiles.Trade + ending), FlowShape.Trade(regions, sectors), world.Trade, world.Tariffs);
        beforeFile?.Invoke();
        FlowTableWriter.Write(Path.Combine(folder, WorldFiles.Inputs + ending), FlowShape.Inputs(regions, sectors), world.Inputs, []);
        beforeFile?.Invoke();
        FlowTableWriter.Write(Path.Combine(folder, WorldFiles.Final + ending), FlowShape.Final(regions, sectors), world.Final, []);
        beforeFile?.Invoke();
    }

    private static IEnumerable<string[]> Memberships(Bloc bloc, World world) => bloc.Members.IsEmpty
        ? [[bloc.Code, bloc.Name, ""]]
        : bloc.Members.Select(member => new[] { bloc.Code, bloc.Name, world.Code(member) });

    private static void WriteTable(string folder, string name, string[] header, IEnumerable<string[]> rows)
    {
        using var text = TextFile.Create(Path.Combine(folder, name));
        using var csv = CsvText.Writer(text);
        foreach (var row in rows.Prepend(header))
        {
            foreach (var field in row)
                csv.WriteField(field);
            csv.EndRecord();
        }
    }
}
