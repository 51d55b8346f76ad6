namespace Samarkand.Cli.Tests;

/// <summary>Every command opens a case in the same way.</summary>
public sealed class OpenedCaseTests : IDisposable
{
    private const string Head = "title: t\ntarget: RUS\ncoalition: [EU, USA]\npackage: [{ kind: tariff, rate: 0.1 }]\npriors:\n  package.0.rate: uniform(0.05, 0.2)\n";

    private readonly WorkFolder _folder = new();

    public static TheoryData<string> Commands => ["run", "simulate", "routes", "align", "coalition", "explain", "design", "sweep", "dependence"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_unknown_world_is_told_by_the_line_that_asks_for_it(string command)
    {
        Write("c.yaml", $"{Head}world: wiod-2012\n");
        _folder.Run(Asked(command, "c.yaml")).Refused("c.yaml:7:8: there is no world `wiod-2012`", "did you mean 'wiod-2011'?");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_quote_that_is_not_in_its_document_is_refused(string command)
    {
        Write("article.txt", "word for word");
        Write("c.yaml", $"{Head}world: wiod-2011\nevidence:\n  e: {{ source: s, quote: another word, file: article.txt }}\n");
        _folder.Run(Asked(command, "c.yaml")).Refused("c.yaml:9:3: the quote of the evidence `e` is not in");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Quotes_are_sought_in_the_folder_of_documents(string command)
    {
        Write("c.yaml", $"{Head}world: wiod-2011\nevidence:\n  e: {{ source: s, quote: another word }}\n");
        _folder.Run([.. Asked(command, "c.yaml"), "--evidence", "cases"]).Refused("c.yaml:9:3: the quote of the evidence `e` is in no text file of cases");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_mistake_in_what_is_not_in_force_is_told(string command)
    {
        Write("c.yaml", $"{Head.Replace("package: [", "package: [{ kind: tariff, rate: 0.1, sectors: [oli], from-date: 2022-12-05 }, ", StringComparison.Ordinal)}world: wiod-2011\n");
        _folder.Run([.. Asked(command, "c.yaml"), "--year", "2021"]).Refused("unknown sector or tag `oli`");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_names_of_tables_need_no_case_and_an_unknown_one_is_answered_with_them(string command)
    {
        var names = _folder.Run(command, "--table", "list").Answered().Lines.Select(line => line.Split(' ')[0]).ToArray();
        Assert.NotEmpty(names);
        _folder.Run([.. Asked(command, "c.yaml"), "--table", "efects"]).Refused($"--table: there is no table `efects`; the tables are {string.Join(", ", names)}");
    }

    [Fact]
    public void A_world_stands_beside_the_case_and_one_of_the_command_line_in_the_current_folder()
    {
        Directory.CreateDirectory(_folder["of"]);
        _folder.Run("world", "export", "wiod-2011", "of/w").Answered();
        Write("of/c.yaml", $"{Head}world: ./w\n");
        string[] form = ["--table", "certificate", "--format", "csv"];
        foreach (var command in (string[])["simulate", "run"])
            _folder.Run([.. Asked(command, "of/c.yaml"), .. form]).Answered();
        Assert.NotEmpty(_folder.Run([.. Asked("dependence", "of/c.yaml"), "--table", "dependence"]).Answered().Output);
        _folder.Run([.. Asked("simulate", "of/c.yaml"), "--against", "of/c.yaml", .. form]).Answered();
        _folder.Run([.. Asked("simulate", "of/c.yaml"), "--world", "of/w", .. form]).Answered();
        _folder.Run([.. Asked("simulate", "of/c.yaml"), "--world", "./w", .. form]).Refused("--world: there is no world `./w`", _folder["w"]);
        Write("c.yaml", $"{Head}world: ./w\n");
        _folder.Run([.. Asked("simulate", "of/c.yaml"), "--against", "c.yaml"]).Refused("c.yaml:7:8: there is no world `./w`");
    }

    [Fact]
    public void A_case_may_come_from_standard_input()
    {
        var text = $"{Head}world: wiod-2011\n";
        Write("c.yaml", text);
        string[] form = ["--horizon", "short", "--format", "csv"];
        foreach (var command in (string[])["simulate", "dependence"])
            Assert.Equal(_folder.Run([.. Asked(command, "c.yaml"), .. form]).Answered().Output, Command.RunOn(text, [.. Asked(command, "-"), .. form]).Answered().Output);
        Command.RunOn("title: t\ntarget: [\n", "simulate", "-").Refused("standard input:2:9: ");
        Command.RunOn(text, "simulate", "-", "--against", "-").Refused("--against: standard input holds one case");
        Command.RunOn("", "run", "-").Refused("standard input:");
    }

    [Fact]
    public void Dates_are_applied_to_a_sweep()
    {
        Write("c.yaml", $"{Head.Replace("rate: 0.1", "rate: 0.1, from-date: 2022-07-02", StringComparison.Ordinal)}world: wiod-2011\n");
        string[] asked = ["sweep", "c.yaml", "--draws", "4", "--format", "csv"];
        var (full, half) = (_folder.Run(asked).Answered(), _folder.Run([.. asked, "--year", "2022"]).Answered());
        Assert.Equal(full.Lines.Length, half.Lines.Length);
        Assert.NotEqual(full.Output, half.Output);
    }

    [Theory]
    [InlineData("simulate", "--closure", "closed")]
    [InlineData("sweep", "--draws", "12", "--chunk", "5")]
    [InlineData("coalition", "--members", "EU,USA")]
    [InlineData("explain")]
    public void The_number_of_threads_changes_no_digit(string command, params string[] more)
    {
        Write("c.yaml", $"{Head}world: wiod-2011\n");
        string[] asked = [.. Asked(command, "c.yaml"), .. more, "--format", "csv"];
        Assert.Equal(_folder.Run([.. asked, "--threads", "1"]).Answered().Output, _folder.Run([.. asked, "--threads", "3"]).Answered().Output);
    }

    private static string[] Asked(string command, string path) => command == "dependence" ? [command, "RUS", "CHN", "--case", path] : [command, path];

    private void Write(string name, string text) => File.WriteAllText(_folder[name], text);
}
