using System.Text.Json;

namespace Samarkand.Cli.Tests;

/// <summary>The commands that look at data in place of a world: their columns stay, every form is there, and bad data are refused in words.</summary>
public class DataCommandTests
{
    private const string Data = "cases/gravity-example.csv";
    private const string Model = "trade ~ ln(dist) + rta | exporter^year + importer^year";

    [Fact]
    public void The_columns_of_csv_stay()
    {
        var gravity = Command.Run("gravity", Data, Model, "--format", "csv").Answered();
        Assert.Equal("term,estimate,std_error,z,p", gravity.Lines[0]);
        Assert.Equal(["ln(dist)", "rta"], gravity.Lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.Contains("rows are used", gravity.Error, StringComparison.Ordinal);
        Assert.Equal("state,product,excess_musd_month,low_musd,high_musd,q_value,since,score", Command.Run("leaks", "--example", "--format", "csv").Answered().Lines[0]);
    }

    [Fact]
    public void Tables_are_named_without_data_and_one_that_was_not_asked_for_says_what_to_add()
    {
        Assert.Equal(["coefficients", "coefficients-ols", "sector-elasticities", "agreement", "rows"], Command.Run("gravity", "--table", "list").Answered().Lines.Select(line => line.Split(' ')[0]));
        Assert.Equal(["leaks", "evidence", "beside-model"], Command.Run("leaks", "--table", "list").Answered().Lines.Select(line => line.Split(' ')[0]));
        Command.Run("gravity", Data, Model, "--table", "coefficients-ols").Refused("--table", "--ols");
        Command.Run("leaks", "--example", "--table", "beside-model").Refused("--table", "--case");
        Assert.StartsWith("rows,count,why\nused,1056,", Command.Run("gravity", Data, Model, "--table", "rows", "--format", "csv").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Latex_a_workbook_and_parquet_come_out()
    {
        Assert.StartsWith("\\begin{tabular}{lrrrr}", Command.Run("gravity", Data, Model, "--format", "latex").Answered().Output, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), Command.Bytes("gravity", Data, Model, "--format", "xlsx")[..2]);
        Assert.Equal("PAR1"u8.ToArray(), Command.Bytes("leaks", "--example", "--format", "parquet")[^4..]);
    }

    [Theory]
    [InlineData("gravity", "coefficients", Data, "trade ~ ln(dist) + ln(1 + tariff) | exporter^year + importer^year", "--elasticity", "ln(1 + tariff)", "--by", "sector")]
    [InlineData("leaks", "leaks", "--example", "--seed", "3")]
    public void The_metadata_of_a_table_gives_the_command_that_makes_it_again(string command, string table, params string[] words)
    {
        using var folder = new WorkFolder();
        folder.Run([command, .. words, "--output", "results"]).Answered();
        using var metadata = JsonDocument.Parse(File.ReadAllText(folder[$"results/{table}.metadata.json"]));
        Assert.Equal(JsonValueKind.Null, metadata.RootElement.GetProperty("world").ValueKind);
        Assert.Equal(File.ReadAllText(folder[$"results/{table}.csv"]), folder.Bash($"cd results && {metadata.RootElement.GetProperty("command").GetString()}").Answered().Output);
        var manifest = File.ReadAllText(folder["results/manifest.json"]);
        Assert.All(command == "gravity" ? (string[])["elasticities.csv", "priors.yaml", "sha256"] : ["leaks.html", "evidence.csv"], name => Assert.Contains(name, manifest, StringComparison.Ordinal));
        folder.Run([command, .. words, "--output", "cases"]).Refused("--output", "cases");
    }

    [Theory]
    [InlineData("e,i,y,t,x\nA,B,1,5,1\nA,C,1,-3,2\nB,A,1,2,3\n", "t ~ x", "", "data.csv:3: ", "-3", "below zero")]
    [InlineData("e,i,y,t,x\nA,B,1,5,1\nA,C,1,3,1\nB,A,1,2,3\nB,C,1,4,3\n", "t ~ x | e", "", "x", "not identified", "leave it out")]
    [InlineData("e,i,y,t,x\nA,B,1,5,1\nA,C,1,3,2\nB,A,1,2,3\nB,C,1,4,5\n", "t ~ x", "--cluster=y", "y", "one cluster", "name another column")]
    [InlineData("e,i,y,t,x\nA,B,1,5,1\nA,C,1,3,0\nB,A,1,2,3\n", "t ~ ln(x)", "", "data.csv:3: ", "above zero")]
    [InlineData("e,i,y,t,x\nA,B,1,\"5,0\",1\n", "t ~ x", "", "data.csv:2: ", "point for decimals")]
    public void Trade_that_cannot_be_estimated_is_refused_in_words(string data, string model, string option, params string[] said)
    {
        using var folder = new WorkFolder();
        File.WriteAllText(folder["data.csv"], data);
        folder.Run([.. ((string[])["gravity", "data.csv", model, option]).Where(word => word.Length > 0)]).Refused(said);
    }

    [Theory]
    [InlineData("--members", "--ge", "--members", "AAA,DDD")]
    [InlineData("--reference", "--ge", "--reference", "AAA")]
    [InlineData("--before-duty", "--elasticity", "--before-duty")]
    [InlineData("--by", "--ols", "--by", "sector", "--elasticity", "rta", "--ols")]
    [InlineData("--by", "--ge", "--by", "sector", "--elasticity", "rta", "--ge", "rta", "--members", "AAA,DDD")]
    [InlineData("named twice", "name each table once", Data)]
    [InlineData("--members", "there for 4 of the pairs", "--ge", "rta", "--members", "AAA,BBB,CCC")]
    [InlineData("--reference", "no state `ZZZ`", "--ge", "rta", "--members", "AAA,DDD", "--reference", "ZZZ")]
    [InlineData("--elasticity", "--sigma", "--ge", "rta", "--members", "AAA,DDD", "--elasticity", "rta")]
    [InlineData("--plot", "name one of ln(dist), rta", "--plot", "dist=x.svg")]
    public void What_does_not_go_together_is_refused_and_nothing_is_left_out_in_silence(string one, string two, params string[] words) =>
        Command.Run(["gravity", Data, Model, .. words]).Refused(one, two);

    [Fact]
    public void Spaces_do_not_make_another_term()
    {
        string[] model = ["gravity", Data, "trade ~ ln(dist) + rta + ln(1 + tariff) | exporter^year + importer^year", "--table", "sector-elasticities", "--format", "csv", "--elasticity"];
        Assert.Equal(Command.Run([.. model, "ln(1 + tariff)"]).Answered().Output, Command.Run([.. model, "ln(1+tariff)"]).Answered().Output);
    }

    [Fact]
    public void An_estimated_elasticity_gives_what_the_same_one_gives_as_a_number()
    {
        string[] model = ["gravity", Data, "trade ~ ln(dist) + rta + ln(1 + tariff) | exporter^year + importer^year", "--ge", "rta", "--members", "AAA,DDD,GGG", "--format", "csv", "--table"];
        var theta = double.Parse(Command.Run([.. model, "sector-elasticities", "--elasticity", "ln(1 + tariff)"]).Answered().Lines[1].Split(',')[1], System.Globalization.CultureInfo.InvariantCulture);
        string[] Column(int k, params string[] options) => [.. Command.Run([.. model, "agreement", .. options]).Answered().Lines.Skip(1).Select(line => line.Split(',')[k])];
        var (estimated, given) = (Column(1, "--elasticity", "ln(1 + tariff)"), Column(1, "--sigma", FormattableString.Invariant($"{theta + 1:R}")));
        Assert.Equal(12, given.Length);
        Assert.All(estimated.Zip(given), pair => Assert.Equal(double.Parse(pair.First, System.Globalization.CultureInfo.InvariantCulture), double.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture), 1e-6));
    }

    [Fact]
    public void A_target_under_another_name_and_a_target_among_the_states_are_refused()
    {
        using var folder = new WorkFolder();
        File.WriteAllText(folder["data.csv"], $"partner,product,period,value\n{string.Join('\n', Enumerable.Range(0, 24).SelectMany(month => (string[])["KGZ", "RUS"], (month, state) => FormattableString.Invariant($"{state},854231,{2020 + month / 12}-{month % 12 + 1:00},5000")))}\n");
        folder.Run("leaks", "data.csv", "--since", "2021-06", "--targets", "RU").Refused("--targets", "`RU` buys nothing in the data, and `RUS` does");
        folder.Run("leaks", "data.csv", "--since", "2021-06", "--states", "RUS").Refused("--states", "`RUS` is a target");
    }

    /// <summary>Eight goods of two chapters to six states and to Russia; from March 2022 on Russia buys a fifth, and KGZ four times as much of one chapter at twice the price.</summary>
    [Fact]
    public void A_leak_stands_out_by_few_groups_too_with_its_unit_value_and_beside_what_a_case_predicts()
    {
        using var folder = new WorkFolder();
        var random = new Random(1);
        File.WriteAllText(folder["data.csv"], $"reporter,partner,product,period,value,quantity\n{string.Join('\n', Months().SelectMany(month => Rows(month)))}\n");
        string[] asked = ["leaks", "data.csv", "--since", "2022-03", "--states", "KGZ,KAZ,UZB"];
        var (text, pairs, goods) = (folder.Run(asked).Answered().Output.ReplaceLineEndings(" "), Table("evidence"), Table("evidence", "--by", "hs6"));
        Assert.Contains("too few product groups", text, StringComparison.Ordinal);
        Assert.DoesNotContain("too few product groups", folder.Run([.. asked, "--by", "hs6"]).Answered().Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(["KGZ,84"], Found());
        Assert.Equal(["KGZ,841000", "KGZ,841100", "KGZ,841200", "KGZ,841300"], Found("--by", "hs6").Order());
        Assert.Equal(100, Number(pairs["KGZ,84"][11]), 0.1);
        Assert.All(goods.Where(pair => !pair.Key.StartsWith("KGZ,84", StringComparison.Ordinal)), pair => Assert.Equal(0, Number(pair.Value[11]), 0.1));

        var beside = folder.Run([.. asked, "--case", Path.Combine(Command.Repository, "cases/samarkand-2022.yaml"), "--table", "beside-model", "--format", "csv"]).Answered().Lines.Skip(1).Select(line => line.Split(',')).ToDictionary(line => line[0]);
        Assert.Equal(Number(Table("leaks")["KGZ,84"][2]), Number(beside["KGZ"][2]), 1e-9);
        Assert.Equal(0, Number(beside["KAZ"][2]));
        Assert.True(Number(beside["KAZ"][1]) > 0);

        IEnumerable<int> Months() => Enumerable.Range(0, 36);
        IEnumerable<string> Rows(int month) => ((string[])["KGZ", "KAZ", "UZB", "ARG", "PER", "CHL", "RUS"]).SelectMany(state => Enumerable.Range(0, 8).Select(good =>
        {
            var (isAfter, leaks) = (month >= 26, state == "KGZ" && good < 4);
            var value = 200_000 * (1 + good % 3) * (1 + 0.1 * random.NextDouble()) * (isAfter && state == "RUS" ? 0.2 : isAfter && leaks ? 4 : 1);
            return FormattableString.Invariant($"DEU,{state},{84 + good / 4}{10 + good}00,{2020 + month / 12}-{month % 12 + 1:00},{value:0},{value / (isAfter && leaks ? 20 : 10):0}");
        }));
        string[] Found(params string[] more) => [.. folder.Run([.. asked, .. more, "--table", "leaks", "--format", "csv"]).Answered().Lines.Skip(1).Select(line => line.Split(',')).Where(line => Number(line[5]) <= 0.05).Select(line => $"{line[0]},{line[1]}")];
        Dictionary<string, string[]> Table(string name, params string[] more) => folder.Run([.. asked, .. more, "--table", name, "--format", "csv"]).Answered().Lines.Skip(1).Select(line => line.Split(',')).ToDictionary(line => $"{line[0]},{line[1]}");
        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("KGZ,854231,2020-01,-5,USD", "data.csv:2: ", "below zero", "correct the row")]
    [InlineData("KGZ,10121,2020-01,5,USD", "data.csv:2: ", "`10121` has 5 digits", "a zero was lost in front", "`010121`")]
    [InlineData("KGZ,854231,2020-01,5,USD\nKGZ,854231,2020-02,5,EUR", "data.csv", "EUR, USD", "one currency")]
    [InlineData("KGZ,854231,2020-13,5,USD", "data.csv:2: ", "`2020-13` is no month", "2021-03")]
    [InlineData("KGZ,854231,2020-01,5,USD\nKGZ,854231,2022-05,5,USD", "--since", "1 months before", "at least 12")]
    public void Customs_data_that_cannot_be_read_are_refused_in_words(string rows, params string[] said)
    {
        using var folder = new WorkFolder();
        File.WriteAllText(folder["data.csv"], $"partner,product,period,value,currency\n{rows}\n");
        folder.Run("leaks", "data.csv", "--since", "2022-03").Refused(said);
    }

    [Fact]
    public void A_month_that_nobody_reports_and_a_reporter_that_stopped_are_told_and_are_no_fall()
    {
        using var folder = new WorkFolder();
        var rows = Enumerable.Range(0, 40).Where(month => month != 7).SelectMany(month => Enumerable.Range(0, 8).SelectMany(product => (string[])
        [
            FormattableString.Invariant($"DEU,KGZ,{84 + product:00}01,{2019 + month / 12}-{month % 12 + 1:00},{100000 + 1000 * ((month * 7 + product * 13) % 11)}"),
            FormattableString.Invariant($"DEU,UZB,{84 + product:00}01,{2019 + month / 12}-{month % 12 + 1:00},{200000 + 3000 * ((month * 5 + product * 3) % 13)}"),
            .. month < 30 ? (string[])[FormattableString.Invariant($"GBR,KGZ,{84 + product:00}01,{2019 + month / 12}-{month % 12 + 1:00},500000")] : [],
        ]));
        File.WriteAllText(folder["data.csv"], $"reporter,partner,product,period,value\n{string.Join('\n', rows)}\n");
        var text = folder.Run("leaks", "data.csv", "--since", "2021-10").Answered().Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("Nobody reports 2019-08", text, StringComparison.Ordinal);
        Assert.Contains("a missing month is not a zero", text, StringComparison.Ordinal);
        Assert.Contains("GBR is left out", text, StringComparison.Ordinal);
        Assert.Contains("what is not reported is no fall", text, StringComparison.Ordinal);
    }
}
