using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Makes the world <c>samarkand-2021</c> from published statistics: WIOD's world of 2011 with Central Asia and others taken out of its rest
/// of the world, carried to 2021 with GDP, made to agree with what customs recorded in 2021, and balanced. <c>docs/world-2021.md</c>
/// explains each step.
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

    /// <summary>Makes the world with other choices where data are missing, to see how much they matter.</summary>
    /// <param name="sources">The folder with the statistics.</param>
    /// <param name="imputation">The choices.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    internal static BuiltWorld Build(string sources, Imputation imputation)
    {
        var labels = imputation.Apply(Labels2021.Read());
        var statistics = StatisticsReader.Read(sources);
        var gdp = new GrossDomesticProduct(statistics, labels);
        var provenance = new Provenance(labels);

        // 1. WIOD's 35 industries become 16 sectors.
        var seed = WiodSeed.Of(WiodImport.Read(Path.Combine(sources, "wiod")), labels);

        // 2. The rest of the world is divided.
        var flows = RestOfWorld.Split(seed, statistics, gdp, labels, provenance);

        // 3. Services are those of the balance of payments; then all trade grows with both partners' GDP.
        ServicesTrade.Take(flows, statistics, gdp, provenance);
        CarryTo2021(flows, gdp);

        // 4. What customs recorded in 2021 replaces it; elsewhere trade balances go back to those of 2011.
        var totals = OfficialTotals.Impose(flows, statistics, provenance);
        if (imputation.RestoresBalances)
            TradeBalances.Restore(flows, totals, seed, gdp);

        // 5. Each economy serves its markets with its technology, and its value added is GDP.
        var economies = new EconomyBalance[labels.N];
        for (var r = 0; r < labels.N; r++)
            economies[r] = EconomyBalance.Of(Technology.Of(seed, Donor(seed, labels, r)), gdp[r, GrossDomesticProduct.Year], flows.Exports(r), flows.Imports(r));

        // 6. Every flow becomes a whole number of USD; final demand is what is left of each market.
        var world = WholeDollars.World(labels, flows, economies, seed.Elasticities);
        return new BuiltWorld(
            world,
            OfficialComparison.Of(world, totals.Results, gdp, labels),
            ProvenanceBySource.Of(labels, provenance, seed, economies),
            Ties.Of(labels, statistics));
    }

    private static void CarryTo2021(Flows flows, GrossDomesticProduct gdp)
    {
        var labels = flows.Labels;
        for (var i = 0; i < labels.N; i++)
        {
            for (var j = 0; j < labels.N; j++)
            {
                var growth = gdp.Growth(i, j, GrossDomesticProduct.SeedYear, GrossDomesticProduct.Year);
                for (var k = 0; k < labels.S; k++)
                    flows[k, i, j] *= growth;
            }
        }
    }

    private static int Donor(WiodSeed seed, Labels2021 labels, int region) =>
        seed.Find(labels.Donors[region].Technology is { Length: > 0 } donor ? donor : labels.Regions[region].Code);
}
