using System.Globalization;
using System.Text;
using System.Text.Json;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Tests;

/// <summary>Tables as CSV, JSON and Markdown.</summary>
public class TableWriterTests
{
    private static readonly double[] Awkward = [0.1 + 0.2, -1.0 / 3, 5e-324, double.MaxValue, -0.0, 1234567.891, double.NaN];

    private static readonly Table Numbers = new("numbers", "Numbers", [new NumberColumn("value_pct", "Value %", Awkward, 2)]);

    [Fact]
    public void Csv_quotes_what_would_break_it()
    {
        var table = new Table("labels", "Labels",
        [
            new TextColumn("a,b", "A", ["plain", "comma, here", "a \"quote\"", "two\nlines", "a\rreturn"]),
            new NumberColumn("n", "N", [1, 2, 3, 4, 5], 0),
        ]);

        Assert.Equal(
            "\"a,b\",n\nplain,1\n\"comma, here\",2\n\"a \"\"quote\"\"\",3\n\"two\nlines\",4\n\"a\rreturn\",5\n",
            Written(writer => TableWriter.WriteCsv(table, writer)));
    }

    [Fact]
    public void Names_stand_beside_codes_at_the_end()
    {
        var names = new Dictionary<string, string> { ["DEU"] = "Germany", ["COD"] = "Congo, Democratic Republic of" };
        var table = new Table("t", "T", [new TextColumn("region", "Region", ["DEU", "COD", "all", ""]) { Names = names }, new NumberColumn("n", "N", [1, 2, 3, 4], 0)]);

        Assert.Equal("region,n,region_name\nDEU,1,Germany\nCOD,2,\"Congo, Democratic Republic of\"\nall,3,all\n,4,\n", Written(writer => TableWriter.WriteCsv(table, writer)));
        Assert.Equal(["region", "n"], table.Columns.Select(column => column.Name));
        Assert.Equal(["region", "n", "region_name"], table.WithNames().WithNames().Columns.Select(column => column.Name));
    }

    [Fact]
    public void Csv_keeps_every_bit()
    {
        var lines = Written(writer => TableWriter.WriteCsv(Numbers, writer)).Split('\n');

        Assert.Equal("value_pct", lines[0]);
        Assert.Equal(Awkward.Length + 2, lines.Length);
        for (var row = 0; row < Awkward.Length - 1; row++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(Awkward[row]), BitConverter.DoubleToInt64Bits(double.Parse(lines[row + 1], CultureInfo.InvariantCulture)));
        Assert.Equal("", lines[Awkward.Length]);
    }

    [Fact]
    public void Json_keeps_every_bit_and_has_null_for_what_does_not_exist()
    {
        using var json = JsonDocument.Parse(Json(Numbers));
        var table = json.RootElement.GetProperty("tables")[0];
        var rows = table.GetProperty("rows");

        Assert.Equal("numbers", table.GetProperty("name").GetString());
        Assert.Equal("Numbers", table.GetProperty("title").GetString());
        Assert.Equal(Awkward.Length, rows.GetArrayLength());
        for (var row = 0; row < Awkward.Length - 1; row++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(Awkward[row]), BitConverter.DoubleToInt64Bits(rows[row].GetProperty("value_pct").GetDouble()));
        Assert.Equal(JsonValueKind.Null, rows[Awkward.Length - 1].GetProperty("value_pct").ValueKind);
    }

    [Fact]
    public void Markdown_is_rounded_and_aligned_for_people()
    {
        var table = new Table("t", "A title", [new TextColumn("region", "Region", ["DEU", "a|b"]), new NumberColumn("ev_musd", "EV", [-1234.56, double.NaN], 1)]);

        Assert.Equal(
            "**A title**\n\n| Region | EV |\n| --- | ---: |\n| DEU | -1,234.6 |\n| a\\|b |  |\n",
            Written(writer => TableWriter.WriteMarkdown(table, writer)));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        static string All() => Written(writer => TableWriter.WriteCsv(Numbers, writer)) + Written(writer => TableWriter.WriteMarkdown(Numbers, writer)) + Json(Numbers);

        Assert.Equal(All(), Answers.InGerman(All));
    }

    [Fact]
    public void Effects_come_back_from_csv_as_they_were()
    {
        var effects = Answers.Tariff.Effects;
        var lines = Written(writer => TableWriter.WriteCsv(EffectTables.All.Make("effects", Answers.Tariff), writer)).Split('\n');

        Assert.Equal("region,real_income_pct,ev_musd,nominal_income_pct,wage_pct,price_index_pct,exports_pct,imports_pct,region_name", lines[0]);
        foreach (var region in effects.Regions)
        {
            var cells = lines[region.Region.Index + 1].Split(',');
            Assert.Equal(effects.World.Regions[region.Region.Index].Code, cells[0]);
            Assert.Equal(
                [region.RealIncomePct, region.EquivalentVariation, region.NominalIncomePct, region.WagePct, region.PriceIndexPct, region.ExportsPct, region.ImportsPct],
                cells[1..8].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)));
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.CurrentCulture);
        write(writer);
        return writer.ToString();
    }

    private static string Json(Table table)
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(CaseDocuments.Effects(new CaseTables(Answers.Tariff, []), null) with { Tables = [new TableDocument(table)] }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
