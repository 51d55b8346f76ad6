using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>The published statistics from which the world is made, in million USD unless said otherwise.</summary>
internal sealed class Statistics
{
    /// <summary>The year of which they are.</summary>
    public required WorldYear Year { get; init; }

    /// <summary>Trade of the year by economy and group of goods, own sales included (OECD ICIO).</summary>
    public required IcioTable Icio { get; init; }

    /// <summary>Tariffs of 2021 by exporter, importer and group of goods, as fractions (Global Tariff Database).</summary>
    public Dictionary<(string Exporter, string Importer), double[]> Tariffs { get; } = [];

    /// <summary>Imports of the United States and the duty on them in the year (for 2021, July 2020 to June 2021), by origin and HS chapter, USD.</summary>
    public SortedDictionary<(string Origin, string Chapter), (double Imports, double Duty)> AmericanDuties { get; } = [];

    /// <summary>China's tariff on American goods by HS6 code at the start of 2018 and on 1 July of the year, June 2019 at the latest, percent.</summary>
    public SortedDictionary<string, (double Before, double After)> ChineseDuties { get; } = new(StringComparer.Ordinal);

    /// <summary>Gross domestic product at current prices, by state and year (World Bank WDI).</summary>
    public Dictionary<(string State, int Year), double> Gdp { get; } = [];

    /// <summary>Persons in the year by state, millions.</summary>
    public Dictionary<string, double> Population { get; } = [];

    /// <summary>Sales of all industries in 2013, by exporter and importer, in million USD of 2010 (USITC ITPD-E).</summary>
    public Dictionary<(string Exporter, string Importer), double> AllTrade { get; } = [];

    /// <summary>Trade in crude oil and natural gas of 2013 by exporter and importer (CEPII BACI).</summary>
    public SortedDictionary<(string Exporter, string Importer), (double Oil, double Gas)> OilAndGas { get; } = [];

    /// <summary>Exports by product group, latest year to 2015, of states that the input-output tables do not have (World Bank WITS).</summary>
    public SortedDictionary<(string State, string Group), (int Year, double Value)> ExportGroups { get; } = [];

    /// <summary>Exports of services in the year, or the nearest of 2015 to 2019, by reporter and partner (OECD, balance of payments).</summary>
    public Dictionary<(string Reporter, string Partner), double> ServicesExports { get; } = [];

    /// <summary>Imports of services in the same year by reporter and partner (OECD, balance of payments).</summary>
    public Dictionary<(string Reporter, string Partner), double> ServicesImports { get; } = [];

    /// <summary>Russia's exports of goods (fob) in the year by partner (Russian customs).</summary>
    public SortedDictionary<string, double> RussianExports { get; } = new(StringComparer.Ordinal);

    /// <summary>Russia's imports of goods (cif) in the year by partner (Russian customs).</summary>
    public SortedDictionary<string, double> RussianImports { get; } = new(StringComparer.Ordinal);

    /// <summary>Russia's exports of goods in the year by every partner (IMF, from Russian customs).</summary>
    public SortedDictionary<string, double> RussianExportsOfImf { get; } = new(StringComparer.Ordinal);

    /// <summary>Russia's imports of goods in the year by every partner (IMF, from Russian customs).</summary>
    public SortedDictionary<string, double> RussianImportsOfImf { get; } = new(StringComparer.Ordinal);

    /// <summary>Russia's trade in the year by HS chapter (Russian customs); chapters 1 to 24 are one row.</summary>
    public SortedDictionary<string, (double Export, double Import)> RussianChapters { get; } = new(StringComparer.Ordinal);

    /// <summary>What states bought of Russian fuels in the year by commodity (Eurostat Comext and other customs), by ISO code.</summary>
    public SortedDictionary<(string Importer, string Commodity), double> RussianFuels { get; } = [];

    /// <summary>Natural gas bought of Russia in the year, 2020 at the latest, by state, terajoules (Eurostat, energy balances).</summary>
    public SortedDictionary<string, double> RussianGas { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports of goods of the 27 members of the European Union together in the year by partner (Eurostat Comext).</summary>
    public SortedDictionary<string, double> EuropeanExports { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports of goods of each member in the year to a few partners (Eurostat Comext).</summary>
    public SortedDictionary<(string Member, string Partner), double> MemberExports { get; } = [];

    /// <summary>Tables of national offices for the year: the office's state and its partner. A partner that is not named traded nothing.</summary>
    public SortedDictionary<(string State, string Partner), double> NationalExports { get; } = [];

    /// <summary>The same for imports, by origin where the office tells origin from consignment.</summary>
    public SortedDictionary<(string State, string Partner), double> NationalImports { get; } = [];

    /// <summary>Ideal points of states in the United Nations General Assembly in the year.</summary>
    public SortedDictionary<string, double> IdealPoints { get; } = new(StringComparer.Ordinal);

    /// <summary>Votes of states on resolution 68/262 of the General Assembly: 1 yes, 0 abstention, -1 no; who was absent is left out.</summary>
    public SortedDictionary<string, double> VotesOnCrimea { get; } = new(StringComparer.Ordinal);

    /// <summary>Chinese official lending committed from 2000 to 2021, billion USD of 2021, by borrower (AidData).</summary>
    public SortedDictionary<string, double> ChineseLending { get; } = new(StringComparer.Ordinal);

    /// <summary>Taiwan's persons, which WDI does not have, millions: Ministry of the Interior, end of 2021 (https://www.ris.gov.tw).</summary>
    private const double Taiwan = 23.4;

    /// <summary>The persons of a region in the year, millions; the remainder's are those of all states that are no region.</summary>
    public double PersonsIn(Labels2021 labels, int region)
    {
        if (!labels.Regions[region].IsRemainder)
            return labels.Regions[region].Code == "TWN" ? Taiwan : Population[labels.Regions[region].Code];
        var persons = 0.0;
        foreach (var (state, count) in Population.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            persons += labels.Find(state) < 0 && Gdp.ContainsKey((state, Year.Year)) ? count : 0;
        return persons;
    }
}
