using System.CommandLine;
using Samarkand.Equilibrium;
using Samarkand.Reports;
using Samarkand.Worlds;

namespace Samarkand.Cli;

/// <summary>The commands on worlds.</summary>
internal static class WorldCommands
{
    public static Command World() => new("world", "List, show, check, import and export worlds.")
    {
        List(), Show(), Check(), Import(), Export(),
    };

    private static Command List()
    {
        var command = new Command("list", "The worlds that come with samarkand.");
        command.SetAction(_ =>
        {
            foreach (var name in WorldCatalog.Names)
                Console.Out.WriteLine($"{name}  {WorldCatalog.Open(name).About.Title}");
            return 0;
        });
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var command = new Command("show", "The regions, blocs, sectors and tags that a case may name, and the sources.") { name };
        command.SetAction(parsed =>
        {
            var world = WorldCatalog.Open(parsed.GetValue(name)!);
            Console.Out.WriteLine($"{world.About.Name}: {world.About.Title}, {world.About.Year}, {WorldInfo.Units}");
            Console.Out.WriteLine("\nRegions");
            foreach (var region in world.Regions)
                Console.Out.WriteLine($"  {region.Code}  {region.Name}");
            Console.Out.WriteLine("\nBlocs");
            foreach (var bloc in world.Blocs)
                Console.Out.WriteLine($"  {bloc.Code}  {bloc.Name}: {string.Join(' ', bloc.Members.Select(r => world.Regions[r.Index].Code))}");
            Console.Out.WriteLine("\nSectors");
            for (var s = 0; s < world.Sectors.Length; s++)
                Console.Out.WriteLine(FormattableString.Invariant($"  {world.Sectors[s].Code,-4} {world.Sectors[s].Name} (theta {world.Elasticities[s]}) [{string.Join(' ', world.Sectors[s].Tags)}]"));
            Console.Out.WriteLine("\nSources");
            foreach (var source in world.About.Sources)
                Console.Out.WriteLine($"  {source.Name}, {source.Address}, {source.Licence}");
            return 0;
        });
        return command;
    }

    private static Command Check()
    {
        var name = Name();
        var command = new Command("check", "Prove that a world is an exact equilibrium: balance and certificate without a shock.") { name };
        command.SetAction(parsed =>
        {
            var world = WorldCatalog.Open(parsed.GetValue(name)!);
            var balance = WorldBalance.Of(world);
            Console.Out.WriteLine($"balance: {(balance.IsBalanced ? "every market balances" : "not balanced")}");
            var equilibrium = Solver.For(Baseline.Of(world, Horizon.Long)).Solve(Shock.None, tolerance: 1e-12);
            Console.Out.WriteLine($"certificate without a shock: {CertificateTable.Line(equilibrium.Certificate)}");
            return balance.IsBalanced ? 0 : 1;
        });
        return command;
    }

    private static Command Import()
    {
        var source = new Argument<string>("SOURCE") { Description = "The folder with the WIOD tables (2013 release), wide form." };
        var folder = new Argument<string>("DIR") { Description = "The folder to write." };
        var wiod = new Command("wiod", "The World Input-Output Database, 2013 release.") { source, folder };
        wiod.SetAction(parsed =>
        {
            WorldFolder.Write(WiodImport.Read(parsed.GetValue(source)!), parsed.GetValue(folder)!);
            Console.Out.WriteLine($"Wrote {parsed.GetValue(folder)}");
            return 0;
        });
        return new Command("import", "Make a world from published tables.") { wiod };
    }

    private static Command Export()
    {
        var name = Name();
        var folder = new Argument<string>("DIR") { Description = "The folder to write." };
        var big = new Option<string>("--big") { Description = "The form of the big tables: csv.gz, csv or parquet.", DefaultValueFactory = _ => "csv.gz" };
        big.AcceptOnlyFromAmong("csv.gz", "csv", "parquet");
        var command = new Command("export", "Write a world as a folder that people can read.") { name, folder, big };
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(big) switch { "csv" => BigTableFormat.Csv, "parquet" => BigTableFormat.Parquet, _ => BigTableFormat.CsvGz };
            WorldFolder.Write(WorldCatalog.Open(parsed.GetValue(name)!), parsed.GetValue(folder)!, form);
            Console.Out.WriteLine($"Wrote {parsed.GetValue(folder)}");
            return 0;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "A world's name, or the folder that holds one." };
}
