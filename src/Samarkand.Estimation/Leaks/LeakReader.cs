using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Worlds;

namespace Samarkand.Estimation.Leaks;

/// <summary>Reads trade by partner, product and month, and says what of it cannot be used.</summary>
internal sealed class LeakReader : IDisposable
{
    private static readonly ImmutableDictionary<string, string[]> Names = new Dictionary<string, string[]>
    {
        ["reporter"] = ["reporter", "reporter_iso3", "exporter", "origin"],
        ["partner"] = ["partner", "partner_iso3", "importer", "destination"],
        ["product"] = ["product", "hs6", "hs4", "hs2", "hs", "cn8", "code", "commodity", "cmd_code"],
        ["period"] = ["period", "month", "time", "date", "year"],
        ["value"] = ["value", "value_usd", "value_eur", "trade", "trade_value", "export_eur", "export_usd", "eu27_export_eur", "eur", "usd", "primary_value"],
        ["quantity"] = ["quantity", "qty", "kg", "net_weight", "netweight", "weight"],
        ["flow"] = ["flow", "direction"],
        ["currency"] = ["currency"],
    }.ToImmutableDictionary();

    // Annual averages of the reference rates of the European Central Bank, USD per EUR.
    private static readonly ImmutableDictionary<int, double> EuroRates = new Dictionary<int, double>
    {
        [2015] = 1.1095,
        [2016] = 1.1069,
        [2017] = 1.1297,
        [2018] = 1.1810,
        [2019] = 1.1195,
        [2020] = 1.1422,
        [2021] = 1.1827,
        [2022] = 1.0530,
        [2023] = 1.0813,
        [2024] = 1.0824,
    }.ToImmutableDictionary();

    private readonly Database _database = new();
    private readonly LeakData _data;
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    private LeakReader(LeakData data) => _data = data;

    /// <summary>Reads the trade.</summary>
    /// <exception cref="InputException">A file cannot be read, a column is missing, or what stands there may not.</exception>
    public static TradePanel Read(LeakData data)
    {
        using var reader = new LeakReader(data);
        return reader.Read();
    }

    public void Dispose() => _database.Dispose();

    private string Source => _data.Files[0];

    private TradePanel Read()
    {
        Load();
        CheckNumbers();
        CheckProducts();
        CheckCurrency();
        Periods();
        Reporters();
        return Panel();
    }

    private void Load()
    {
        foreach (var file in _data.Files.Where(file => !File.Exists(file)))
            throw Wrong(file, 0, "there is no such file", "give tables of monthly or yearly trade");
        var isParquet = Source.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
        var list = $"[{string.Join(", ", _data.Files.Select(Database.Text))}]";
        var from = isParquet ? $"read_parquet({list}, union_by_name = true)" : $"read_csv({list}, all_varchar = true, header = true, nullstr = ['', 'NA', 'NaN', '.'], union_by_name = true)";
        try
        {
            var found = _database.All($"DESCRIBE SELECT * FROM {from}", row => row.GetString(0)).ToArray();
            foreach (var (what, known) in Names)
                Find(what, known, found);
            var select = _columns.Select(column => $"trim({Database.Name(column.Value)}::VARCHAR) AS {column.Key}");
            _database.Run($"CREATE TEMP TABLE trade AS SELECT row_number() OVER () + {(isParquet ? 0 : 1)} AS line, {string.Join(", ", select)} FROM {from}");
            _database.Run("SET enable_external_access = false");
        }
        catch (DuckDBException failure)
        {
            throw Wrong(Source, 0, $"cannot be read: {failure.Message.Split('\n')[0]}", "a table is CSV with a header line, or Parquet");
        }
    }

