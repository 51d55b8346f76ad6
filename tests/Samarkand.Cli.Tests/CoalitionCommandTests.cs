using System.Globalization;
using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

public sealed class CoalitionCommandTests : IDisposable
{
    private const string Cut = "cases/west-russia-cut.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Transfers_come_first_in_words_and_numbers()
    {
        var text = Command.Run("coalition", Cut).Answered().Output.ReplaceLineEndings(" ");
        Assert.StartsWith("What if the West and Russia traded no goods at all? How much does Russia lose, and how much does the West?  Real income changes by -1.024 percent in Lithuania", text, StringComparison.Ordinal);
        Assert.Contains("Certificate: largest residual", text, StringComparison.Ordinal);
        Assert.Contains("Shapley values of 32 members are left out", text, StringComparison.Ordinal);
        var lines = Command.Run("coalition", Cut, "--format", "csv").Answered().Lines;
        Assert.Equal("region,transfer_musd,real_income_pct_before,real_income_pct_after,region_name", lines[0]);
        Assert.Equal(33, lines.Length);
        Assert.Equal(0, lines.Skip(1).Sum(line => Number(line, 1)), 1e-6);
        Assert.All(lines.Skip(1), line => Assert.Equal(Number(lines[1], 3), Number(line, 3), 1e-9));
    }

    [Fact]
    public void Members_add_up_and_joiners_add()
    {
        using var json = JsonAnswer.Of("coalition", Cut, "--members", "EU,USA,JPN", "--joins", "CHN");
        Assert.InRange(json.Check("largest_difference_pct"), 0, 1e-9);
        var members = json.Rows("coalition-members");
        Assert.Equal(["EU", "USA", "JPN"], members.Select(row => row.GetProperty("member").GetString()));
        Assert.All(members, row => Assert.True(row.GetProperty("harm_shapley_musd").GetDouble() > 0 && row.GetProperty("own_gain_by_leaving_musd").GetDouble() > 0));

        // What China adds by joining is what the case with it in the coalition says.
        var joiner = json.Rows("joiners").Single();
        var (with, without) = (Command.Run("simulate", Cut, "--stance", "CHN=join", "--format", "csv").Answered().Lines, Command.Run("simulate", Cut, "--format", "csv").Answered().Lines);
        Assert.Equal(Variation(without, "RUS") - Variation(with, "RUS"), joiner.GetProperty("added_harm_musd").GetDouble(), 1e-3);
        Assert.Equal(Variation(without, "CHN") - Variation(with, "CHN"), joiner.GetProperty("own_cost_musd").GetDouble(), 1e-3);
    }

