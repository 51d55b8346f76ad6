using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;

namespace Samarkand.Estimation.Data;

/// <summary>Reads what a formula names from tables, row by row, through DuckDB.</summary>
internal sealed class SampleReader : IDisposable
{
    private const string Line = "samarkand_row";
    private const string Missing = "['', 'NA', 'NaN', 'nan', 'NULL', '.']";

    // A quarter of what DuckDB takes for a piece of a file.
    private const string Buffer = "8388608";

    private static readonly string[] CsvEndings = [".csv", ".tsv", ".tab", ".txt", ".csv.gz", ".tsv.gz", ".tab.gz", ".txt.gz"];

    private readonly Database _database = new();
    private readonly DataQuestion _question;
    private readonly string _source;
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);

    private SampleReader(DataQuestion question) => (_question, _source) = (question, question.Files[0]);

    /// <summary>Reads the sample that a question asks for: the rows whose numbers are all there, in the order of the largest grouping.</summary>
    /// <exception cref="InputException">A file cannot be read, a column is missing, or a number is none or may not be.</exception>
    public static Sample Read(DataQuestion question, out ReadRows rows, CancellationToken cancellation = default)
    {
        Sample sample;
        using (var reader = new SampleReader(question))
            sample = reader.Read(out rows, cancellation);
        Design.Arrange(sample);
        return sample;
    }

    public void Dispose() => _database.Dispose();

    private Sample Read(out ReadRows read, CancellationToken cancellation)
    {
        Load();
        var formula = _question.Formula;
        var terms = (Term[])[formula.Response, .. formula.Terms, .. Extra(_question.Weights), .. Extra(_question.Offset)];
        var groups = Groups().Distinct().ToArray();
        var numbers = terms.Select(Sql).ToArray();
        CheckResponse(numbers[0]);
        foreach (var (term, sql) in terms.Zip(numbers).Skip(1))
            CheckFinite(term, sql);
        for (var g = 0; g < groups.Length; g++)
            _database.Run($"CREATE TYPE group_{g} AS ENUM (SELECT DISTINCT {Database.Name(groups[g])} FROM data WHERE {Database.Name(groups[g])} IS NOT NULL ORDER BY 1)");
        var needed = string.Join(" AND ", numbers.Select(sql => $"({sql}) IS NOT NULL").Concat(groups.Select(group => $"{Database.Name(group)} IS NOT NULL")).DefaultIfEmpty("true"));
        var all = _database.Number("SELECT count(*) FROM data");
        var usable = _database.Number($"SELECT count(*) FROM data WHERE {needed}");
        if (usable == 0)
            throw Wrong(_source, all == 0 ? "holds no row that is asked for" : "holds no row whose numbers and groups are all there", all == 0 ? "look at the condition and the interval" : "look at the columns that the formula names: empty cells and NA are missing");
        if (usable > 500_000_000)
            throw Wrong(_source, FormattableString.Invariant($"holds {usable:N0} rows, and 500,000,000 may be estimated at once"), "leave rows out with a condition, or add them up first");
        read = new ReadRows(all, all - usable);
        return Rows(numbers, groups, needed, (int)usable, cancellation);
    }

    private Sample Rows(string[] numbers, string[] groups, string needed, int count, CancellationToken cancellation)
    {
        var formula = _question.Formula;
        var values = numbers.Select(_ => new double[count]).ToArray();
        var codes = groups.Select(_ => new int[count]).ToArray();
        var select = string.Join(", ", numbers.Select(sql => $"({sql})::DOUBLE").Concat(groups.Select((group, g) => $"enum_code({Database.Name(group)}::group_{g})::INTEGER")));
        using (var rows = _database.Query($"SELECT {select} FROM data WHERE {needed}"))
        {
            for (var i = 0; rows.Read(); i++)
            {
                if ((i & 0xFFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                for (var k = 0; k < values.Length; k++)
                    values[k][i] = rows.GetDouble(k);
                for (var g = 0; g < codes.Length; g++)
                    codes[g][i] = rows.GetInt32(values.Length + g);
            }
        }

        var labels = groups.Select((_, g) => _database.All($"SELECT unnest(enum_range(NULL::group_{g}))::VARCHAR", row => row.GetString(0)).ToImmutableArray()).ToArray();
        var uses = Groups().CountBy(name => name).ToDictionary();
        Grouping Group(GroupName name)
        {
            var parts = name.Columns.Select(column => Array.IndexOf(groups, Find(column.Text))).Select(g => Grouping.Compact(groups[g], uses[groups[g]] == 1 ? codes[g] : (int[])codes[g].Clone(), labels[g].Length, labels[g])).ToArray();
            return parts.Aggregate((one, other) => one.Across(other)) with { Name = name.Name };
        }

        var at = 1 + formula.Terms.Length;
        return new Sample(formula.Response.Name, values[0], [.. formula.Terms.Select((term, k) => new Regressor(term.Name, values[k + 1]))], [.. formula.Effects.Select(Group)])
        {
            Clusters = [.. _question.Clusters.Select(Group)],
            Carried = [.. _question.Carried.Select(Group)],
            Weights = _question.Weights is null ? null : values[at++],
            Offset = _question.Offset is null ? null : values[at],
        };
    }

    private void Load()
    {
        _database.Run("CREATE TEMP MACRO ln_or_none(x) AS CASE WHEN x > 0 THEN ln(x) ELSE 'NaN'::DOUBLE END");
        _database.Run("CREATE TEMP MACRO log10_or_none(x) AS CASE WHEN x > 0 THEN log10(x) ELSE 'NaN'::DOUBLE END");
        _database.Run("CREATE TEMP MACRO sqrt_or_none(x) AS CASE WHEN x >= 0 THEN sqrt(x) ELSE 'NaN'::DOUBLE END");
        foreach (var file in _question.Files)
            Inspect(file);
        var isParquet = IsParquet(_source);
        if (_question.Files.Any(file => IsParquet(file) != isParquet))
            throw Wrong(_question.Files.First(file => IsParquet(file) != isParquet), "is of another kind than the first file", "give files of one kind: all CSV, or all Parquet");
        var list = $"[{string.Join(", ", _question.Files.Select(file => Database.Text(Escaped(file))))}]";
        var from = isParquet ? $"read_parquet({list}, union_by_name = true)" : $"read_csv({list}, all_varchar = true, header = true, nullstr = {Missing}, union_by_name = true, buffer_size = {Buffer})";
        try
        {
            foreach (var name in _database.All($"DESCRIBE SELECT * FROM {from}", row => row.GetString(0)))
                _columns[name] = name;
            if (_question.Where is null)
            {
                Take($"(SELECT row_number() OVER () AS {Line}, * FROM {from})", isParquet ? name => $"{name}::VARCHAR" : name => $"trim({name})");
            }
            else
            {
                // A condition sees every column, and numbers as numbers.
                var source = isParquet ? from : $"read_csv({list}, header = true, nullstr = {Missing}, union_by_name = true, buffer_size = {Buffer}, sample_size = -1)";
                _database.Run($"CREATE TEMP TABLE whole AS SELECT row_number() OVER () AS {Line}, * FROM {source}");
            }

            // From here on no condition can read another file.
            _database.Run("SET enable_external_access = false");
        }
        catch (DuckDBException failure)
        {
            throw Wrong(_source, $"cannot be read: {failure.Message.Split('\n')[0]}", "a table is CSV with a header line, or Parquet");
        }

        if (_question.Where is not null)
            Narrow();
        if (_question.Interval is { } interval)
            Thin(interval);
    }

    private void Narrow()
    {
        try
        {
            Take($"(SELECT * FROM whole WHERE ({_question.Where}))", name => $"{name}::VARCHAR");
        }
        catch (DuckDBException failure)
        {
            throw new Parameter("where").Wrong($"`{_question.Where}` is no condition on this table: {failure.Message.Split('\n')[0]}", "write it as in \"year >= 2000 and exporter <> importer\"");
        }

        _database.Run("DROP TABLE whole");
    }

    // The columns that are used, groups as text and numbers as numbers: text would take several times as much memory.
    private void Take(string source, Func<string, string> text)
    {
        var numbers = Numbers().Distinct().ToArray();
        string Text(string column) => text(Database.Name(column));
        var columns = numbers.Select(column => $"coalesce(TRY_CAST({Text(column)} AS DOUBLE), CASE WHEN {Text(column)} IS NOT NULL THEN 'NaN'::DOUBLE END) AS {Number(column)}")
            .Concat(Groups().Distinct().Select(column => $"{Text(column)} AS {Database.Name(column)}"));
        _database.Run($"CREATE TEMP TABLE data AS SELECT {string.Join(", ", columns.Prepend($"{Line}::INTEGER AS {Line}"))} FROM {source}");
        foreach (var column in numbers)
        {
            var wrong = _database.All($"SELECT {Line} FROM data WHERE NOT isfinite({Number(column)}) ORDER BY 1 LIMIT 3", row => (long)row.GetInt32(0)).ToArray();
            if (wrong.Length == 0)
                continue;
            var texts = _database.All($"SELECT {Line}, {Text(column)} FROM {source} WHERE {Line} IN ({string.Join(", ", wrong)}) ORDER BY 1", row => (Row: row.GetInt64(0), Text: row.GetString(1)));
            throw new InputException([.. texts.Select(one => new InputProblem(_source, At(one.Row), 0, $"`{one.Text}` in column '{column}' is no number", one.Text.Contains(',') ? "use a point for decimals and no separator of thousands" : "write a number such as 1234.5, or leave the cell empty"))]);
        }
    }

    private void Thin((string Column, int Years) interval)
    {
        var column = Number(Find(interval.Column));
        _database.Run(FormattableString.Invariant($"DELETE FROM data WHERE ((SELECT max({column}) FROM data) - {column}) % {interval.Years} <> 0"));
    }

    private IEnumerable<string> Numbers()
    {
        var formula = _question.Formula;
        var names = ((Term[])[formula.Response, .. formula.Terms, .. Extra(_question.Weights), .. Extra(_question.Offset)]).SelectMany(term => term.Columns).Select(column => column.Text);
        return (_question.Interval is { } interval ? names.Append(interval.Column) : names).Select(Find);
    }

    private IEnumerable<string> Groups() =>
        _question.Formula.Effects.Concat(_question.Clusters).Concat(_question.Carried).SelectMany(group => group.Columns).Select(column => Find(column.Text));

    private static string Number(string column) => Database.Name($"{column} as a number");

    private static IEnumerable<Term> Extra(Term? term) => term is null ? [] : [term];

    private void Inspect(string file)
    {
        if (Directory.Exists(file))
            throw Wrong(file, "is a folder", "give the files in it, one by one");
        if (!File.Exists(file))
            throw Wrong(file, "there is no such file", "give the table of the data first, then the formula");
        if (!IsParquet(file) && !Array.Exists(CsvEndings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            throw Wrong(file, $"has the ending '{Path.GetExtension(file)}'", "a table is .csv, .csv.gz or .parquet: save it as one of them");
    }

    private string Find(string name)
    {
        if (_columns.ContainsKey(name))
            return name;
        var same = _columns.Keys.Where(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (same.Length == 1)
            return same[0];
        throw Wrong(_source, $"has no column `{name}`", NearestName.Hint(name, [.. _columns.Keys]) ?? $"it has {string.Join(", ", _columns.Keys)}");
    }

    private string Sql(Term term) => string.Concat(term.Parts.Select(part => part.Kind switch
    {
        TokenKind.Column => Number(Find(part.Text)),
        TokenKind.Number => part.Text.Contains('.') || part.Text.Contains('e') ? part.Text : $"{part.Text}.0",
        TokenKind.Function => part.Text switch { "I" => "", "log" or "ln" => "ln_or_none", "sqrt" => "sqrt_or_none", "log10" => "log10_or_none", var name => name },
        _ => part.Text switch { ":" => "*", "^" => "**", var sign => sign },
    }));

    private void CheckResponse(string sql)
    {
        var wrong = _database.All($"SELECT {Line}, {sql} FROM data WHERE ({sql}) < 0 OR isnan({sql}) ORDER BY 1 LIMIT 3", row => (Row: row.GetInt32(0), Value: row.GetDouble(1))).ToArray();
        if (wrong.Length > 0)
            throw new InputException([.. wrong.Select(one => new InputProblem(_source, At(one.Row), 0, string.Create(CultureInfo.InvariantCulture, $"{_question.Formula.Response.Name} is {one.Value:R}, and trade is never below zero"), "correct the row, or leave it out with a condition"))]);
    }

    private void CheckFinite(Term term, string sql)
    {
        var wrong = _database.All($"SELECT {Line} FROM data WHERE NOT isfinite({sql}) ORDER BY 1 LIMIT 1", row => (long)row.GetInt32(0)).ToArray();
        if (wrong.Length > 0)
            throw new InputException(new InputProblem(_source, At(wrong[0]), 0, $"{term.Name} is no number in this row", "a logarithm needs a number above zero: correct the row, leave it out with a condition, or write ln(1 + x)"));
    }

    // The header is line 1 of a CSV file; of several files no line is known.
    private int At(long row) => _question.Files.Length > 1 ? 0 : (int)(IsParquet(_source) ? row : row + 1);

    private static bool IsParquet(string file) => file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    private static string Escaped(string path) => path
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("*", "[*]", StringComparison.Ordinal)
        .Replace("?", "[?]", StringComparison.Ordinal);

    private static InputException Wrong(string source, string message, string hint) => new(new InputProblem(source, 0, 0, message, hint));
}
