using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tests;

/// <summary>The page holds the answer, whole and exact.</summary>
public class HtmlReportTests
{
    private static readonly Lazy<HtmlPage> Tariff = new(() => HtmlPage.Of(Answers.Report(Answers.Tariff)));

    private static HtmlPage Page => Tariff.Value;

    [Fact]
    public void It_is_well_formed_and_its_links_lead_somewhere()
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n", Page.Text, StringComparison.Ordinal);
        Assert.Equal("A tariff", Assert.Single(Page.All("h1")).Value);
        var ids = Page.Root.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var inside = Page.All("a").Select(a => a.Attribute("href")!.Value).Where(href => href.StartsWith('#')).ToArray();
        Assert.Equal(9, inside.Length);
        Assert.All(inside, href => Assert.Contains(href[1..], ids));
        Assert.All(Page.All("div").Where(div => (string?)div.Attribute("class") == "chart"), chart => Assert.NotEmpty(chart.Attribute("aria-label")!.Value));
    }

    [Fact]
    public void It_answers_in_words_with_the_certificate_beside_the_numbers()
    {
        var (brief, words) = (Page.Section("answer"), Page.Section("words"));

        string[] said = [.. brief.Descendants("p").Concat(words.Elements("p")).Select(p => p.Value)];
        Assert.All(Briefing.Of(Answers.Tariff, most: 1).Take(3).Concat(Briefing.Of(Answers.Tariff).Skip(3)), line => Assert.Single(said, line));
        Assert.Equal(3, brief.Elements("div").First().Elements("p").Count());
        Assert.Equal(4, brief.Descendants("div").Count(div => ((string?)div.Attribute("class"))?.StartsWith("card ", StringComparison.Ordinal) == true));
        Assert.Contains(CertificateTable.Line(Answers.Tariff.Equilibrium.Certificate), words.Value, StringComparison.Ordinal);
        Assert.Contains("Who pays?", Page.All("header").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_effects_has_every_region_in_full_precision()
    {
        var rows = Page.Section("pays").Descendants("tbody").Single().Elements("tr").ToArray();
        var effects = Answers.Tariff.Effects;

        Assert.Equal(effects.Regions.Length, rows.Length);
        foreach (var region in effects.Regions)
        {
            var (cells, info) = (rows[region.Region.Index].Elements().ToArray(), effects.World.Regions[region.Region.Index]);
            Assert.Equal(info.Name + info.Code, cells[0].Value);
            Assert.Equal(region.Region == Answers.Tariff.Case.Target ? "target" : info.Code == "USA" ? "coalition" : "others", cells[1].Value);
            Assert.Equal(
                [region.RealIncomePct, region.EquivalentVariation, region.NominalIncomePct, region.WagePct, region.PriceIndexPct, region.ExportsPct, region.ImportsPct],
                cells[2..].Select(cell => double.Parse(cell.Attribute("data-value")!.Value, CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void The_charts_draw_the_effects_in_full_precision()
    {
        var (answer, data) = (Answers.Tariff, Page.Data);
        var regions = data.GetProperty("regions").EnumerateArray().ToArray();

        Assert.Equal("CHN", data.GetProperty("target").GetString());
        Assert.Equal(answer.Effects.Regions.Select(r => r.RealIncomePct), regions.Select(r => r.GetProperty("real_income_pct").GetDouble()));
        Assert.Equal(answer.Effects.Regions.Select(r => r.EquivalentVariation), regions.Select(r => r.GetProperty("ev_musd").GetDouble()));
        Assert.Equal(answer.Case.World.Regions.Select(r => r.Code), regions.Select(r => r.GetProperty("code").GetString()));
        Same(TargetTables.Trade.Make(answer), data.GetProperty("partners"));
        Same(TargetTables.Output.Make(answer), data.GetProperty("sectors"));
    }

    [Fact]
    public void The_targets_trade_agrees_with_the_table_of_all_pairs()
    {
        var answer = Answers.Tariff;
        var (trade, pairs) = (TargetTables.Trade.Make(answer), EffectTables.All.Make("trade-by-partner", answer));
        var codes = ((TextColumn)trade.Columns[0]).Values;

        Assert.Equal(40, codes.Length);
        foreach (var (column, from, to) in new[] { ("imports_after_musd", "USA", "CHN"), ("exports_after_musd", "CHN", "USA") })
        {
            var row = Enumerable.Range(0, pairs.RowCount).Single(r => TableWriter.Text(pairs.Columns[0], r) == from && TableWriter.Text(pairs.Columns[1], r) == to);
            var all = ((NumberColumn)pairs.Columns.Single(c => c.Name == "after_musd")).Values[row];
            Assert.Equal(all, ((NumberColumn)trade.Columns.Single(c => c.Name == column)).Values[Array.IndexOf(codes, "USA")], 1e-9 * all);
        }
    }

    [Fact]
    public void Each_download_is_the_table_as_csv()
    {
        var downloads = Page.All("a").Where(a => a.Attribute("download") is not null)
            .ToDictionary(a => a.Attribute("download")!.Value, a => a.Attribute("href")!.Value, StringComparer.Ordinal);

        Assert.Equal(
            ["effects.csv", "first-order-welfare.csv", "groups.csv", "horizons.csv", "player-stances.csv", "target-output.csv", "target-trade.csv", "terms-of-trade.csv"],
            downloads.Keys.Order(StringComparer.Ordinal));
        foreach (var table in new[] { "groups", "terms-of-trade", "first-order-welfare" })
        {
            using var csv = new StringWriter(CultureInfo.InvariantCulture);
            TableWriter.WriteCsv(EffectTables.All.Make(table, Answers.Tariff), csv, TestContext.Current.CancellationToken);
            Assert.Equal(csv.ToString(), Encoding.UTF8.GetString(Convert.FromBase64String(downloads[$"{table}.csv"].Split("base64,")[1])));
        }
    }

    [Fact]
    public void It_shows_the_evidence_and_its_absence()
    {
        var package = Page.Section("grounds").Elements("ol").Single().Elements("li").ToArray();

        Assert.Equal(["tariff", "transport-interruption"], package.Select(item => item.Descendants("strong").Single().Value));
        Assert.Equal("“ten percent on everything”A speech, 2011", package[0].Element("blockquote")!.Value);
        Assert.Contains("10 percent on top of the world's; goods, from China to United States.", package[0].Value, StringComparison.Ordinal);
        Assert.Equal("An assumption without evidence.", package[1].Elements("p").Last().Value);
        Assert.Contains("“we will wait”", Page.Section("grounds").Elements("details").First().Value, StringComparison.Ordinal);
        Assert.Contains("every other third state: neutral", Page.Section("grounds").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_how_to_reproduce_it()
    {
        var report = Answers.Report(Answers.Tariff.Against(Answers.Tariff), Answers.TariffCase, "package.0.rate=0.1", "--horizon=long", "title=Don't");
        var page = HtmlPage.Of(report);

        Assert.Equal(
            @"samarkand run case.yaml --set package.0.rate=0.1 --horizon=long --set 'title=Don'\''t' --against against.yaml",
            page.Section("reproduce").Elements("pre").Single().Value);
        Assert.Equal(Answers.TariffCase, page.Section("reproduce").Element("details")!.Element("pre")!.Value);
        Assert.Contains("against the case “A tariff”", page.Section("pays").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing() =>
        Assert.Equal(Page.Text, Answers.InGerman(() => HtmlPage.Of(Answers.Report(Answers.Tariff)).Text));

    private static void Same(Table table, JsonElement rows)
    {
        Assert.Equal(table.RowCount, rows.GetArrayLength());
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            Assert.Equal(
                column.Values,
                rows.EnumerateArray().Select(row => row.GetProperty(column.Name)).Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()));
        }
    }
}
