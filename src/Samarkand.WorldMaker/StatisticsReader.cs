using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>Reads the published statistics from a folder, each table as its publisher's columns name it.</summary>
internal sealed class StatisticsReader
{
    private const string Total = "total";
    private const double Million = 1e6;
    private const double Thousand = 1e3;

    private readonly string _folder;
    private readonly ProblemList _problems = new();
    private readonly Statistics _statistics;

    private readonly WorldYear _year;

    private StatisticsReader(string folder, WorldYear year)
    {
        (_folder, _year) = (folder, year);
        _statistics = new Statistics { Year = year, Icio = IcioTable.Read(Path.Combine(folder, $"icio/icio_trade_{year.Text}.csv.gz"), _problems) };
    }

    /// <exception cref="InputException">A table is missing or broken.</exception>
    public static Statistics Read(string folder, WorldYear year)
    {
        var reader = new StatisticsReader(folder, year);
        reader.ReadWorld();
        reader.ReadRussia();
        if (year.HasFuels)
            reader.ReadFuels();
        reader.ReadTariffs();
        reader.ReadEurope();
        reader.ReadNational();
        reader.ReadTies();
        reader._problems.ThrowIfAny();
        return reader._statistics;
    }

    private void ReadWorld()
    {
        Each("dependence/country_year_gdp_pop_2010_2024.csv.gz", ["iso3", "name", "year", "population", "gdp_usd", "gdp_ppp_intl"], row =>
        {
            if (!row.IsEmpty(4) && row.Number(2, out var year) && row.Number(4, out var gdp))
                _statistics.Gdp[(row.Text(0), (int)year)] = gdp / Million;
            if (row.Text(2) == _year.Text && !row.IsEmpty(3) && row.Number(3, out var persons))
                _statistics.Population[row.Text(0)] = persons / Million;
        });
        Each("trade/itpde_2012_2016_bilateral_total_incl_domestic.csv.gz", ["year", "exporter", "importer", "value_const2010usd"], row =>
        {
            if (row.Text(0) == "2013" && row.Number(3, out var value))
                _statistics.AllTrade[(row.Text(1), row.Text(2))] = value / Million;
        });
        Each("trade/baci_2013_bilateral_gtap39_38countries.csv.gz", ["year", "gtap_sector", "exporter", "importer", "value_kusd"], row =>
        {
            if (row.Text(1) is not ("oil" or "gas") || !row.Number(4, out var value))
                return;
            var pair = (row.Text(2), row.Text(3));
            var (oil, gas) = _statistics.OilAndGas.GetValueOrDefault(pair);
            _statistics.OilAndGas[pair] = row.Text(1) == "oil" ? (oil + value / Thousand, gas) : (oil, gas + value / Thousand);
        });
        var services = _year.Services.ToString(CultureInfo.InvariantCulture);
        Each("central-asia/wits_trade_by_product_group_2010_2015.csv.gz", ["iso3", "year", "flow", "group", "musd"], row =>
        {
            if (row.Text(2) != "export" || !row.Number(1, out var year) || year > _year.Year || !row.Number(4, out var value))
                return;
            if (_statistics.ExportGroups.GetValueOrDefault((row.Text(0), row.Text(3))).Year < year)
                _statistics.ExportGroups[(row.Text(0), row.Text(3))] = ((int)year, value);
        });
        Each("trade/oecd_services_total_2015_2019.csv.gz", ["year", "flow", "reporter", "partner", "value_musd"], row =>
        {
            if (row.Text(0) == services && !row.IsEmpty(4) && row.Number(4, out var value))
                (row.Text(1) == "export" ? _statistics.ServicesExports : _statistics.ServicesImports)[(row.Text(2), row.Text(3))] = value;
        });
    }

    private void ReadRussia()
    {
        Each("russia/russia_fts_by_partner_monthly_2006_2021.csv.gz", ["flow", "partner_iso3", "partner_ru", "year", "month", "value_musd"], row =>
        {
            if (row.Text(3) == _year.Text && row.Number(5, out var value))
                Add(row.Text(0) == "export" ? _statistics.RussianExports : _statistics.RussianImports, row.Text(1), value);
        });
        if (_year.HasImf)
            ReadImf();
        if (_year.HasChapters)
            ReadChapters();
    }

    private void ReadImf() =>
        Each("russia/imf_imts_russia_by_partner_2016_2021.csv.gz", ["year", "flow", "partner", "partner_name", "musd"], row =>
        {
            if (row.Text(0) == _year.Text && !IsGroup(row.Text(2)) && !row.IsEmpty(4) && row.Number(4, out var value))
                Add(row.Text(1) == "export_fob" ? _statistics.RussianExportsOfImf : _statistics.RussianImportsOfImf, row.Text(2), value);
        });