    private void Find(string what, string[] known, string[] found)
    {
        var name = _data.Columns.GetValueOrDefault(what);
        if (name is not null && !found.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw Wrong(Source, 0, $"has no column `{name}`; it has {string.Join(", ", found)}", $"name the column with {new Parameter("columns", $"{what}=NAME")}");
        name ??= known.FirstOrDefault(candidate => found.Contains(candidate, StringComparer.OrdinalIgnoreCase));
        if (name is not null)
            _columns[what] = found.First(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        else if (what is "partner" or "period" or "value")
            throw Wrong(Source, 0, $"has no column of the {what}; it has {string.Join(", ", found)}", $"name it with {new Parameter("columns", $"{what}=NAME")}");
    }

    private void CheckNumbers()
    {
        foreach (var what in ((string[])["value", "quantity"]).Where(_columns.ContainsKey))
        {
            var wrong = _database.All($"SELECT line, {what} FROM trade WHERE {what} IS NOT NULL AND (TRY_CAST({what} AS DOUBLE) IS NULL OR NOT isfinite(TRY_CAST({what} AS DOUBLE)) OR TRY_CAST({what} AS DOUBLE) < 0) ORDER BY 1 LIMIT 3", row => (Line: row.GetInt64(0), Text: row.GetString(1))).ToArray();
            if (wrong.Length > 0)
                throw new InputException([.. wrong.Select(one => new InputProblem(Source, (int)one.Line, 0, one.Text.StartsWith('-') ? $"the {what} is {one.Text}, and trade is never below zero" : $"`{one.Text}` is no {what}", one.Text.StartsWith('-') ? "correct the row, or take a correction off the month that it belongs to" : "write a number such as 1234.5, or leave the cell empty"))]);
        }

        var missing = _database.Number("SELECT count(*) FROM trade WHERE value IS NULL");
        if (missing > 0)
            _notes.Add(FormattableString.Invariant($"{missing:N0} rows have no value: their partner, product group and month are left out, since what is missing is not zero."));
    }

    private void CheckProducts()
    {
        if (!_columns.ContainsKey("product"))
        {
            if (_data.By != ProductGroups.None)
                throw Wrong(Source, 0, "has no column of products", $"name it with {new Parameter("columns", "product=NAME")}, or look at all products together with {new Parameter("by", "none")}");
            return;
        }

        var wrong = _database.All("SELECT line, product FROM trade WHERE length(product) % 2 = 1 OR regexp_matches(product, '[^0-9]') OR length(product) > 10 OR product IS NULL ORDER BY 1 LIMIT 3", row => (Line: row.GetInt64(0), Text: row.IsDBNull(1) ? "" : row.GetString(1))).ToArray();
        if (wrong.Length > 0)
            throw new InputException([.. wrong.Select(one => new InputProblem(Source, (int)one.Line, 0, one.Text.All(char.IsAsciiDigit) ? $"the product code `{one.Text}` has {one.Text.Length} digits" : $"`{one.Text}` is no product code", one.Text.All(char.IsAsciiDigit) ? $"codes of the Harmonized System have 2, 4, 6, 8 or 10: a zero was lost in front, so keep the column as text (`0{one.Text}`)" : "write digits alone, such as 854231"))]);
        var shortest = _database.Number("SELECT min(length(product)) FROM trade");
        var needed = _data.By switch { ProductGroups.Hs4 => 4, ProductGroups.Hs6 or ProductGroups.Tier => 6, ProductGroups.Hs2 or ProductGroups.Sector => 2, _ => 0 };
        if (shortest < needed)
            throw new Parameter("by").Wrong(FormattableString.Invariant($"some codes have {shortest} digits, and groups need {needed}"), "choose coarser groups");
    }

    private void CheckCurrency()
    {
        if (!_columns.ContainsKey("currency"))
            return;
        var found = _database.All("SELECT DISTINCT upper(currency) FROM trade WHERE currency IS NOT NULL ORDER BY 1", row => row.GetString(0)).ToArray();
        if (found.Length > 1)
            throw Wrong(Source, 0, $"holds values in {string.Join(", ", found)}", "bring them to one currency first: sums of several mean nothing");
    }

    // A month is its year times twelve and its number less one; a year alone is its first month.
    private void Periods()
    {
        _database.Run("ALTER TABLE trade ADD COLUMN month_no INTEGER");
        _database.Run("""
            UPDATE trade SET month_no = CASE
                WHEN regexp_full_match(period, '\d{4}') THEN period::INTEGER * 12
                WHEN regexp_full_match(period, '\d{4}[-/M]?\d{2}([-/]\d{2})?') THEN substr(period, 1, 4)::INTEGER * 12 + regexp_extract(period, '^\d{4}[-/M]?(\d{2})', 1)::INTEGER - 1
                END
            """);
        var wrong = _database.All("SELECT line, period FROM trade WHERE month_no IS NULL OR TRY_CAST(regexp_extract(period, '^\\d{4}[-/M]?(\\d{2})', 1) AS INTEGER) NOT BETWEEN 1 AND 12 ORDER BY 1 LIMIT 3", row => (Line: row.GetInt64(0), Text: row.IsDBNull(1) ? "" : row.GetString(1))).ToArray();
        if (wrong.Length > 0)
            throw new InputException([.. wrong.Select(one => new InputProblem(Source, (int)one.Line, 0, $"`{one.Text}` is no month", "write months as 2021-03, or years as 2021"))]);
    }

    private void Reporters()
    {
        if (!_columns.ContainsKey("reporter"))
        {
            _database.Run("ALTER TABLE trade ADD COLUMN reporter VARCHAR");
            _database.Run("UPDATE trade SET reporter = 'all'");
        }

        var sums = _database.All("SELECT DISTINCT reporter FROM trade WHERE reporter SIMILAR TO '(EU|EA|EUR)[0-9_]*.*' OR reporter = 'WLD' ORDER BY 1", row => row.GetString(0)).ToArray();
        var all = _database.Number("SELECT count(DISTINCT reporter) FROM trade");
        if (sums.Length > 0 && all > sums.Length && _data.Coalition.IsEmpty)
            throw Wrong(Source, 0, $"the reporter {sums[0]} is a sum of others that are there as well", $"name the reporters that are added up with {new Parameter("coalition", "A,B,...")}, or {sums[0]} alone");
        var isOut = _columns.ContainsKey("flow") ? "lower(flow) LIKE 'e%' OR lower(flow) LIKE 'x%'" : "true";
        var coalition = _data.Coalition.IsEmpty
            ? $"reporter NOT IN (SELECT DISTINCT partner FROM trade WHERE ({isOut}) AND partner IS NOT NULL)"
            : $"reporter IN ({string.Join(", ", _data.Coalition.Select(Database.Text))})";
        _database.Run($"CREATE TEMP TABLE sold AS SELECT * FROM trade WHERE ({isOut}) AND {coalition}");
        var months = _database.All("SELECT DISTINCT month_no FROM sold ORDER BY 1", row => row.GetInt32(0)).ToArray();
        if (months.Length == 0)
            throw Wrong(Source, 0, "holds no exports of the coalition", $"name its reporters with {new Parameter("coalition", "A,B,...")}");
        var part = _database.All("SELECT reporter, count(DISTINCT month_no), max(month_no), sum(value::DOUBLE) / (SELECT sum(value::DOUBLE) FROM sold) FROM sold GROUP BY 1 ORDER BY 1", row => (Name: row.GetString(0), Months: row.GetInt64(1), Last: row.GetInt32(2), Share: row.IsDBNull(3) ? 0 : row.GetDouble(3)))
            .Where(one => one.Months < months.Length).ToArray();
        if (part.Length == _database.Number("SELECT count(DISTINCT reporter) FROM sold"))
            throw Wrong(Source, 0, "no reporter reports in every month", "leave out the months in which some do not report, or the reporters that do not");
        foreach (var one in part)
        {
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"{one.Name} is left out ({100 * one.Share:0.0} percent of the trade): it reports in {one.Months} of {months.Length} months{(one.Last < months[^1] ? $", the last {TradePanel.Month(one.Last)}" : "")}, and what is not reported is no fall."));
            _database.Run($"DELETE FROM sold WHERE reporter = {Database.Text(one.Name)}");
        }

        var isYearly = months.All(at => at % 12 == 0);
        var gaps = Enumerable.Range(months[0], months[^1] - months[0] + 1).Where(at => (!isYearly || at % 12 == 0) && Array.BinarySearch(months, at) < 0).ToArray();
        if (gaps.Length > 0)
            _notes.Add($"Nobody reports {string.Join(", ", gaps.Take(6).Select(TradePanel.Month))}{(gaps.Length > 6 ? FormattableString.Invariant($" and {gaps.Length - 6} other months") : "")}: they are left out, since a missing month is not a zero.");
    }

