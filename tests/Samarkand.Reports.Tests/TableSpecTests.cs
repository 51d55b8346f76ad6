using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Samarkand.Effects;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Tests;

/// <summary>Every table is declared in full, and the tables that are made are those that are declared.</summary>
public class TableSpecTests
{
    private static readonly string[] KnownUnits =
        [.. typeof(Units).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly Lazy<CaseTables> Solved = new(() => new CaseTables(Answers.Tariff, HorizonAnswer.All(Answers.Tariff)));

    /// <summary>What a reader finds in docs/tables.md: where tables come from, then each.</summary>
    private static readonly (string Heading, ImmutableArray<Declared> Tables)[] Families =
    [
        ("Of a case: `run`, `simulate`, `routes`, `align`", Declare(CaseTables.All)),
        ("Of a coalition: `coalition`", Declare(CoalitionTables.All)),
        ("Of instruments and channels: `explain`", Declare(ExplanationTables.All)),
        ("Of a design: `design`", Declare(DesignTables.All)),
        ("Of dependence: `dependence`", [.. Declare(DependenceTables.All), .. Declare([DependenceTables.OfMatrix])]),
        ("Of draws: `sweep`", Declare(EnsembleTables.All)),
        ("Of many cases: `batch`", Declare(ScenarioTables.Own)),
        ("Of trade data: `gravity`", Declare(GravityTables.All)),
        ("Of customs data: `leaks`", Declare(LeakTables.All)),
        ("For people alone: the page and the text", [.. Declare(TargetTables.All), .. Declare([TimelineTable.BySide]), .. Declare([EnsembleTables.Priors])]),
    ];

    [Fact]
    public void Every_column_has_a_heading_a_unit_and_a_meaning()
    {
        var columns = Families.SelectMany(family => family.Tables).SelectMany(table => table.Columns.Select(column => (table.Name, Column: column))).ToArray();
        Assert.True(columns.Length > 200);
        Assert.All(columns, declared =>
        {
            var (table, column) = declared;
            var name = $"{table}.{column.Name}";
            Assert.True(column.Heading.Length > 0, name);
            Assert.True(KnownUnits.Contains(column.Unit), $"{name}: {column.Unit}");
            Assert.True(column.Meaning.EndsWith('.') && column.Meaning.Length > 8 && !char.IsLower(column.Meaning[0]), $"{name}: {column.Meaning}");
            Assert.Matches("^[a-z0-9_*]+$", column.Name);
            // The suffix and the unit say the same.
            Assert.Equal(column.Name.Contains("_musd", StringComparison.Ordinal), column.Unit is Units.MillionUsd or Units.MillionUsdMonth);
            if (column.Name.EndsWith("_pct", StringComparison.Ordinal))
                Assert.Equal((Units.Percent, name), (column.Unit, name));
        });
    }

    [Fact]
    public void No_name_stands_twice()
    {
        var names = Families.SelectMany(family => family.Tables).Select(table => table.Name).ToArray();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(Families.SelectMany(family => family.Tables), table => Assert.Equal(table.Columns.Select(column => column.Name).Distinct(StringComparer.Ordinal), table.Columns.Select(column => column.Name)));
    }

    [Fact]
    public void What_is_made_is_what_is_declared()
    {
        foreach (var spec in CaseTables.All.Where(spec => Solved.Value.Holds(spec.Name)))
        {
            var table = spec.Make(Solved.Value);
            Assert.Equal(spec.Name, table.Name);
            Assert.True(table.RowCount > 0 || spec.Name is "over-compliance" or "commitments" or "conduits" or "conduit-sectors" or "routes" or "routes-back", spec.Name);
            Assert.All(table.Columns, column =>
            {
                Assert.Equal(table.RowCount, column.Count);
                var declared = spec.Columns.Single(one => one.Name == column.Name || (one.Name.StartsWith('*') && column.Name.EndsWith(one.Name[1..], StringComparison.Ordinal)));
                Assert.Equal((declared.Unit, declared.Meaning, declared.IsNumber), (column.Unit, column.Meaning, column is NumberColumn));
                Assert.Equal(declared.HasName, column is TextColumn { Names: not null });
            });
            Assert.Equal(spec.Columns.Where(column => !column.Name.Contains('*')).Select(column => column.Name), table.Columns.Select(column => column.Name).Where(name => spec.Columns.Any(column => column.Name == name)));
        }
    }

    [Fact]
    public void Codes_have_names_but_for_those_that_stand_together()
    {
        string[] together = ["members", "direction", "others_that_move"];
        Assert.All(Families.SelectMany(family => family.Tables).SelectMany(table => table.Columns), column =>
            Assert.Equal(column.HasName, column.Unit == Units.Code && !together.Contains(column.Name)));
        var table = Solved.Value.Make("sector-output").WithNames();
        Assert.Equal(["region_name", "sector_name"], table.Columns[^2..].Select(column => column.Name));
        Assert.Equal("Australia", table.Texts("region_name")[0]);
        Assert.All(table.Columns, column => Assert.True(column.Unit.Length > 0 && column.Meaning.EndsWith('.'), column.Name));
    }

    [Fact]
    public void What_was_not_solved_or_declared_is_told()
    {
        var alone = new CaseTables(Answers.Tariff, []);
        Assert.Contains("horizons", Assert.Throws<ArgumentException>(() => alone.Make("horizons")).Message, StringComparison.Ordinal);
        Assert.Contains("months", Assert.Throws<ArgumentException>(() => alone.Make("timeline")).Message, StringComparison.Ordinal);
        Assert.Contains("game of stances", Assert.Throws<ArgumentException>(() => alone.Make("payoffs")).Message, StringComparison.Ordinal);
        Assert.Contains("`efects`", Assert.Throws<ArgumentException>(() => alone.Make("efects")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_docs_list_every_table_with_its_columns() => Documented.Same("tables.md", Page());

    private static ImmutableArray<Declared> Declare<TStudy>(ImmutableArray<TableSpec<TStudy>> specs) =>
        [.. specs.Select(spec => new Declared(spec.Name, spec.Title, spec.Columns))];

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Tables

            Every table, with its columns: the name that CSV, JSON and Parquet use, the heading that people see, what it counts in, and what it
            means. `samarkand COMMAND --table NAME` prints one, and [guide.md](guide.md#numbers-out) says in which forms. Names and the order of columns
            stay. A value that does not exist is an empty cell in CSV, `null` in JSON. A `*` in a name stands for what the column is about.
            Money is in million USD a year, with world value added as the unit of account; where data are looked at in place of a world, in million
            USD a month, as the data have it.

            Codes of regions and sectors have their names beside them: those columns stand at the end of a file, after all others, in the order
            of the codes. Both names stand together in the lists here.

            `samarkand batch` gives the tables of a case of many cases beneath each other. They begin with the column `scenario` of its own tables,
            and a column for each varied number, called by its path.

            This page comes from the declarations in the code; a test compares the two.

            """);
        foreach (var (heading, tables) in Families)
        {
            page.Append($"\n## {heading}\n");
            foreach (var table in tables)
            {
                page.Append($"\n### {table.Name}\n\n{table.Title}.\n\n| column | heading | unit | meaning |\n| --- | --- | --- | --- |\n");
                foreach (var column in table.Columns)
                    page.Append($"| `{column.Name}`{(column.HasName ? $", `{column.Name}_name`" : "")} | {column.Heading} | {column.Unit} | {column.Meaning}{(column.Where.Length == 0 ? "" : $" Only {column.Where}.")} |\n");
            }
        }

        return page.ToString();
    }

    private sealed record Declared(string Name, string Title, ImmutableArray<ColumnSpec> Columns);
}
