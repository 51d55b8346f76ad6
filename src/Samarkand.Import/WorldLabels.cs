using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;
using Samarkand.Worlds.Names;

namespace Samarkand.Import;

/// <summary>The regions, sectors and elasticities of a world in the making: declared in files, or taken from the table.</summary>
internal sealed record WorldLabels(ImmutableArray<RegionInfo> Regions, ImmutableArray<SectorInfo> Sectors, double[] Elasticities)
{
    /// <summary>Codes by which published tables name all states that they do not hold.</summary>
    private static readonly string[] Remainders = ["ROW", "xROW", "FIGW1", "WRL_REST", "WWW", "ZROW"];

    public LabelSet RegionSet { get; } = new("region", Regions.Select(region => region.Code), isComplete: true);

    public LabelSet SectorSet { get; } = new("sector", Sectors.Select(sector => sector.Code), isComplete: true);

    /// <summary>The region and sector of a cell [region, sector], for messages.</summary>
    public string Name(int cell) => $"{Regions[cell / Sectors.Length].Code}, {Sectors[cell % Sectors.Length].Code}";

    /// <summary>The sectors of the user's own file; null where there is none.</summary>
    public static List<SectorInfo>? DeclaredSectors(ImportSettings settings, ProblemList problems) =>
        settings.SectorsFile is { } path ? SectorTable.Read(path, problems) ?? [] : null;

    /// <summary>Puts the labels together; where problems are reported they are meaningless.</summary>
    public static WorldLabels Of(ImportSettings settings, IEnumerable<string> foundRegions, IEnumerable<SectorInfo> foundSectors, List<string> notes, ProblemList problems)
    {
        var regions = settings.RegionsFile is { } regionsFile
            ? DeclaredRegions(regionsFile, foundRegions, problems)
            : FoundRegions([.. foundRegions]);
        var sectors = foundSectors.ToList();
        RequireNames(settings, regions, sectors, problems);
        if (regions.Count == 1)
            notes.Add("the world has one region, while a case needs two: a target, and a coalition");
        if (sectors.TrueForAll(sector => sector.Tags.IsEmpty))
            notes.Add($"no sector has a tag, so a case cannot say 'goods' or 'energy', only codes and 'all'; give {new Parameter("sectors", "FILE")} with code,name,tags");
        var labels = new WorldLabels([.. regions], [.. sectors], new double[sectors.Count]);
        return labels with { Elasticities = ElasticitiesOf(settings, labels.SectorSet, notes, problems) };
    }

    private static List<RegionInfo> FoundRegions(string[] codes)
    {
        var remainder = Array.FindIndex(codes, code => Remainders.Contains(code, StringComparer.OrdinalIgnoreCase));
        return [.. codes.Select((code, r) => new RegionInfo(code, Countries.EnglishName(code) ?? code, r == remainder))];
    }

    /// <summary>What a case could not name, or not tell apart, is no use as a label.</summary>
    private static void RequireNames(ImportSettings settings, List<RegionInfo> regions, List<SectorInfo> sectors, ProblemList problems)
    {
        foreach (var region in regions.Where(region => region.Code == SectorTable.Everything || region.Code.EndsWith('?')))
            problems.Add(settings.RegionsFile ?? "the table", 0, 0, $"region '{region.Code}' has a code that a case cannot name", $"'{SectorTable.Everything}' and a question mark at the end have meanings of their own: give it another code");
        foreach (var sector in sectors.Where(sector => sectors.Exists(other => other.Tags.Contains(sector.Code)) && settings.SectorsFile is null))
            problems.Add("the table", 0, 0, $"sector '{sector.Code}' has the code of a tag", "a case could not tell them apart: give the sector another code");
    }

    private static List<RegionInfo> DeclaredRegions(string path, IEnumerable<string> found, ProblemList problems)
    {
        var regions = RegionTable.Read(path, problems) ?? [];
        var present = found.ToHashSet(StringComparer.Ordinal);
        foreach (var region in regions)
        {
            if (!present.Contains(region.Code))
                problems.Add(path, 0, 0, $"region '{region.Code}' has no row in the table", new LabelSet("region", present, isComplete: true).Hint(region.Code, "remove it"));
        }

        return regions;
    }

    private static double[] ElasticitiesOf(ImportSettings settings, LabelSet sectors, List<string> notes, ProblemList problems)
    {
        switch (settings)
        {
            case { ElasticitiesFile: not null, Theta: not null }:
                problems.Add(new Parameter("theta"), $"stands beside {new Parameter("elasticities")}", "keep one of the two");
                return new double[sectors.Count];
            case { ElasticitiesFile: { } path }:
                return ElasticityTable.Read(path, sectors, problems);
            case { Theta: > 0 and < double.PositiveInfinity }:
                notes.Add(FormattableString.Invariant($"every sector has the trade elasticity {settings.Theta}, an assumption: goods and services differ much; give {new Parameter("elasticities", "FILE")} with sector,theta"));
                var all = new double[sectors.Count];
                Array.Fill(all, settings.Theta.Value);
                return all;
            case { Theta: not null }:
                problems.Add(new Parameter("theta"), FormattableString.Invariant($"{settings.Theta} is not above 0"), "a trade elasticity is given as a positive number");
                return new double[sectors.Count];
            default:
                problems.Add(new Parameter("elasticities"), "the table says nothing of trade elasticities", $"give {new Parameter("elasticities", "FILE")} with sector,theta, or {new Parameter("theta", "4")} for every sector");
                return new double[sectors.Count];
        }
    }
}
