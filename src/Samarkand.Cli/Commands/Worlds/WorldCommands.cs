using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>The commands on worlds.</summary>
internal static class WorldCommands
{
    public static Command World() => new("world", "List, show, check, build, import and export worlds.")
    {
        List(), Show(), Check(), WorldBuildCommand.Build(), Import(), Export(), AggregateCommand.Aggregate(),
    };

    private static Command List()
    {
        var command = new Command("list", "The worlds that come with samarkand.");
        command.SetAction(_ => Printer.Print(writer =>
        {
            foreach (var name in WorldCatalog.Names)
                Paragraph.Write(writer, $"{name}  ", WorldCatalog.Open(name).About.Title);
        }));
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var region = WorldBuildCommand.Region();
        var hs = HsArgument.Option();
        var command = new Command("show", "The regions, blocs, sectors and tags that a case may name, and the sources.") { name, region, hs };
        command.SetAction(parsed =>
        {
            var world = WorldCatalog.Open(parsed.GetValue(name)!);
            var one = parsed.GetValue(region) is { } named ? RegionArgument.One(world, "--region", named, NameNotes.Tell) : (Region?)null;
            var place = parsed.GetValue(hs) is { } code ? HsArgument.Place(world, code) : null;
            Printer.Print(writer =>
            {
                if (place is not null)
                    Paragraph.Write(writer, "", place);
                else if (one is { } shown)
                    WorldBuildCommand.WriteProfile(world, shown, writer);
                else
                    WorldText.Write(world, writer);
            });
        });
        return command;
    }

    private static Command Check()
    {
        var name = Name();
        var threads = new ThreadsOption();
        var command = new Command("check", "Prove that a world is an exact equilibrium: balance and certificate without a shock.") { name, threads.Option };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                threads.Apply(parsed);
                var world = WorldCatalog.Open(parsed.GetValue(name)!, mustBalance: false);
                var check = Waiting.For($"Checking {world.About.Name}", () => WorldCheck.Of(world, cancellation));
                Printer.Print(writer =>
                {
                    check.Write(world.About.Name, writer);
                    WorldBuildCommand.WriteDistances(world, writer);
                });
                return check.Holds ? 0 : 1;
            },
            cancellation));
        return command;
    }

    private static Command Import()
    {
        var source = new Argument<string>("SOURCE") { HelpName = "SOURCE", Description = "The folder with the WIOD tables (2013 release), wide form." };
        source.CompletionSources.Add(Completions.Folders);
        var folder = Folder();
        var wiod = new Command("wiod", "The World Input-Output Database, 2013 release.") { source, folder };
        wiod.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                NameOfNew(parsed.GetValue(folder)!);
                var world = Waiting.For("Reading tables", () => WiodImport.Read(parsed.GetValue(source)!));
                return Write(world, parsed.GetValue(folder)!, BigTableFormat.CsvGz, cancellation);
            },
            cancellation));
        return new Command("import", "Make a world from published tables, or from your own.") { wiod, ImportCommands.Long(), ImportCommands.Icio(), ImportCommands.Adb() };
    }

    private static Command Export()
    {
        var name = Name();
        var folder = Folder();
        var big = new Option<string>("--big") { Description = "The form of the big tables.", HelpName = "csv.gz|csv|parquet", DefaultValueFactory = _ => "csv.gz" };
        big.AcceptOnlyFromAmong("csv.gz", "csv", "parquet");
        var command = new Command("export", "Write a world as a folder that people can read.") { name, folder, big };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                NameOfNew(parsed.GetValue(folder)!);
                var form = parsed.GetValue(big) switch { "csv" => BigTableFormat.Csv, "parquet" => BigTableFormat.Parquet, _ => BigTableFormat.CsvGz };
                return Write(WorldCatalog.Open(parsed.GetValue(name)!), parsed.GetValue(folder)!, form, cancellation);
            },
            cancellation));
        return command;
    }

    /// <summary>The name of a folder for a new world, once it is clear that it can be written.</summary>
    internal static string NameOfNew(string folder)
    {
        new OutputFolder(folder).CheckNew();
        return Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
    }

    internal static int Write(World world, string folder, BigTableFormat form, CancellationToken cancellation)
    {
        Waiting.For($"Writing {folder}", () =>
        {
            WorldFolder.Write(world, folder, form, cancellation.ThrowIfCancellationRequested);
            return true;
        });
        Printer.Print(writer => writer.WriteLine($"Wrote {folder}"));
        return 0;
    }

    internal static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { HelpName = "NAME", Description = "A world's name, or the folder that holds one." };
        name.CompletionSources.Add(Completions.Worlds);
        return name;
    }

    internal static Argument<string> Folder()
    {
        var folder = new Argument<string>("DIR") { HelpName = "DIR", Description = "The folder to write." };
        folder.CompletionSources.Add(Completions.Folders);
        return folder;
    }
}
