using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Parquet;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Table = Samarkand.Reports.Tables.Table;
using Workbook = Samarkand.Reports.Documents.Workbooks.Workbook;

namespace Samarkand.Reports.Tests;

/// <summary>Tables as files: workbook, Parquet, and what stands beside a CSV.</summary>
public sealed class TableFileTests : IDisposable
{
    private const string Control = "a\u0001b <&> \"c\"\nd";

    private static readonly Table Awkward = new("awkward", "Awkward values",
    [
        new TextColumn("label", "Label", [Control, "", " spaced ", new string('x', 40_000)]) { Unit = Units.Text, Meaning = "A text." },
        new NumberColumn("value_pct", "Value %", [0.1 + 0.2, double.NaN, double.PositiveInfinity, -1e-300], 3) { Unit = Units.Percent, Meaning = "A number." },
        new NumberColumn("residual", "Residual", [1e-13, 2, 3, 4], 16) { Format = "0.0e+0", Unit = Units.Residual, Meaning = "A residual." },
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_workbook_opens_and_holds_a_sheet_for_each_table_with_title_headings_and_units()
    {
        var document = CaseDocuments.Report(new CaseTables(Answers.Tariff, []), null);
        using var file = Written(Workbook.Of(document).Write);
        using var package = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(["about", "effects", "groups"], Names(package));
        var effects = Answers.Tariff.Effects;
        Assert.Equal("Who pays: real income, prices and trade by region", Cell(package, "effects", "A1"));
        Assert.Equal(("Real income %", "percent"), (Cell(package, "effects", "B2"), Cell(package, "effects", "B3")));
        foreach (var region in effects.Regions)
        {
            var row = region.Region.Index + 4;
            Assert.Equal(effects.World.Code(region.Region), Cell(package, "effects", $"A{row}"));
            Assert.Equal(region.RealIncomePct, double.Parse(Cell(package, "effects", $"B{row}")!, CultureInfo.InvariantCulture));
            Assert.Equal(region.ImportsPct, double.Parse(Cell(package, "effects", $"H{row}")!, CultureInfo.InvariantCulture));
        }

        var about = Texts(package, "about").ToArray();
        Assert.Equal("A tariff", about[0]);
        Assert.Superset(Briefing.Of(Answers.Tariff).ToHashSet(), about.ToHashSet());
        Assert.Contains("Change of real income, income over the price index of consumption: what a year's income buys.", about);
    }

    [Fact]
    public void A_workbook_takes_what_is_awkward_and_is_the_same_each_time()
    {
        using var file = Written(new Workbook("Title", ["A line."], [Awkward]).Write);
        using var again = Written(new Workbook("Title", ["A line."], [Awkward]).Write);
        Assert.Equal(file.ToArray(), again.ToArray());
        using var package = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.Equal("a\uFFFDb <&> \"c\"\nd", Cell(package, "awkward", "A4"));
        Assert.Null(Cell(package, "awkward", "A5"));
        Assert.Equal(" spaced ", Cell(package, "awkward", "A6"));
        Assert.InRange(Cell(package, "awkward", "A7")!.Length, 32_000, 32_767);
        Assert.EndsWith("the CSV has all of it)", Cell(package, "awkward", "A7"), StringComparison.Ordinal);
        Assert.Equal(0.1 + 0.2, double.Parse(Cell(package, "awkward", "B4")!, CultureInfo.InvariantCulture));
        Assert.Null(Cell(package, "awkward", "B5"));
        Assert.Equal("infinite", Cell(package, "awkward", "B6"));
    }

    [Fact]
    public void A_table_that_is_longer_than_a_sheet_goes_on_in_the_next()
    {
        const int Rows = 1_048_580;
        var values = new double[Rows];
        values[^1] = 7;
        using var file = Written(new Workbook("Long", [], [new Table("long", "Long", [new NumberColumn("x", "X", values, 0)])]).Write);
        using var package = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Equal(["about", "long", "long 2"], Names(package));
        Assert.Equal("7", Cell(package, "long 2", "A10"));
    }

    [Fact]
    public async Task Parquet_reads_back_with_the_columns_in_order()
    {
        using var file = Written(stream => ParquetDocument.Write(Awkward, stream));
        var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        await using (reader)
        {
            Assert.Equal(["label", "value_pct", "residual"], reader.Schema.GetDataFields().Select(field => field.Name));
            Assert.Equal("Awkward values", reader.CustomMetadata["title"]);
            using var group = reader.OpenRowGroupReader(0);
            Assert.Equal(4, group.RowCount);
            var numbers = new double?[4];
            await group.ReadAsync<double>(reader.Schema.GetDataFields()[1], numbers.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal([0.1 + 0.2, null, double.PositiveInfinity, -1e-300], numbers);
        }
    }

    [Fact]
    public void Beside_each_csv_stands_what_it_is()
    {
        var tables = new CaseTables(Answers.Tariff, []);
        new TableFolder(_folder, "run", Answers.Tariff, ["package.0.rate=0.2", "--horizon=long", "--timeline"]).Write([tables.Make("effects"), tables.Make("groups")], ["xlsx", "parquet"], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["effects.csv", "effects.metadata.json", "effects.parquet", "groups.csv", "groups.metadata.json", "groups.parquet", "tables.xlsx"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "effects.metadata.json")));
        var root = json.RootElement;
        Assert.Equal(("effects", "effects.csv", 41), (root.GetProperty("table").GetString(), root.GetProperty("file").GetString(), root.GetProperty("rows").GetInt32()));
        Assert.Equal(File.ReadLines(Path.Combine(_folder, "effects.csv")).First().Split(','), root.GetProperty("columns").EnumerateObject().Select(column => column.Name));
        Assert.Equal("million USD a year", root.GetProperty("columns").GetProperty("ev_musd").GetProperty("unit").GetString());
        Assert.Equal("samarkand run case.yaml --set package.0.rate=0.2 --horizon=long --table effects --format csv", root.GetProperty("command").GetString());
        Assert.Equal("wiod-2011", root.GetProperty("world").GetProperty("name").GetString());
        Assert.NotEqual(0, root.GetProperty("sources").GetArrayLength());
    }

    private static MemoryStream Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<string> Names(SpreadsheetDocument package) => package.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!);

    private static Worksheet Sheet(SpreadsheetDocument package, string name)
    {
        var id = package.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)package.WorkbookPart.GetPartById(id)).Worksheet!;
    }

    private static string? Cell(SpreadsheetDocument package, string sheet, string place) =>
        Sheet(package, sheet).Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == place) is { } found ? found.InlineString?.InnerText ?? found.CellValue?.Text : null;

    private static IEnumerable<string> Texts(SpreadsheetDocument package, string sheet) => Sheet(package, sheet).Descendants<Cell>().Select(cell => cell.InnerText);
}
