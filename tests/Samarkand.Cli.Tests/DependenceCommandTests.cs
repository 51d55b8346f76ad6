using System.Globalization;

namespace Samarkand.Cli.Tests;

public class DependenceCommandTests
{
    [Fact]
    public void The_words_name_the_junior_partner_and_the_ties()
    {
        var text = Command.Run("dependence", "RUS", "CHN").Answered().Output.ReplaceLineEndings(" ");
        Assert.Contains("Russia is the junior partner: in percent of its own income it loses", text, StringComparison.Ordinal);
        Assert.Contains("SCO (consultation)", text, StringComparison.Ordinal);
        Assert.Contains("Certificate: largest residual", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Beside trade", Command.Run("dependence", "RUS", "CHN", "--world", "wiod-2011").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_stay_and_the_order_of_the_two_changes_nothing()
    {
        var one = Command.Run("dependence", "RUS", "CHN", "--format", "csv").Answered().Lines;
        Assert.Equal("region,on,real_income_pct,ev_musd,share_of_exports_pct,share_of_imports_pct,region_name,on_name", one[0]);
        var other = Command.Run("dependence", "CHN", "RUS", "--format", "csv").Answered().Lines;
        Assert.Equal(Number(one[1], 2), Number(other[2], 2), 1e-9);
        var sectors = Command.Run("dependence", "RUS", "CHN", "--table", "dependence-sectors", "--format", "csv").Answered().Lines;
        Assert.Equal("sector,direction,loser,real_income_pct,ev_musd,trade_musd,sector_name,loser_name", sectors[0]);
        Assert.Equal("kind,region,with,organisation,obligation,value,date,source,region_name,with_name", Command.Run("dependence", "RUS", "CHN", "--table", "ties", "--format", "csv").Answered().Lines[0]);
    }

    [Fact]
    public void A_matrix_holds_every_pair_of_a_bloc_both_ways()
    {
        var lines = Command.Run("dependence", "--matrix", "BRICS", "--format", "csv").Answered().Lines;
        Assert.Equal("region,on,real_income_pct,ev_musd,region_name,on_name", lines[0]);
        var pair = Command.Run("dependence", "RUS", "CHN", "--format", "csv").Answered().Lines;
        Assert.Equal(Number(pair[1], 2), Number(Array.Find(lines, line => line.StartsWith("RUS,CHN,", StringComparison.Ordinal))!, 2), 1e-8);
    }

    [Fact]
    public void A_case_shows_before_and_after_its_sanctions()
    {
        using var json = JsonAnswer.Of("dependence", "RUS", "CHN", "--case", "cases/west-russia-cut.yaml");
        var rows = json.Rows("dependence");
        Assert.Equal(["before", "before", "after", "after"], rows.Select(row => row.GetProperty("sanctions").GetString()));
        Assert.True(rows[2].GetProperty("real_income_pct").GetDouble() < rows[0].GetProperty("real_income_pct").GetDouble(), "sanctions deepen dependence on who is left");
        Assert.InRange(json.LargestResidual, 0, 1e-12);
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("dependence", "RUS").Refused("Two regions are missing: samarkand dependence A B");
        Command.Run("dependence", "RUS", "CHNN").Refused("B: unknown region or bloc `CHNN`; did you mean CHN (China)?");
        Command.Run("dependence", "RUS", "RUS").Refused("B: RUS is the region itself");
        Command.Run("dependence", "--matrix", "SC0").Refused("--matrix: SC0 is not a bloc of samarkand-2021; did you mean SCO");
        Command.Run("dependence", "RUS", "CHN", "--horizon", "lonk").Refused("--horizon: unknown horizon `lonk`; expected one of: short, medium, long");
        Command.Run("dependence", "RUS", "CHN", "--table", "effects").Refused("--table: there is no table `effects`; the tables are dependence,");
        Command.Run("dependence", "RUS", "CHN", "--matrix").Refused("leave out --matrix");
    }

    [Fact]
    public void Options_of_a_case_change_its_sanctions()
    {
        string[] asked = ["dependence", "RUS", "CHN", "--format", "csv", "--case", "cases/eu-russia-2022.yaml"];
        var full = Command.Run(asked).Answered().Lines;
        Assert.Equal("before", full[1].Split(',')[6]);
        Assert.NotEqual(full[3], Command.Run([.. asked, "--set", "package.0.coverage=0.01"]).Answered().Lines[3]);
        Assert.NotEqual(full[3], Command.Run([.. asked, "--year", "2022"]).Answered().Lines[3]);
        Assert.NotEqual(full[3], Command.Run([.. asked, "--stance", "TUR=join"]).Answered().Lines[3]);
        var early = Command.Run([.. asked, "--as-of", "2022-01-01"]).Answered().Lines;
        Assert.Equal(Number(early[1], 2), Number(early[3], 2), 1e-9);
        Assert.NotEqual(Number(full[1], 2), Number(full[3], 2), 1e-4);
    }

    [Fact]
    public void What_of_a_case_is_not_used_is_told_and_its_quotes_are_checked()
    {
        var noted = Command.Run("dependence", "RUS", "CHN", "--case", "cases/eu-russia-2022.yaml", "--table", "dependence").Answered();
        Assert.Contains("Not used: The dates of package.0 (export-ban)", noted.Error, StringComparison.Ordinal);
        Assert.Empty(Command.Run("dependence", "RUS", "CHN", "--case", "cases/eu-russia-2022.yaml", "--table", "dependence", "--year", "2023").Answered().Error);
        Command.Run("dependence", "RUS", "CHN", "--case", "cases/samarkand-2022.yaml", "--evidence", "no-such-folder").Refused("no-such-folder");
        Command.Run("dependence", "RUS", "CHN", "--case", "cases/samarkand-2022.yaml", "--set", "package.0.coverag=0.5").Refused("coverag");
        Command.Run("dependence", "RUS", "CHN", "--stance", "TUR=join").Refused("--stance is about a case, and none is named: add --case CASE");
    }

    private static double Number(string line, int column) => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture);
}
