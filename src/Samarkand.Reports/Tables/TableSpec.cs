using System.Collections.Immutable;

namespace Samarkand.Reports.Tables;

/// <summary>
/// A table of a study, declared once: lists of tables, folders of results, documents, pages and the reference in <c>docs/tables.md</c> all
/// come from here.
/// </summary>
/// <typeparam name="TStudy">What the table is made of.</typeparam>
/// <param name="Name">The stable name that <c>--table</c> takes.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Columns">The columns that it can have.</param>
/// <param name="Make">Makes it.</param>
public sealed record TableSpec<TStudy>(string Name, string Title, ImmutableArray<ColumnSpec> Columns, Func<TStudy, Table> Make)
{
    /// <summary>The same table of something that holds the study.</summary>
    public TableSpec<TOther> From<TOther>(Func<TOther, TStudy> study)
    {
        var make = Make;
        return new TableSpec<TOther>(Name, Title, Columns, other => make(study(other)));
    }
}

/// <summary>A column of a table: its name, its heading, what it counts in and what it means, in one place.</summary>
/// <param name="Name">The stable name; with a <c>*</c> it stands for several columns, of which each has its own part there.</param>
/// <param name="Heading">The heading for people.</param>
/// <param name="Unit">What it counts in, as in <see cref="Units"/>.</param>
/// <param name="Meaning">What a value means, in a sentence.</param>
/// <param name="IsNumber">True for numbers, false for texts.</param>
public sealed record ColumnSpec(string Name, string Heading, string Unit, string Meaning, bool IsNumber)
{
    /// <summary>True for codes whose names stand in a column of their own at the end of a file.</summary>
    public bool HasName { get; init; }

    /// <summary>Where a table has the column; empty where always.</summary>
    public string Where { get; init; } = "";
}

/// <summary>Lists of tables.</summary>
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
