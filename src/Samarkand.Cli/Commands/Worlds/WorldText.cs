using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>A world as tables for people: what a case may name, and where the numbers come from.</summary>
internal static class WorldText
{
    public static void Write(World world, TextWriter writer)
    {
        Paragraph.Write(writer, "", $"{world.About.Name}: {world.About.Title}");
        Paragraph.Write(writer, "", FormattableString.Invariant($"{world.About.Year}, {WorldInfo.Units}; {world.Regions.Length} regions, {world.Sectors.Length} sectors"));
        writer.WriteLine();
        foreach (var table in (Table[])[Regions(world), Blocs(world), Sectors(world)])
            TextTable.Write(table, writer);
        writer.WriteLine(Ink.Bold("Sources"));
        writer.WriteLine();
        foreach (var source in world.About.Sources)
            Paragraph.Write(writer, "- ", $"{source.Name}. {source.Address} ({source.Licence})");
        if (world.About.Rules.IsEmpty)
            return;
        writer.WriteLine();
        writer.WriteLine(Ink.Bold("Rules by which they became this world"));
        writer.WriteLine();
        foreach (var rule in world.About.Rules)
            Paragraph.Write(writer, "- ", rule);
    }

    private static Table Regions(World world) => new("regions", "Regions",
    [
        Texts("code", "Code", world.Regions, region => region.Code),
        Texts("name", "Name", world.Regions, region => region.Name),
        new TextColumn("blocs", "Blocs", [.. world.Regions.Select((_, r) => string.Join(' ', world.Blocs.Where(bloc => bloc.Members.Contains(new Region(r))).Select(bloc => bloc.Code)))]),
        .. Merged("parts", "Merged of", world.Regions, region => region.Parts),
    ]);

    private static Table Blocs(World world) => new("blocs", "Blocs",
    [
        Texts("code", "Code", world.Blocs, bloc => bloc.Code),
        Texts("name", "Name", world.Blocs, bloc => bloc.Name),
        Texts("members", "Members", world.Blocs, bloc => string.Join(' ', bloc.Members.Select(r => world.Code(r)))),
        .. Merged("lost", "Lost in a merge", world.Blocs, bloc => bloc.Lost),
    ]);

    private static Table Sectors(World world) => new("sectors", "Sectors, with their trade elasticities at the long horizon",
    [
        Texts("code", "Code", world.Sectors, sector => sector.Code),
        Texts("name", "Name", world.Sectors, sector => sector.Name),
        Texts("tags", "Tags", world.Sectors, sector => string.Join(' ', sector.Tags)),
        new NumberColumn("theta", "Elasticity", world.Elasticities.ToArray(), 2),
        .. Merged("parts", "Merged of", world.Sectors, sector => sector.Parts),
        .. Merged("lost_tags", "Tags of a part", world.Sectors, sector => sector.LostTags),
    ]);

    // What a merge leaves to tell, where there was one.
    private static TextColumn[] Merged<T>(string name, string heading, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> texts) =>
        rows.Any(row => texts(row).Count > 0) ? [Texts(name, heading, rows, row => string.Join(' ', texts(row)))] : [];

    private static TextColumn Texts<T>(string name, string heading, IReadOnlyList<T> rows, Func<T, string> text) =>
        new(name, heading, [.. rows.Select(text)]);
}
