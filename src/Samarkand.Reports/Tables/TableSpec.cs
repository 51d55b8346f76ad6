using System.Collections.Immutable;

namespace Samarkand.Reports.Tables;

/// <summary>
/// A table of a study, declared once: lists of tables, folders of results, documents, pages and the reference in <c>docs/tables.md</c> all
/// come from here.
/// </summary>
/// <typeparam name="TStudy">What the table is made of.</typeparam>
public sealed class TableSpec<TStudy>
{
    // Most runs ask for a table or two, and for the names of all.
    private readonly Lazy<TableShape<TStudy>> _shape;

    internal TableSpec(string name, string title, Func<TableShape<TStudy>> shape) => (Name, Title, _shape) = (name, title, new(shape));

    /// <summary>The stable name that <c>--table</c> takes.</summary>
    public string Name { get; }

    /// <summary>One line for people.</summary>
    public string Title { get; }

    /// <summary>The columns that it can have.</summary>
    internal ImmutableArray<ColumnSpec> Columns => _shape.Value.Columns;

    /// <summary>Makes the table.</summary>
    public Table Make(TStudy study) => new(Name, _shape.Value.TitleOf?.Invoke(study) ?? Title, _shape.Value.Make(study));

    /// <summary>The same table of something that holds the study.</summary>
    internal TableSpec<TOther> From<TOther>(Func<TOther, TStudy> study) => new(Name, Title, () =>
    {
        var shape = _shape.Value;
        return new TableShape<TOther>(shape.Columns, other => shape.Make(study(other)), shape.TitleOf is { } title ? other => title(study(other)) : null);
    });
}

/// <summary>What a table is made of.</summary>
/// <param name="Columns">The columns that it can have.</param>
/// <param name="Make">Makes those that it has.</param>
/// <param name="TitleOf">A title that says what the study is about, or null.</param>
internal sealed record TableShape<TStudy>(ImmutableArray<ColumnSpec> Columns, Func<TStudy, ImmutableArray<Column>> Make, Func<TStudy, string>? TitleOf = null);

/// <summary>A column of a table: its name, its heading, what it counts in and what it means, in one place.</summary>
/// <param name="Name">The stable name; with a <c>*</c> it stands for several columns, of which each has its own part there.</param>
/// <param name="Heading">The heading for people.</param>
/// <param name="Unit">What it counts in, as in <see cref="Units"/>.</param>
/// <param name="Meaning">What a value means, in a sentence.</param>
/// <param name="IsNumber">True for numbers, false for texts.</param>
internal sealed record ColumnSpec(string Name, string Heading, string Unit, string Meaning, bool IsNumber)
{
    /// <summary>True for codes whose names stand in a column of their own at the end of a file.</summary>
    public bool HasName { get; init; }

    /// <summary>Where a table has the column; empty where always.</summary>
    public string Where { get; init; } = "";
}

/// <summary>Lists of tables.</summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Explanation;
/// using Samarkand.Cases;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
/// var explanation = CaseExplanation.Of(bound);
/// var table = ExplanationTables.All.Make("channel-totals", new ExplainedRegions(explanation, [bound.Target]));
/// Console.WriteLine($"{table.Title}: {table.RowCount} rows");
/// </code>
/// </example>
public static class TableSpecs
{
    /// <summary>The table of that name.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static TableSpec<TStudy> Find<TStudy>(this ImmutableArray<TableSpec<TStudy>> tables, string name) =>
        tables.FirstOrDefault(table => table.Name == name) ?? throw new ArgumentException($"there is no table `{name}`", nameof(name));

    /// <summary>Makes the table of that name.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static Table Make<TStudy>(this ImmutableArray<TableSpec<TStudy>> tables, string name, TStudy study) => tables.Find(name).Make(study);

    /// <summary>Whether there is a table of that name.</summary>
    public static bool Has<TStudy>(this ImmutableArray<TableSpec<TStudy>> tables, string name) => tables.Any(table => table.Name == name);
}
