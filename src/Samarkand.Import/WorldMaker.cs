using System.Collections.Immutable;
using System.Security.Cryptography;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Import;

/// <summary>Makes the world from its labels and settled flows.</summary>
internal static class WorldMaker
{
    /// <summary>Puts tariffs on the flows, repairs or refuses negative value added, and makes a world that a case can use.</summary>
    /// <exception cref="InputException">The world could not be used: why, and what to do.</exception>
    public static ImportedWorld Finish(
        WorldLabels labels, Flows flows, ImportSettings settings, ImmutableArray<string> files, string[] rules, Repair repair, bool repairsValueAdded, List<string> notes, ProblemList problems, CancellationToken cancellation)
    {
        var tariffs = settings.TariffsFile is { } path ? TariffTable.Read(path, labels, problems) : null;
        problems.ThrowIfAny();
        if (tariffs is not null)
            notes.Add(TariffWedges.Put(tariffs, flows));
        repair.ValueAdded(repairsValueAdded);
        problems.ThrowIfAny();
        ImmutableArray<string> sources = settings.TariffsFile is { } table ? [.. files, table] : files;
        var about = new WorldInfo(settings.Name, settings.Title ?? settings.Name, settings.Year!.Value, [.. sources.Select(Source)], [.. rules, tariffs is null ? "There are no tariffs." : TariffWedges.Rule, .. notes]);
        var world = new World(about, labels.Regions, labels.Sectors, KnownBlocs.In(labels.Regions), flows.Trade, tariffs, flows.Inputs, flows.Final, labels.Elasticities);
        UsableWorld.Require(world, files[0], problems, cancellation);
        return new ImportedWorld(world, [.. notes]);
    }

    private static DataSource Source(string path)
    {
        using var stream = File.OpenRead(path);
        return new DataSource($"A user's table, {Path.GetFileName(path)}", $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))}", "not stated");
    }
}
