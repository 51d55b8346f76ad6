using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Makes the world <c>samarkand-2021</c> from published statistics: trade of 2021 by sector as the OECD's tables have it, made to agree with
/// what customs recorded, with the technology of 2014, and balanced. <c>docs/world-2021.md</c> explains each step.
/// </summary>
public static class Samarkand2021Recipe
{
    /// <summary>The world's name.</summary>
    public const string Name = Labels2021.Folder;

    /// <summary>Makes the world.</summary>
    /// <param name="sources">The folder with the statistics, as <c>docs/world-2021.md</c> lists them.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.WorldMaker;
    ///
    /// // dotnet run -- FOLDER, with the statistics that docs/world-2021.md lists
    /// foreach (var folder in args)
    ///     Samarkand2021Recipe.Build(folder).Write("my-samarkand-2021");
    /// Console.WriteLine($"{args.Length} worlds built");
    /// </code>
    /// </example>
    public static BuiltWorld Build(string sources) => Build(sources, Imputation.Main);

    /// <summary>Makes the world with flows of a user's in place of its own; everything else is balanced again.</summary>
    /// <param name="sources">The folder with the statistics.</param>
    /// <param name="patch">A table of origin, destination, sector and value, in million USD; null for none.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    internal static BuiltWorld Build(string sources, string? patch) => Build(sources, WorldYear.Shipped, Imputation.Main, patch);

    /// <summary>Makes the world with other choices, to see how much they matter.</summary>
    /// <param name="sources">The folder with the statistics.</param>
    /// <param name="imputation">The choices.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    internal static BuiltWorld Build(string sources, Imputation imputation) => Build(sources, WorldYear.Shipped, imputation, null);

    /// <summary>Makes the world of a year of the series.</summary>
    /// <param name="sources">The folder with the statistics.</param>
    /// <param name="year">The year.</param>
    /// <param name="patch">A table of origin, destination, sector and value, in million USD; null for none.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    internal static BuiltWorld Build(string sources, WorldYear year, string? patch = null) => Build(sources, year, Imputation.Main, patch);

    private static BuiltWorld Build(string sources, WorldYear year, Imputation imputation, string? patchFile)
    {
        ArgumentNullException.ThrowIfNull(imputation);
        var labels = imputation.Apply(Labels2021.Read());
        var patch = patchFile is null ? Patch.None : Patch.Read(patchFile, labels);
        var statistics = StatisticsReader.Read(sources, year);
        var gdp = new GrossDomesticProduct(statistics, labels);
        var provenance = new Provenance(labels);
        var world2014 = Wiod2014Recipe.Build(sources);
        var technology2014 = TechnologyTable.Of(world2014, labels, parts => parts.Wiod2014);
        var technology2011 = TechnologyTable.Of(WiodImport.Read(Path.Combine(sources, "wiod")), labels, parts => parts.Wiod2011);

        // 1. Trade of the year by sector; crude oil and gas apart.
        var flows = new Flows(labels);
        var icio = new IcioTrade(statistics, labels, new OilAndGas(statistics, labels, imputation.HasMeanGas));
        icio.Write(flows, provenance);

        // 2. The rest of the world is divided.
        RestOfWorld.Divide(flows, icio, statistics, gdp, provenance, imputation);
        OilAndGas.DivideHome(flows, imputation);
        var goods = GoodsByPair(flows);

        // 3. Russia's fuels by buyer; 4. the totals of customs, and Russia's chapters.
        var fuels = imputation.HasFuels && year.HasFuels ? RussianFuels.Take(flows, statistics, imputation) : new bool[labels.S * labels.N];
        var totals = OfficialTotals.Impose(flows, statistics, provenance, imputation);
        if (imputation.HasChapters && year.HasChapters)
            RussianChapters.Balance(flows, statistics, provenance, fuels);

        patch.Apply(flows, provenance);

        // 5. Services give up what moved to goods, and are divided among sectors.
        if (imputation.MovesServices)
            Services.Take(flows, goods, statistics, gdp, provenance, imputation);
        Services.Divide(flows, world2014, technology2014);

        // 6. Tariffs.
        var tariffs = imputation.HasTariffs
            ? new Tariffs2021(labels, statistics, world2014, imputation.CorrectsTariffs).Rates()
            : new double[labels.S * labels.N * labels.N];

        // 7. Each economy serves its markets with its technology, and its value added is GDP.
        var economies = new Economies(flows, tariffs, statistics, gdp, technology2014, technology2011, imputation).Balance();

        // 8. Every flow becomes a whole number of USD; final demand is what is left of each market.
        var world = WholeDollars.World(year, labels, flows, [.. economies.Select(economy => economy.Balance)], tariffs);
        return new BuiltWorld(
            world,
            OfficialComparison.Of(world, totals.Results, gdp, labels),
            ProvenanceBySource.Of(labels, provenance, economies),
            Ties.Of(labels, statistics));
    }

    private static double[] GoodsByPair(Flows flows)
    {
        var n = flows.Labels.N;
        var goods = new double[n * n];
        for (var pair = 0; pair < goods.Length; pair++)
            goods[pair] = flows.Goods(pair / n, pair % n);
        return goods;
    }
}
