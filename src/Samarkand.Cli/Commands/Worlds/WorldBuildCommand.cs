using System.CommandLine;
using Samarkand.Core;
using Samarkand.Reports.Tables;
using Samarkand.WorldMaker;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>Makes a world from published statistics, and shows what is known of how it was made.</summary>
internal static class WorldBuildCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = $"The world to make: {WorldYear.Names[0]} to {Samarkand2021Recipe.Name}, or {Wiod2014Recipe.Name}." };
        name.AcceptOnlyFromAmong([.. WorldYear.Names, Wiod2014Recipe.Name]);
        var sources = new Option<string>("--sources") { HelpName = "DIR", Description = "The folder with the statistics, as docs/world-2021.md lists them.", Required = true };
        var folder = new Option<string?>("--output") { HelpName = "DIR", Description = "The folder to write; by default one of the world's name." };
        var patch = new Option<string?>("--patch") { HelpName = "FILE", Description = "Flows that you know better: a table of origin, destination, sector, value (million USD). The rest is balanced again." };
        var command = new Command("build", "Make a world from published statistics.") { name, sources, folder, patch };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var (made, from) = (parsed.GetValue(name)!, parsed.GetValue(sources)!);
                var target = parsed.GetValue(folder) ?? made;
                WorldCommands.NameOfNew(target);
                if (made == Wiod2014Recipe.Name)
                {
                    if (parsed.GetValue(patch) is not null)
                        throw new InputException(new InputProblem("--patch", 0, 0, $"{made} is taken as it was published", $"patch {Samarkand2021Recipe.Name}"));
                    return WorldCommands.Write(Waiting.For($"Making {made}", () => Wiod2014Recipe.Build(from)), target, BigTableFormat.CsvGz, cancellation);
                }

                var year = WorldYear.Find(made)!;
                Waiting.For($"Making {made}", () =>
                {
                    Samarkand2021Recipe.Build(from, year, parsed.GetValue(patch)).Write(target, cancellation.ThrowIfCancellationRequested);
                    return true;
                });
                Printer.Print(writer =>
                {
                    writer.WriteLine($"Wrote {target}");
                    foreach (var lack in year.Lacks)
                        Paragraph.Write(writer, "  ", lack);
                });
                return 0;
            },
            cancellation));
        return command;
    }

    /// <summary>The option of <c>world show</c> that asks for one economy.</summary>
    public static Option<string?> Region() => new("--region") { Description = "Show one economy: its sectors, partners, and what is imputed." };

    public static void WriteProfile(World world, Region region, TextWriter writer)
    {
        foreach (var table in RegionProfile.Of(world, region, world.Provenance))
            TextTable.Write(table, writer);
    }

    /// <summary>The distance from official figures, for a world that was made to agree with some.</summary>
    public static void WriteDistances(World world, TextWriter writer)
    {
        if (world.OfficialFigures.IsEmpty)
            return;
        writer.WriteLine();
        foreach (var table in OfficialTables.Of(world.OfficialFigures))
            TextTable.Write(table, writer);
    }
}
