using System.Collections.Immutable;
using System.Security.Cryptography;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Import;

/// <summary>Makes the world from its labels and settled flows.</summary>
internal static class WorldMaker
{
    public static World Make(WorldLabels labels, Flows flows, ImportSettings settings, IEnumerable<string> files, ImmutableArray<string> rules)
    {
        var about = new WorldInfo(settings.Name, settings.Title ?? settings.Name, settings.Year, [.. files.Select(Source)], rules);
        return new World(about, labels.Regions, labels.Sectors, KnownBlocs.In(labels.Regions), flows.Trade, null, flows.Inputs, flows.Final, labels.Elasticities);
    }

    /// <summary>Throws where the world has no equilibrium to start from.</summary>
    public static void RequireBalance(World world, string source, ProblemList problems)
    {
        problems.ThrowIfAny();
        BalanceProblems.Report(world, source, problems);
        problems.ThrowIfAny();
    }

    private static DataSource Source(string path)
    {
        using var stream = File.OpenRead(path);
        return new DataSource($"A user's table, {Path.GetFileName(path)}", $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))}", "not stated");
    }
}