    [Fact]
    public void Columns_stay_and_a_player_may_join_whatever_it_lists()
    {
        var members = Command.Run("coalition", Cut, "--table", "coalition-members", "--permutations", "2", "--format", "csv").Answered().Lines;
        Assert.Equal("member,harm_shapley_musd,cost_shapley_musd,target_loss_without_musd,own_gain_by_leaving_musd,standard_error_musd,cost_standard_error_musd,member_name", members[0]);
        Assert.True(Number(members[1], 5) > 0 && Number(members[1], 6) > 0);
        var joiners = Command.Run("coalition", "cases/samarkand-2022.yaml", "--joins", "CHN", "--table", "joiners", "--format", "csv").Answered().Lines;
        Assert.Equal("region,added_harm_musd,own_cost_musd,region_name", joiners[0]);
        Assert.True(Number(joiners[1], 1) > 1000, "China would be missed");
        Assert.Contains("\nA coalition of one", Command.Run("coalition", "cases/usa-china-tariff.yaml").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_subset_is_a_row_and_dates_hold()
    {
        var lines = Command.Run("coalition", Cut, "--members", "EU,USA,JPN", "--table", "coalition-subsets", "--format", "csv").Answered().Lines;
        Assert.Equal("members,harm_musd,cost_musd", lines[0]);
        Assert.Equal(["", "EU", "USA", "EU USA", "JPN", "EU JPN", "USA JPN", "EU USA JPN"], lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal(-Variation(Command.Run("simulate", Cut, "--format", "csv").Answered().Lines, "RUS"), Number(lines[8], 1), 1e-4);
        var (before, after) = (Members("2022-01-01"), Members("2022-09-15"));
        Assert.All(before, line => Assert.Equal(0, Number(line, 3)));
        Assert.Contains(after, line => Number(line, 3) > 1);
        Assert.Contains("coalition-subsets", Command.Run("coalition", "--table", "list").Answered().Output, StringComparison.Ordinal);

        string[] Members(string day) => Command.Run("coalition", "cases/eu-russia-2022.yaml", "--as-of", day, "--members", "DEU,FRA", "--table", "coalition-members", "--format", "csv").Answered().Lines[1..];
    }

    [Fact]
    public void The_folder_holds_tables_page_and_manifest_and_the_page_says_how_to_repeat_it()
    {
        string[] asked = ["coalition", Cut, "--members", "EU,USA,JPN", "--permutations", "4", "--seed", "2", "--horizon", "short"];
        var printed = _folder.Run([.. asked, "--table", "coalition-members", "--format", "csv", "--output", "results"]).Answered().Output;
        Assert.Equal(printed, File.ReadAllText(_folder["results/coalition-members.csv"]));
        string[] files = ["burden-sharing.csv", "burden-sharing.metadata.json", "case.yaml", "coalition-members.csv", "coalition-members.metadata.json", "coalition.json", "coalition.lock", "manifest.json", "report.html"];
        Assert.Equal(files, Files());
        var command = Regex.Match(File.ReadAllText(_folder["results/report.html"]), "<code>(samarkand coalition [^<]*)</code>").Groups[1].Value;
        Assert.Equal("samarkand coalition case.yaml --horizon=short --members=EU,USA,JPN --permutations=4 --seed=2", command);
        Assert.Equal(printed, _folder.Bash($"cd results && {command} --table coalition-members --format csv").Answered().Output);

        // What is there already is not solved again, but shown with who might join, and without again.
        _folder.Run([.. asked, "--joins", "CHN", "--output", "results"]).Answered();
        Assert.Equal(files.Append("joiners.csv").Append("joiners.metadata.json").Order(StringComparer.Ordinal), Files());
        _folder.Run([.. asked, "--output", "results"]).Answered();
        Assert.Equal(files, Files());
        _folder.Run([.. asked[..^1], "long", "--output", "results"]).Refused("results holds a coalition of other inputs: overrides is `--horizon=short` there and `--horizon=long` here");
        _folder.Run("coalition", "cases/west-russia-costs.yaml", "--members", "EU", "--output", "results").Refused("subsets is `4 orders, seed 2` there and `every` here", "the text of the case differs");

        string[] Files() => [.. Directory.GetFiles(_folder["results"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("coalition").Refused("A case is missing: samarkand coalition CASE");
        Command.Run("coalition", Cut, "--members", "EU,USB").Refused("--members: unknown region or bloc `USB`; did you mean USA (United States)");
        Command.Run("coalition", Cut, "--members", "EU,DEU").Refused("--members: DEU is in both EU and DEU; name each region once");
        Command.Run("coalition", Cut, "--members", "USA,USA").Refused("--members: USA is named twice");
        Command.Run("coalition", Cut, "--members", "CHN").Refused("--members: CHN is not in the coalition; name members of it: AUS,");
        Command.Run("coalition", Cut, "--members", "EU,,USA").Refused("--members: `EU,,USA` has an empty name");
        Command.Run("coalition", Cut, "--joins", "DEU").Refused("--joins: DEU is in the coalition already");
        Command.Run("coalition", Cut, "--joins", "RUS").Refused("--joins: RUS is the target");
        Command.Run("coalition", Cut, "--table", "joiners").Refused("name third states with --joins");
        Command.Run("coalition", Cut, "--table", "effects").Refused("--table: there is no table `effects`; the tables are burden-sharing, coalition-members, joiners, coalition-subsets");
        Command.Run("coalition", Cut, "--table", "coalition-subsets").Refused("the subsets of 32 members are not all solved; add --subsets, for up to 20 members");
        Command.Run("coalition", Cut, "--members", "EU", "--chunk", "0").Refused("--chunk: 0 is not a number of subsets; expected 1 to 1048576");
        Command.Run("coalition", Cut, "--as-of", "2022").Refused("--as-of: `2022` is not a date");
        Command.Run("coalition", Cut, "--subsets").Refused("--subsets: 32 members have 2^32 subsets");
        Command.Run("coalition", Cut, "--subsets", "--permutations").Refused("--permutations: computes the same values as --subsets in another way; give one of the two");
        Command.Run("coalition", Cut, "--permutations", "1").Refused("--permutations: 1 is not a number of orders; expected 2 to 1000000");
        Command.Run("coalition", "cases/usa-china-tariff.yaml", "--format", "csv").Refused("the coalition has one member in wiod-2011, and transfers need two");
    }

    private static double Variation(string[] lines, string region) => Number(Array.Find(lines, line => line.StartsWith($"{region},", StringComparison.Ordinal))!, 2);

    private static double Number(string line, int column) => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture);
}
