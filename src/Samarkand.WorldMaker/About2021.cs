using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>What the world says about itself.</summary>
internal static class About2021
{
    /// <summary>The world of a year of the series: sources that the year lacks are left out, and what it lacks is noted.</summary>
    public static WorldInfo Of(WorldYear year) => year == WorldYear.Shipped ? Info : Info with
    {
        Name = year.Name,
        Title = Info.Title.Replace("2021", year.Text, StringComparison.Ordinal),
        Year = year.Year,
        Sources = [.. Info.Sources.Where(source => IsUsed(source, year)).Select(source => source with { Name = Dated(source.Name, year) })],
        Rules = [.. Info.Rules.Where(note => year.HasFuels || !note.StartsWith("Russia's fuels", StringComparison.Ordinal)).Select(note => note.Replace("2021", year.Text, StringComparison.Ordinal)), .. year.Lacks],
    };

    private static bool IsUsed(DataSource source, WorldYear year) =>
        (year.HasImf || !Names(source, "IMF")) && (year.HasFuels || !Names(source, "Russian fuels") && !Names(source, "energy balances")) && (year.HasKazakhstan || !Names(source, "of Kazakhstan")) && (year.HasArmenia || !Names(source, "Armenian"));

    private static bool Names(DataSource source, string word) => source.Name.Contains(word, StringComparison.Ordinal);

    // The tariffs and the tables to 2015 have the years that they have.
    private static string Dated(string title, WorldYear year) =>
        title.StartsWith("Tariffs", StringComparison.Ordinal) ? title : title.Replace("July 2020 to June 2021", year.Text, StringComparison.Ordinal).Replace(" and by HS chapter", "", StringComparison.Ordinal).Replace("2021", year.Text, StringComparison.Ordinal).Replace(", 2020:", $", {Math.Min(year.Year, 2020)}:", StringComparison.Ordinal).Replace(", 2019:", $", {year.Services}:", StringComparison.Ordinal);

    private static WorldInfo Info { get; } = new(
        Labels2021.Folder,
        "The world of 2021 as it was observed by sector: 90 states, Central Asia and the Caucasus among them, and the rest of the world, 33 sectors, with tariffs",
        WorldYear.Last,
        [
            new DataSource("Inter-Country Input-Output tables, extended edition, 2021: OECD, in 26 groups of goods and all services in one", "https://www.oecd.org/en/data/datasets/inter-country-input-output-tables.html", "CC-BY 4.0"),
            new DataSource("World Input-Output Database, release of 2016, year 2014, and release of 2013, year 2011: Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of International Economics 23: 575-605", "https://www.wiod.org", "CC-BY 4.0"),
            new DataSource("International Trade and Production Database for Estimation (ITPD-E), 2013: US International Trade Commission", "https://www.usitc.gov/data/gravity/itpde.htm", "public domain"),
            new DataSource("BACI, 2013, crude oil and natural gas: CEPII", "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37", "Etalab 2.0"),
            new DataSource("World Development Indicators, GDP at current prices and population: World Bank", "https://databank.worldbank.org/source/world-development-indicators", "CC-BY 4.0"),
            new DataSource("National accounts of Taiwan: Directorate-General of Budget, Accounting and Statistics (DGBAS)", "https://eng.stat.gov.tw", "facts"),
            new DataSource("Trade in services by partner, balance of payments, 2019: OECD", "https://data-explorer.oecd.org", "CC-BY 4.0"),
            new DataSource("Russia's trade by partner and by HS chapter, 2021: Federal Customs Service and Rosstat", "https://customs.gov.ru/statistic", "facts"),
            new DataSource("Russia's trade with every partner, 2021: International Merchandise Trade Statistics, IMF", "https://data.imf.org", "IMF terms, with attribution"),
            new DataSource("Imports of Russian fuels by buyer, 2021: Eurostat Comext and UN Comtrade, collected by the Centre for Research on Energy and Clean Air", "https://github.com/energyandcleanair/fossil_shipment_tracker_r", "facts, computed from in combination"),
            new DataSource("Natural gas bought of Russia by volume, 2020: Eurostat, energy balances", "https://ec.europa.eu/eurostat/databrowser/view/nrg_ti_gas", "Eurostat reuse policy"),
            new DataSource("Exports of the European Union and its members, 2021: Eurostat Comext", "https://ec.europa.eu/eurostat/comext", "Eurostat reuse policy"),
            new DataSource("Trade by partner, 2021: Bureau of National Statistics of Kazakhstan", "https://stat.gov.kz", "facts"),
            new DataSource("Trade by partner, 2021: Statistics Agency of Uzbekistan", "https://stat.uz", "facts"),
            new DataSource("Trade by partner, 2021: National Statistical Committee of the Kyrgyz Republic", "https://stat.gov.kg", "CC-BY"),
            new DataSource("Trade by partner, 2021: Armenian customs, by way of Open Data Armenia", "https://data.opendata.am", "public domain"),
            new DataSource("Exports by product group to 2015: UN Comtrade by way of World Integrated Trade Solution, World Bank", "https://wits.worldbank.org", "facts, computed from in combination"),
            new DataSource("Tariffs of 2021: Teti (2024), Global Tariff Database, ECARES working paper 2024-04", "https://feodorateti.github.io/data.html", "cited"),
            new DataSource("Duties on imports by HS chapter and origin, July 2020 to June 2021: US Census Bureau", "https://usatrade.census.gov", "public domain"),
            new DataSource("China's tariffs on the United States: Bown, Jung and Zhang, Peterson Institute for International Economics, from the Ministry of Finance of China", "https://www.piie.com", "cited"),
            new DataSource("Trade elasticities: Fontagné, Guimbard and Orefice (2022), Tariff-based product-level trade elasticities, Journal of International Economics 137", "https://sites.google.com/view/product-level-trade-elasticity", "cited"),
        ],
        [
            "Trade by sector, and what 80 economies sell themselves, is the OECD's of 2021. Its group of crude oil and gas is divided as BACI's trade of 2013, or by a declared share; its rest of the world into ten states and a remainder as ITPD-E's trade of 2013.",
            "A pair's goods take the customs' total of 2021: Russian customs first, then the IMF's table of them, Eurostat, the exporter's national table, the importer's. Elsewhere they are at basic prices. What customs add is taken out of the pair's services, which hold the margins.",
            "Russia's fuels are its buyers' customs' figures, gas that these keep secret the energy balances' volume; its exports and imports are balanced between partners and HS chapters by generalised RAS in which fuels by buyer move least. Prices of fuels were high in 2021 and rose through the year: volumes bought at them are smaller than in other years.",
            "Value added of a region is its GDP at market prices; taxes on products are in it, duties too, and tariff revenue comes beside it. Cost shares are WIOD's of 2014, Russia's of 2011, others the nearest state's; generalised RAS moves a donor's further than an own table's.",
            "Flows are whole USD; final demand is what is left of each market at buyers' prices. Tariffs are those of 2021, with Russia's on China as on Germany, none within the Eurasian Union, and those of the trade war.",
            "The elasticity of a sector of goods is the mean over its GTAP sectors; coal and gas, for which there is no estimate, have that of mining; services have 4.0, an assumption.",
        ]);
}
