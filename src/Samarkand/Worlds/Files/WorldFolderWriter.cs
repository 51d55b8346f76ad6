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
        // What a merge leaves to tell has columns of its own, which other worlds do without.
        var isMerged = MergedParts.AreIn(world);
        WriteTable(folder, WorldFiles.Regions, Columns(["code", "name", "remainder"], isMerged, "parts"), world.Regions.Select(region =>
            Columns([region.Code, region.Name, region.IsRemainder ? "true" : ""], isMerged, string.Join(';', region.Parts))));
        WriteTable(folder, WorldFiles.Sectors, Columns(["code", "name", "tags"], isMerged, "parts", "lost_tags"), world.Sectors.Select(sector =>
            Columns([sector.Code, sector.Name, string.Join(';', sector.Tags)], isMerged, string.Join(';', sector.Parts), string.Join(';', sector.LostTags))));
        WriteTable(folder, WorldFiles.Blocs, Columns(["bloc", "name", "region"], isMerged, "lost"), world.Blocs.SelectMany(bloc => Memberships(bloc, world, isMerged)));
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

    private static IEnumerable<string[]> Memberships(Bloc bloc, World world, bool isMerged)
    {
        if (bloc.Members.IsEmpty && bloc.Lost.IsEmpty)
            return [Columns([bloc.Code, bloc.Name, ""], isMerged, "")];
        return
        [
            .. bloc.Members.Select(member => Columns([bloc.Code, bloc.Name, world.Code(member)], isMerged, "")),
            .. bloc.Lost.Select(lost => Columns([bloc.Code, bloc.Name, ""], isMerged, lost)),
        ];
    }

    private static string[] Columns(string[] always, bool isMerged, params string[] more) => isMerged ? [.. always, .. more] : always;

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
