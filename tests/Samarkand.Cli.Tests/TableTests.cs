using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

public class TableTests
{
    private const string Case = "cases/west-russia-cut.yaml";

    public static TheoryData<string> Names =>
    [
        "effects", "groups", "terms-of-trade", "trade-by-partner", "bilateral-trade", "sector-output", "first-order-welfare", "stances",
        "over-compliance", "commitments", "horizons", "certificate",
    ];

    [Fact]
    public void The_list_names_every_table_and_needs_no_case()
    {
        var listed = Command.Run("run", "--table", "list").Answered().Lines.Select(line => line.Split(' ')[0]);
        string[] ofRoutes = ["conduits", "conduit-sectors", "routes", "routes-back", "recorded-exports-to-target", "recorded-exports-of-coalition", "recorded-exports-of-target", "mirror-gaps"];
        string[] ofRescue = ["price-of-friendship", "rescue", "friendship-curve", "equilibrium-map", "stance-map", "coalition-first", "stance-chances", "equilibria", "payoff-error", "payoffs", "words-and-deeds", "warning-example"];
        string[] names = [.. Names.Select(row => row.Data)];
        var at = Array.IndexOf(names, "stances");
        Assert.Equal([.. names[..at], .. ofRoutes, .. ofRescue, .. names[at..], "timeline", "routes-timeline"], listed);
    }

    [Fact]
    public void The_columns_of_effects_stay()
    {
        var lines = Command.Run("simulate", Case, "--format", "csv").Answered().Lines;
        Assert.Equal("region,real_income_pct,ev_musd,nominal_income_pct,wage_pct,price_index_pct,exports_pct,imports_pct,region_name", lines[0]);
        Assert.Equal(42, lines.Length);
        var russia = Array.Find(lines, line => line.StartsWith("RUS,", StringComparison.Ordinal))!.Split(',');
        Assert.Equal(-3.070415778, double.Parse(russia[1], CultureInfo.InvariantCulture), 1e-8);
        Assert.True(russia[1].Length >= 16, $"{russia[1]} is rounded");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Csv_and_json_hold_the_same_values(string name)
    {
        var csv = Command.Run("simulate", Case, "--table", name, "--format", "csv").Answered().Lines.Select(Fields).ToArray();
        using var json = JsonAnswer.Of("simulate", Case, "--table", name);
        Assert.Equal([name], json.Tables);
        Assert.InRange(json.Certificate.GetProperty("equilibria")[0].GetProperty("goods_markets").GetDouble(), 0, 1e-12);
        var rows = json.Rows(name);
        Assert.Equal(csv.Length - 1, rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var cells = rows[row].EnumerateObject().ToArray();
            if (row == 0)
                Assert.Equal(csv[0], cells.Select(cell => cell.Name));
            Assert.Equal(csv[row + 1], cells.Select(cell => Text(cell.Value)));
        }
    }

    [Fact]
    public void The_columns_of_stances_and_over_compliance_stay()
    {
        string[] options = ["--stance", "CHN=comply", "--stance", "TUR=conduit", "--set", "over-compliance={ risk: 0.05, slope: 1 }", "--format", "csv"];
        var stances = Command.Run(["simulate", Case, .. options, "--table", "stances"]).Answered().Lines;
        Assert.Equal("region,stance,source,region_name", stances[0]);
        Assert.Equal(["CHN,comply,set,China", "IND,neutral,default,India", "TUR,conduit,set,Turkey", "USA,join,coalition,United States"], stances.Where(line => line[..3] is "CHN" or "IND" or "TUR" or "USA"));
        Assert.DoesNotContain(stances, line => line.StartsWith("RUS", StringComparison.Ordinal));
        var left = Command.Run(["simulate", Case, .. options, "--table", "over-compliance"]).Answered().Lines;
        Assert.Equal("exporter,sector,sales_to_target_musd,sales_to_coalition_musd,share_leaving_pct,exporter_name,sector_name", left[0]);
        Assert.Contains(left, line => line.StartsWith("CHN,", StringComparison.Ordinal));
        foreach (var cells in left.Skip(1).Select(line => line.Split(',')))
        {
            var (x, m) = (double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture));
            Assert.NotEqual("TUR", cells[0]);
            Assert.Equal(100 / (1 + x / (m * (cells[0] == "CHN" ? 1 : 0.05))), double.Parse(cells[4], CultureInfo.InvariantCulture), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_fits_100_columns_and_cuts_nothing(string name)
    {
        var outcome = Command.Run("simulate", Case, "--table", name).Answered();
        Assert.All(outcome.Lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.DoesNotContain("…", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(name != "certificate", outcome.Output.Contains("Certificate: largest residual", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_has_the_same_columns_in_every_row(string name)
    {
        var lines = Command.Run("simulate", Case, "--table", name, "--format", "markdown").Answered().Lines;
        var rows = lines.Where(line => line.StartsWith('|')).ToArray();
        Assert.True(rows.Length > (name is "over-compliance" or "commitments" ? 1 : 2));
        Assert.Single(rows.Select(row => row.Count(character => character == '|')).Distinct());
        Assert.Contains(lines, line => line.StartsWith("Certificate: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_without_a_table_is_one_document()
    {
        using var json = JsonAnswer.Of("simulate", Case);
        var root = json.Root;
        Assert.Equal("RUS", root.GetProperty("case").GetProperty("target").GetString());
        Assert.Equal("wiod-2011", root.GetProperty("world").GetProperty("name").GetString());
        Assert.Equal("long", root.GetProperty("horizon").GetString());
        Assert.Equal("fixed", root.GetProperty("closure").GetString());
        Assert.Equal(1e-12, json.Certificate.GetProperty("equilibria")[0].GetProperty("tolerance").GetDouble());
        Assert.Equal(["effects", "groups"], json.Tables);
        Assert.Equal(41, json.Rows("effects").Length);
        Assert.Equal(["target", "coalition", "others", "world"], json.Rows("groups").Select(group => group.GetProperty("group").GetString()!));
    }

    [Fact]
    public void The_answer_of_run_has_the_horizons_with_their_certificates()
    {
        using var json = JsonAnswer.Of("run", Case);
        Assert.Equal(4, json.Rows("horizons").Length);
        Assert.Equal(["long", "short", "medium"], json.Certificate.GetProperty("equilibria").EnumerateArray().Select(one => one.GetProperty("horizon").GetString()!));
    }

    // A name may hold a comma, and then stands in quotes.
    private static string[] Fields(string line) => [.. Regex.Matches(line, "(?<=^|,)(?:\"([^\"]*)\"|([^,\"]*))(?=,|$)").Select(field => field.Groups[1].Value + field.Groups[2].Value)];

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetString()!,
    };
}