    private TradePanel Panel()
    {
        var group = _data.By switch
        {
            ProductGroups.Hs2 => "substr(product, 1, 2)",
            ProductGroups.Hs4 => "substr(product, 1, 4)",
            ProductGroups.Hs6 => "substr(product, 1, 6)",
            ProductGroups.Tier => "coalesce(tier, 'unlisted')",
            ProductGroups.Sector => "coalesce(sector, 'none')",
            _ => "'all'",
        };
        AddLists();
        var isListed = _columns.ContainsKey("product") && !_data.List.IsEmpty;
        var only = _data.ListedAlone && isListed ? "tier IS NOT NULL" : "true";
        var partners = Strings($"SELECT DISTINCT partner FROM sold WHERE partner IS NOT NULL AND {only} ORDER BY 1");
        var products = Strings($"SELECT DISTINCT {group} FROM sold WHERE {only} ORDER BY 1");
        if (partners.IsEmpty || products.IsEmpty)
            throw Wrong(Source, 0, "holds no product on the list", $"give another list with {new Parameter("list", "FILE")}");
        var months = _database.All("SELECT DISTINCT month_no FROM sold ORDER BY 1", row => row.GetInt32(0)).ToImmutableArray();
        var panel = new TradePanel(partners, products, months, new double[(long)partners.Length * products.Length * months.Length])
        {
            Rates = [.. months.Select(Rate)],
            Listed = isListed ? Listed(group, products) : [],
        };
        Fill(panel, panel.Values, $"SELECT partner, {group} AS grp, month_no, sum(value::DOUBLE), count(*) FILTER (value IS NULL) FROM sold WHERE {only} GROUP BY ALL");
        var quantities = _columns.ContainsKey("quantity") ? new double[panel.Values.Length] : null;
        if (quantities is not null)
            Fill(panel, quantities, $"SELECT partner, {group} AS grp, month_no, sum(quantity::DOUBLE), 0 FROM sold WHERE {only} GROUP BY ALL");
        return Mirrors(panel with { Quantities = quantities, Notes = [.. _notes] }, group, only);
    }