    private void ReadChapters() =>
        Each("russia/russia_fts_by_hs2_2021.csv.gz", ["year", "hs2", "export_musd", "import_musd"], row =>
        {
            if (row.Number(2, out var export) && row.Number(3, out var import))
                _statistics.RussianChapters[row.Text(1)] = (export, import);
        });

    /// <summary>The IMF's codes of groups of economies; those of partners that are not specified begin with TX.</summary>
    private static bool IsGroup(string code) => code.Length > 3 && code[0] == 'G';

    private void ReadFuels()
    {
        Each("energy/russia_fossil_exports_by_importer_2016_2021.csv.gz", ["year", "importer", "source", "commodity", "months", "eur", "usd", "tonnes"], row =>
        {
            if (row.Text(0) == _year.Text && FuelBuyers.Code(row.Text(1)) is { } importer && !row.IsEmpty(6) && row.Number(6, out var dollars) && dollars > 0)
                Add(_statistics.RussianFuels, (importer, row.Text(3)), dollars / Million);
        });
        var balance = Math.Min(_year.Year, 2020).ToString(CultureInfo.InvariantCulture);
        Each("energy/eurostat_gas_imports_russia_and_total_tj_2011_2020.csv.gz", ["year", "importer", "fuel", "origin", "tj_gcv"], row =>
        {
            if (row.Text(0) == balance && row.Text(2) == "natural_gas" && row.Text(3) == "RUS" && FuelBuyers.Code(row.Text(1)) is { } importer && !row.IsEmpty(4) && row.Number(4, out var terajoules))
                Add(_statistics.RussianGas, importer, terajoules);
        });
    }

    private void ReadTariffs()
    {
        Each("icio/icio_tariffs_2021.csv.gz", ["exporter", "importer", .. IcioTable.Columns[..^1]], row =>
        {
            var rates = new double[IcioTable.Columns.Length - 1];
            for (var column = 0; column < rates.Length; column++)
            {
                if (!row.IsEmpty(column + 2) && row.Number(column + 2, out var rate))
                    rates[column] = rate;
            }

            _statistics.Tariffs[(row.Text(0), row.Text(1))] = rates;
        });
        Each("tradewar/us_imports_duties_hs2_by_origin_quarterly_2015_2021.csv.gz", ["quarter", "origin", "hs2", "imports_usd", "duty_usd"], row =>
        {
            if (!IsInYear(row.Text(0)) || !row.Number(3, out var imports) || !row.Number(4, out var duty))
                return;
            var (i, d) = _statistics.AmericanDuties.GetValueOrDefault((row.Text(1), row.Text(2)));
            _statistics.AmericanDuties[(row.Text(1), row.Text(2))] = (i + imports, d + duty);
        });
        string[] dates = ["2018-01-01", "2018-04-02", "2018-05-01", "2018-07-01", "2018-07-06", "2018-08-23", "2018-09-24", "2018-11-01", "2019-01-02", "2019-06-01"];
        var inForce = 1 + Array.FindLastIndex(dates, date => string.CompareOrdinal(date, $"{_year.Text}-07-01") <= 0);
        Each(
            "tradewar/china_tariffs_on_us_hs6_by_date_2018_2019.csv.gz",
            ["hs6", .. dates],
            row =>
            {
                if (inForce > 0 && !row.IsEmpty(1) && !row.IsEmpty(inForce) && row.Number(1, out var before) && row.Number(inForce, out var after))
                    _statistics.ChineseDuties[row.Text(0)] = (before, after);
            });
    }

    // The duties end with June 2021: of that year the last four quarters stand.
    private bool IsInYear(string quarter) =>
        _year.Year == 2021 ? quarter is "2020Q3" or "2020Q4" or "2021Q1" or "2021Q2" : quarter.StartsWith(_year.Text, StringComparison.Ordinal);

    private void ReadEurope()
    {
        Each("russia/eu27_annual_exports_all_partners_2010_2021.csv.gz", ["year", "partner_iso3", "partner_en", "eu27_export_eur"], row =>
        {
            if (row.Text(0) == _year.Text && !row.IsEmpty(1) && row.Number(3, out var euros))
                Add(_statistics.EuropeanExports, row.Text(1), euros * _year.DollarsPerEuro / Million);
        });
        if (_year.HasMembers)
            ReadMembers();
    }

    // The United Kingdom's rows end with January 2020.
    private void ReadMembers() =>
        Each("russia/eu_monthly_trade_with_intermediaries_2019_2021.csv.gz", ["period", "flow", "reporter", "partner", "value_eur"], row =>
        {
            if (row.Text(0).StartsWith(_year.Text, StringComparison.Ordinal) && row.Text(1) == "export" && row.Text(2) is not ("EU27" or "GBR") && row.Number(4, out var euros))
                Add(_statistics.MemberExports, (row.Text(2), row.Text(3)), euros * _year.DollarsPerEuro / Million);
        });

