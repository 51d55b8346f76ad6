using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>
/// A world as a folder that people can read: <c>world.json</c> (name, title, year, units, sources, rules), <c>regions.csv</c>
/// (code,name,remainder), <c>sectors.csv</c> (code,name,tags separated by <c>;</c>), <c>blocs.csv</c> (bloc,name,region),
/// <c>elasticities.csv</c> (sector,theta), and the big tables <c>trade</c> (origin,destination,sector,value and, where there are any,
/// tariff), <c>inputs</c> (region,input,sector,value) and <c>final</c> (region,sector,value), each <c>.csv.gz</c>, <c>.csv</c> or
/// <c>.parquet</c>. All values are million USD; rows of zeros are left out. The order of columns and rows is free; the order of
/// <c>regions.csv</c> and <c>sectors.csv</c> is that of the world's arrays. A merged world says more in columns that may be left out:
/// <c>parts</c> in <c>regions.csv</c> and <c>sectors.csv</c> holds the codes of what was merged, <c>lost_tags</c> the tags that only some of
/// it had, and <c>lost</c> in <c>blocs.csv</c>, on a row without a region, a member that is now inside a region outside the bloc.
/// </summary>
public static class WorldFolder
{
    /// <summary>Reads and checks a world.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="mustBalance">Whether sums that do not agree are mistakes too.</param>
    /// <exception cref="InputException">The folder has mistakes: every one is reported, the sums once everything else is right.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Worlds;
    /// using Samarkand.Worlds.Files;
    ///
    /// var folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "my-world");
    /// WorldFolder.Write(WorldCatalog.Open("wiod-2011"), folder);
    /// Console.WriteLine(WorldFolder.Read(folder).About.Name);
    /// </code>
    /// </example>
    public static World Read(string folder, bool mustBalance = true)
    {
        if (!Directory.Exists(folder))
            throw new InputException(new InputProblem(folder, 0, 0, "there is no such folder"));
        var problems = new ProblemList();
        var world = WorldFolderReader.Read(folder, problems);
        problems.ThrowIfAny();
        if (mustBalance)
            BalanceProblems.Report(world!, folder, problems);
        problems.ThrowIfAny();
        return world!;
    }

    /// <summary>
    /// Writes a world so that reading it gives the same values bit for bit. The folder appears whole or not at all: it is written under
    /// another name beside its place and then renamed.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="folder">Where to write it: a folder that does not exist yet, or is empty.</param>
    /// <param name="bigTables">The format of the big tables.</param>
    /// <param name="beforeFile">Called before each big file and at the end; where it throws, nothing is left behind.</param>
    /// <exception cref="InputException">The folder holds something already, or cannot be written.</exception>
    public static void Write(World world, string folder, BigTableFormat bigTables = BigTableFormat.CsvGz, Action? beforeFile = null) =>
        Write(world, folder, bigTables, beforeFile, WorldRecords.Files(world.Ties, world.Provenance, world.OfficialFigures));

    /// <summary>Writes a world and other files beside its own.</summary>
    internal static void Write(World world, string folder, BigTableFormat bigTables, Action? beforeFile, ImmutableArray<(string File, string Text)> others) =>
        WorldFolderWriter.Write(world, folder, bigTables, beforeFile, others);
}
