using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>What the world says about itself.</summary>
internal static class About2021
{
    public static WorldInfo Info { get; } = new(
        Labels2021.Folder,
        "The world of 2021: 61 states, Central Asia and the Caucasus among them, and the rest of the world, 16 sectors",
        GrossDomesticProduct.Year,
        [
            new DataSource("World Input-Output Database, release of 2013, year 2011: Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of International Economics 23: 575-605", "https://www.wiod.org", "CC-BY 4.0"),
            new DataSource("International Trade and Production Database for Estimation (ITPD-E), 2013: US International Trade Commission", "https://www.usitc.gov/data/gravity/itpde.htm", "public domain"),
            new DataSource("BACI, 2013, by GTAP sector: CEPII", "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37", "Etalab 2.0"),
            new DataSource("World Development Indicators, GDP at current prices: World Bank", "https://databank.worldbank.org/source/world-development-indicators", "CC-BY 4.0"),
            new DataSource("National accounts of Taiwan: Directorate-General of Budget, Accounting and Statistics (DGBAS)", "https://eng.stat.gov.tw", "facts"),
            new DataSource("Trade in services by partner, balance of payments, 2019: OECD", "https://data-explorer.oecd.org", "CC-BY 4.0"),
            new DataSource("Russia's trade by partner, 2021: Federal Customs Service and Rosstat", "https://customs.gov.ru/statistic", "facts"),
            new DataSource("Exports of the European Union and its members, 2021: Eurostat Comext", "https://ec.europa.eu/eurostat/comext", "Eurostat reuse policy"),
            new DataSource("Trade by partner, 2021: Bureau of National Statistics of Kazakhstan", "https://stat.gov.kz", "facts"),
            new DataSource("Trade by partner, 2021: Statistics Agency of Uzbekistan", "https://stat.uz", "facts"),
            new DataSource("Trade by partner, 2021: National Statistical Committee of the Kyrgyz Republic", "https://stat.gov.kg", "CC-BY"),
            new DataSource("Trade by partner, 2021: Armenian customs, by way of Open Data Armenia", "https://data.opendata.am", "public domain"),
            new DataSource("Trade elasticities: Fontagné, Guimbard and Orefice (2022), Tariff-based product-level trade elasticities, Journal of International Economics 137", "https://sites.google.com/view/product-level-trade-elasticity", "cited"),
        ],
        [
            "WIOD's 35 industries of 2011 become 16 sectors; inventories as in wiod-2011. Its rest of the world is divided into 21 states and a remainder as ITPD-E's trade of 2013 is; goods are BACI's of 2013 where it covers both partners.",
            "Services are those of the balance of payments: the mean of what both partners reported to the OECD for 2019, or the one report; elsewhere WIOD's, scaled as reported trade is.",
            "Trade grows from 2011 (BACI: 2013, services: 2019) to 2021 with the geometric mean of both partners' GDP at current prices. Goods then take the official totals of 2021: Russian customs first, then Eurostat, then the exporter's national table, then the importer's. Elsewhere the balances of WIOD's states, over GDP, go back towards those of 2011.",
            "Value added of a region is its GDP at market prices; taxes on products are in it. Each region's sectors keep the cost shares of 2011, their own or those of a declared donor, as far as markets allow: RAS moves them until output covers exports and home demand.",
            "Flows are whole USD; final demand is what is left of each market. There are no tariffs.",
            "The elasticity of a sector is the mean of those of its industries in wiod-2011, weighted with the trade between regions of 2011; services have 4.0, an assumption.",
        ]);
}