    private void ReadNational()
    {
        Each("russia/kazakhstan_by_partner_annual_2018_2021.csv.gz", ["year", "partner_iso3", "partner_ru", "export_kusd", "import_kusd"], row =>
        {
            if (row.Text(0) != _year.Text || row.IsEmpty(1))
                return;
            AddThousands(_statistics.NationalExports, ("KAZ", row.Text(1)), row, 3);
            AddThousands(_statistics.NationalImports, ("KAZ", row.Text(1)), row, 4);
        });
        Each("russia/armenia_by_partner_monthly_2017_2021.csv.gz", ["period", "partner_iso3", "partner_en", "export_kusd", "import_consignment_kusd", "import_origin_kusd"], row =>
        {
            if (row.Text(0) != _year.Text || row.IsEmpty(1))
                return;
            AddThousands(_statistics.NationalExports, ("ARM", row.Text(1)), row, 3);
            AddThousands(_statistics.NationalImports, ("ARM", row.Text(1)), row, 5);
        });
        ReadLong("UZB", "russia/uzbekistan_by_partner_annual_2010_2021.csv.gz");
        ReadLong("KGZ", "russia/kyrgyzstan_by_partner_annual_1994_2021.csv.gz");
    }

    private void ReadLong(string state, string file)
    {
        Each(file, ["flow", "year", "partner_iso3", "partner_en", "value_kusd"], row =>
        {
            if (row.Text(1) != _year.Text)
                return;
            var table = row.Text(0) == "export" ? _statistics.NationalExports : _statistics.NationalImports;
            var partner = row.IsEmpty(2) ? PartnerNamed(row.Text(3)) : row.Text(2);
            if (partner is not null)
                AddThousands(table, (state, partner), row, 4);
        });
        TotalToRemainder(state, _statistics.NationalExports);
        TotalToRemainder(state, _statistics.NationalImports);
    }

    /// <summary>What a table's total holds beyond its partners (Kyrgyz gold) went to partners that are not told.</summary>
    private static void TotalToRemainder(string state, SortedDictionary<(string State, string Partner), double> table)
    {
        if (!table.Remove((state, Total), out var total))
            return;
        foreach (var ((of, _), value) in table)
            total -= of == state ? value : 0;
        Add(table, (state, "ROW"), Math.Max(0, total));
    }

    /// <summary>Partners that these tables name without a code; groups of states, which stand in the same column, are none.</summary>
    private static string? PartnerNamed(string name) => name switch
    {
        "The Republic of Korea" => "KOR",
        "SAR-Hong Kong" => "HKG",
        "Taiwan. China province" => "TWN",
        "Republic of Macedonia" => "MKD",
        "Other countries" or "Undefined country" => "ROW",
        "Total" => Total,
        _ => null,
    };

    private void ReadTies()
    {
        Each("alignment/un_ideal_points_2000_2021.csv.gz", ["year", "iso3c", "countryname", "idealpointfp", "idealpointall", "nvotesfp", "nvotesall", "q5all", "q95all"], row =>
        {
            if (row.Text(0) == _year.Text && !row.IsEmpty(4) && row.Number(4, out var point))
                _statistics.IdealPoints[row.Text(1)] = point;
        });
        Each("alignment/unga_rollcall_68-262.csv.gz", ["resolution", "iso3", "name", "vote"], row =>
        {
            if (_year.Year >= 2014 && row.Text(3) != "absent" && Array.IndexOf(RollCall.Votes, row.Text(3)) is >= 0 and var vote)
                _statistics.VotesOnCrimea[row.Text(1)] = RollCall.Values[vote];
        });
        Each("dependence/aiddata_gcdf3_china_commitments_2000_2021.csv.gz", ["country_name", "iso3c", "total_commitments_bn", "weighted_interest_rate", "region_name", "income_level_name", "gdp_usd_bn", "population_mn"], row =>
        {
            if (_year == WorldYear.Shipped && !row.IsEmpty(1) && !row.IsEmpty(2) && row.Number(2, out var lent))
                Add(_statistics.ChineseLending, row.Text(1), lent);
        });
    }

    private void Each(string file, string[] columns, Action<CsvTable> use)
    {
        using var table = CsvTable.Open(Path.Combine(_folder, file), new TableHeader(columns), _problems);
        while (table is not null && table.Read())
            use(table);
    }

    private static void AddThousands<TKey>(SortedDictionary<TKey, double> into, TKey key, CsvTable row, int column)
        where TKey : notnull
    {
        if (!row.IsEmpty(column) && row.Number(column, out var value))
            Add(into, key, value / Thousand);
    }

    private static void Add<TKey>(SortedDictionary<TKey, double> into, TKey key, double value)
        where TKey : notnull => into[key] = into.GetValueOrDefault(key) + value;
}