    private TradePanel Mirrors(TradePanel panel, string group, string only)
    {
        var isOut = _columns.ContainsKey("flow") ? "(lower(flow) LIKE 'e%' OR lower(flow) LIKE 'x%')" : "true";
        var targets = string.Join(", ", _data.Targets.Select(Database.Text).DefaultIfEmpty("''"));
        var own = "reporter IN (SELECT DISTINCT partner FROM sold)";
        if (_database.Number($"SELECT count(*) FROM trade WHERE {own} AND {isOut} AND partner IN ({targets}) AND {only}") > 0)
        {
            panel = panel with { SoldOn = new double[panel.Values.Length] };
            Fill(panel, panel.SoldOn, $"SELECT reporter AS partner, {group} AS grp, month_no, sum(value::DOUBLE), 0 FROM trade WHERE {own} AND {isOut} AND partner IN ({targets}) AND {only} GROUP BY ALL");
        }

        if (_columns.ContainsKey("flow") && _database.Number($"SELECT count(*) FROM trade WHERE {own} AND NOT {isOut} AND {only} AND partner IN (SELECT DISTINCT reporter FROM sold)") > 0)
        {
            panel = panel with { Recorded = new double[panel.Values.Length] };
            Fill(panel, panel.Recorded, $"SELECT reporter AS partner, {group} AS grp, month_no, sum(value::DOUBLE), 0 FROM trade WHERE {own} AND NOT {isOut} AND {only} AND partner IN (SELECT DISTINCT reporter FROM sold) GROUP BY ALL");
        }

        return panel;
    }

