using System.CommandLine;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>The command that merges regions and sectors of a world.</summary>
internal static class AggregateCommand
{
    public static Command Aggregate()
    {
        var (source, folder) = (WorldCommands.Name(), WorldCommands.Folder());
        var regions = new Option<string>("--regions") { Description = "A CSV table from,to[,name]: the regions to merge; the others stay as they are." };
        var sectors = new Option<string>("--sectors") { Description = "A CSV table from,to[,name]: the sectors to merge; the others stay as they are." };
        var command = new Command("aggregate", "Merge regions and sectors of a world.") { source, folder, regions, sectors };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var (target, regionMap, sectorMap) = (parsed.GetValue(folder)!, parsed.GetValue(regions), parsed.GetValue(sectors));
                var name = WorldCommands.NameOfNew(target);
                if (regionMap is null && sectorMap is null)
                    throw new InputException(new InputProblem("--regions", 0, 0, "there is nothing to merge", "give --regions MAP, --sectors MAP, or both"));
                var (world, notes) = WorldAggregation.Aggregate(WorldCatalog.Open(parsed.GetValue(source)!), regionMap, sectorMap, name);
                foreach (var note in notes)
                    Console.Error.WriteLine($"samarkand: {note}");
                return WorldCommands.Write(world, target, BigTableFormat.CsvGz, cancellation);
            },
            cancellation));
        return command;
    }
}
