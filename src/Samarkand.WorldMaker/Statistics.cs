using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>The published statistics from which the world is made, in million USD unless said otherwise.</summary>
internal sealed class Statistics
{
    /// <summary>Gross domestic product at current prices, by state and year (World Bank WDI).</summary>
    public Dictionary<(string State, int Year), double> Gdp { get; } = [];

    /// <summary>Sales of all industries in 2013, by exporter and importer, in million USD of 2010 (USITC ITPD-E).</summary>
    public Dictionary<(string Exporter, string Importer), double> AllTrade { get; } = [];

    /// <summary>Trade in goods of 2013 by GTAP sector, exporter and importer (CEPII BACI).</summary>
    public Dictionary<(string Sector, string Exporter, string Importer), double> GoodsBySector { get; } = [];

    /// <summary>The states that <see cref="GoodsBySector"/> covers.</summary>
    public SortedSet<string> GoodsStates { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports of services in 2019 by reporter and partner (OECD, balance of payments).</summary>
    public Dictionary<(string Reporter, string Partner), double> ServicesExports { get; } = [];

    /// <summary>Imports of services in 2019 by reporter and partner (OECD, balance of payments).</summary>
    public Dictionary<(string Reporter, string Partner), double> ServicesImports { get; } = [];

    /// <summary>Russia's exports of goods (fob) in 2021 by partner (Russian customs).</summary>
    public SortedDictionary<string, double> RussianExports { get; } = new(StringComparer.Ordinal);

    /// <summary>Russia's imports of goods (cif) in 2021 by partner (Russian customs).</summary>
    public SortedDictionary<string, double> RussianImports { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports of goods of the 27 members of the European Union together in 2021 by partner (Eurostat Comext).</summary>
    public SortedDictionary<string, double> EuropeanExports { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports of goods of each member in 2021 to a few partners (Eurostat Comext).</summary>
    public SortedDictionary<(string Member, string Partner), double> MemberExports { get; } = [];

    /// <summary>Tables of national offices for 2021: the office's state and its partner. A partner that is not named traded nothing.</summary>
    public SortedDictionary<(string State, string Partner), double> NationalExports { get; } = [];

    /// <summary>The same for imports, by origin where the office tells origin from consignment.</summary>
    public SortedDictionary<(string State, string Partner), double> NationalImports { get; } = [];

    /// <summary>Ideal points of states in the United Nations General Assembly in 2021.</summary>
    public SortedDictionary<string, double> IdealPoints { get; } = new(StringComparer.Ordinal);

    /// <summary>Votes of states on resolution 68/262 of the General Assembly: 1 yes, 0 abstention, -1 no; who was absent is left out.</summary>
    public SortedDictionary<string, double> VotesOnCrimea { get; } = new(StringComparer.Ordinal);

    /// <summary>Chinese official lending committed from 2000 to 2021, billion USD of 2021, by borrower (AidData).</summary>
    public SortedDictionary<string, double> ChineseLending { get; } = new(StringComparer.Ordinal);
}