    private void Fill(TradePanel panel, double[] into, string sql)
    {
        var (partners, products, months) = (Places(panel.Partners), Places(panel.Products), panel.Months.Select((at, k) => (at, k)).ToDictionary(one => one.at, one => one.k));
        using var rows = _database.Query(sql);
        while (rows.Read())
        {
            if (rows.IsDBNull(0) || rows.IsDBNull(1) || !partners.TryGetValue(rows.GetString(0), out var c) || !products.TryGetValue(rows.GetString(1), out var g) || !months.TryGetValue(rows.GetInt32(2), out var m))
                continue;
            into[panel.At(c, g, m)] = Convert.ToInt64(rows.GetValue(4), CultureInfo.InvariantCulture) > 0 ? double.NaN : rows.IsDBNull(3) ? 0 : rows.GetDouble(3);
        }
    }

    private void AddLists()
    {
        foreach (var table in (string[])["sold", "trade"])
        {
            _database.Run($"ALTER TABLE {table} ADD COLUMN tier VARCHAR");
            _database.Run($"ALTER TABLE {table} ADD COLUMN sector VARCHAR");
            if (!_columns.ContainsKey("product"))
                continue;
            foreach (var codes in _data.List.GroupBy(one => one.Code.Length))
                _database.Run($"UPDATE {table} SET tier = listed.tier FROM (VALUES {string.Join(", ", codes.DistinctBy(one => one.Code).Select(one => $"({Database.Text(one.Code)}, {Database.Text(one.Tier.Length == 0 ? "listed" : $"tier {one.Tier}")})"))}) AS listed(code, tier) WHERE substr({table}.product, 1, {codes.Key}) = listed.code");
            if (_data.By != ProductGroups.Sector)
                continue;
            var places = Strings($"SELECT DISTINCT product FROM {table}").Select(code => (Code: code, Place: HsConcordance.Find(code))).Where(one => one.Place is not null).ToArray();
            foreach (var some in places.Chunk(1000))
                _database.Run($"UPDATE {table} SET sector = placed.sector FROM (VALUES {string.Join(", ", some.Select(one => $"({Database.Text(one.Code)}, {Database.Text(one.Place!.Sector)})"))}) AS placed(code, sector) WHERE {table}.product = placed.code");
        }
    }

    private ImmutableArray<double> Listed(string group, ImmutableArray<string> products)
    {
        var shares = _database.All($"SELECT {group}, coalesce(sum(value::DOUBLE) FILTER (tier IS NOT NULL), 0) / greatest(sum(value::DOUBLE), 1e-300) FROM sold GROUP BY 1", row => (row.GetString(0), row.IsDBNull(1) ? 0 : row.GetDouble(1))).ToDictionary(one => one.Item1, one => one.Item2);
        return [.. products.Select(product => shares.GetValueOrDefault(product))];
    }

    private double Rate(int month)
    {
        if (_data.Rate is { } rate)
            return rate;
        var isEuro = _columns["value"].Contains("eur", StringComparison.OrdinalIgnoreCase)
            || (_columns.ContainsKey("currency") && _database.All("SELECT upper(currency) FROM trade LIMIT 1", row => row.GetString(0)).FirstOrDefault() == "EUR");
        if (!isEuro)
            return 1;
        return EuroRates.TryGetValue(month / 12, out var euro) ? euro : throw new Parameter("rate").Wrong(FormattableString.Invariant($"the values are in EUR, and no rate is known for {month / 12}"), "give the USD for one EUR");
    }

    private ImmutableArray<string> Strings(string sql) => [.. _database.All(sql, row => row.GetString(0))];

    private static Dictionary<string, int> Places(ImmutableArray<string> labels) => labels.Select((label, k) => (label, k)).ToDictionary(one => one.label, one => one.k, StringComparer.Ordinal);

    private static InputException Wrong(string source, int line, string message, string hint) => new(new InputProblem(source, line, 0, message, hint));
}
