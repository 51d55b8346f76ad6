using System.Collections.Immutable;

namespace Samarkand.Reports.Tables;

/// <summary>A named table by columns. Its name and column names are stable: programs rely on them.</summary>
/// <param name="Name">The name that <c>--table</c> takes.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Columns">The columns, of equal length.</param>
public sealed record Table(string Name, string Title, ImmutableArray<Column> Columns)
{
    /// <summary>The number of rows.</summary>
    public int RowCount => Columns.IsEmpty ? 0 : Columns[0].Count;

    /// <summary>The values of a column of numbers.</summary>
    /// <exception cref="InvalidOperationException">There is no such column.</exception>
    internal double[] Numbers(string column) => Columns.OfType<NumberColumn>().Single(c => c.Name == column).Values;

    /// <summary>The values of a column of texts.</summary>
    /// <exception cref="InvalidOperationException">There is no such column.</exception>
    internal string[] Texts(string column) => Columns.OfType<TextColumn>().Single(c => c.Name == column).Values;

    /// <summary>The same with names beside codes: each column of codes has one of their names at the end, <c>region_name</c> for <c>region</c>.</summary>
    /// <remarks>The columns themselves stay where they are, so that programs find them by their place too.</remarks>
    public Table WithNames() => this with
    {
        Columns =
        [
            .. Columns.Select(column => column is TextColumn text ? text with { Names = null } : column),
            .. Columns.OfType<TextColumn>().Where(column => column.Names is not null).Select(column => column.Named()),
        ],
    };

    /// <summary>The same without some columns.</summary>
    internal Table Without(Predicate<Column> column) => this with { Columns = Columns.RemoveAll(column) };

    /// <summary>Some of the rows, in the order in which they are named.</summary>
    internal Table Pick(IReadOnlyList<int> rows) => this with { Columns = [.. Columns.Select(column => column.Pick(rows))] };
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The stable name, in snake case, with its unit as a suffix.</param>
/// <param name="Heading">The heading for people.</param>
public abstract record Column(string Name, string Heading)
{
    /// <summary>What it counts in, as in <see cref="Units"/>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What a value means, in a sentence.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The number of values.</summary>
    public abstract int Count { get; }

    internal abstract Column Pick(IReadOnlyList<int> rows);
}

/// <summary>A column of labels.</summary>
public sealed record TextColumn(string Name, string Heading, string[] Values) : Column(Name, Heading)
{
    /// <summary>What the values are called, where they are codes; or null.</summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override Column Pick(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };

    // A code that has no name, such as `all`, stands for itself.
    internal TextColumn Named() => new($"{Name}_name", $"{Heading} (name)", Array.ConvertAll(Values, code => Names!.GetValueOrDefault(code, code)))
    {
        Unit = Units.Name,
        Meaning = $"The name of what the column `{Name}` has the code of.",
    };
}

/// <summary>A column of numbers; NaN is a value that does not exist.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Heading">The heading for people.</param>
/// <param name="Values">The values.</param>
/// <param name="Digits">Digits after the point for people; other formats keep full precision.</param>
public sealed record NumberColumn(string Name, string Heading, double[] Values, int Digits) : Column(Name, Heading)
{
    /// <summary>How people see a value, as a .NET number format: digits after the point, thousands separated, unless said otherwise.</summary>
    public string Format { get; init; } = $"N{Digits}";

    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override Column Pick(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}
