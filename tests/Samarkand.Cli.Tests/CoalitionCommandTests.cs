using System.Globalization;
using System.Text.Json;

namespace Samarkand.Cli.Tests;

public class CoalitionCommandTests
{
    private const string Cut = "cases/west-russia-cut.yaml";

    [Fact]
    public void Transfers_come_first_in_words_and_numbers()
    {
        var text = Command.Run("coalition", Cut).Answered().Output.ReplaceLineEndings(" ");
        Assert.StartsWith("Real income changes by -1.024 percent in Lithuania", text, StringComparison.Ordinal);
        Assert.Contains("Certificate: largest residual", text, StringComparison.Ordinal);
        Assert.Contains("Shapley values of 32 members are left out", text, StringComparison.Ordinal);
        var lines = Command.Run("coalition", Cut, "--format", "csv").Answered().Lines;
        Assert.Equal("region,transfer_musd,real_income_pct_before,real_income_pct_after", lines[0]);
        Assert.Equal(33, lines.Length);
        Assert.Equal(0, lines.Skip(1).Sum(line => Number(line, 1)), 1e-6);
        Assert.All(lines.Skip(1), line => Assert.Equal(Number(lines[1], 3), Number(line, 3), 1e-9));
    }

    [Fact]
    public void Members_add_up_and_joiners_add()
    {
        using var json = JsonDocument.Parse(Command.Run("coalition", Cut, "--members", "EU,USA,JPN", "--joins", "CHN", "--format", "json").Answered().Output);
        Assert.InRange(json.RootElement.GetProperty("certificate").GetProperty("largest_difference_pct").GetDouble(), 0, 1e-9);
        var members = json.RootElement.GetProperty("coalition_members").EnumerateArray().ToArray();
        Assert.Equal(["EU", "USA", "JPN"], members.Select(row => row.GetProperty("member").GetString()));
        Assert.All(members, row => Assert.True(row.GetProperty("harm_shapley_musd").GetDouble() > 0 && row.GetProperty("own_gain_by_leaving_musd").GetDouble() > 0));

        // What China adds by joining is what the case with it in the coalition says.
        var joiner = json.RootElement.GetProperty("joiners").EnumerateArray().Single();
        var (with, without) = (Command.Run("simulate", Cut, "--stance", "CHN=join", "--format", "csv").Answered().Lines, Command.Run("simulate", Cut, "--format", "csv").Answered().Lines);
        Assert.Equal(Variation(without, "RUS") - Variation(with, "RUS"), joiner.GetProperty("added_harm_musd").GetDouble(), 1e-3);
        Assert.Equal(Variation(without, "CHN") - Variation(with, "CHN"), joiner.GetProperty("own_cost_musd").GetDouble(), 1e-3);
    }

    [Fact]
    public void Columns_stay_and_a_player_may_join_whatever_it_lists()
    {
        var members = Command.Run("coalition", Cut, "--table", "coalition-members", "--permutations", "2", "--format", "csv").Answered().Lines;
        Assert.Equal("member,harm_shapley_musd,cost_shapley_musd,target_loss_without_musd,own_gain_by_leaving_musd,standard_error_musd", members[0]);
        Assert.True(Number(members[1], 5) > 0);
        var joiners = Command.Run("coalition", "cases/samarkand-2022.yaml", "--joins", "CHN", "--table", "joiners", "--format", "csv").Answered().Lines;
        Assert.Equal("region,added_harm_musd,own_cost_musd", joiners[0]);
        Assert.True(Number(joiners[1], 1) > 1000, "China would be missed");
        Assert.StartsWith("A coalition of one", Command.Run("coalition", "cases/usa-china-tariff.yaml").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("coalition").Refused("Required argument 'CASE' missing");
        Command.Run("coalition", Cut, "--members", "EU,USB").Refused("--members: unknown region or bloc `USB`; did you mean USA?");
        Command.Run("coalition", Cut, "--members", "EU,DEU").Refused("--members: DEU is in both EU and DEU; let each region move once");
        Command.Run("coalition", Cut, "--members", "USA,USA").Refused("--members: USA is named twice");
        Command.Run("coalition", Cut, "--members", "CHN").Refused("--members: CHN has no part in the coalition; name members of it: AUS,");
        Command.Run("coalition", Cut, "--members", "EU,,USA").Refused("--members: `EU,,USA` has an empty name");
        Command.Run("coalition", Cut, "--joins", "DEU").Refused("--joins: DEU is in the coalition already");
        Command.Run("coalition", Cut, "--joins", "RUS").Refused("--joins: RUS is the target");
        Command.Run("coalition", Cut, "--table", "joiners").Refused("name third states with --joins");
        Command.Run("coalition", Cut, "--table", "effects").Refused("--table: there is no table `effects`; the tables are burden-sharing, coalition-members, joiners");
        Command.Run("coalition", Cut, "--subsets").Refused("--subsets: 32 members have 2^32 subsets");
        Command.Run("coalition", Cut, "--subsets", "--permutations").Refused("give --subsets or --permutations");
        Command.Run("coalition", Cut, "--permutations", "1").Refused("--permutations: `1` is not a number of orders; expected 2 to 1000000");
        Command.Run("coalition", "cases/usa-china-tariff.yaml", "--format", "csv").Refused("the coalition has one member in wiod-2011, and transfers need two");
    }

    private static double Variation(string[] lines, string region) => Number(Array.Find(lines, line => line.StartsWith($"{region},", StringComparison.Ordinal))!, 2);

    private static double Number(string line, int column) => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture);
}
