using System.CommandLine;
using System.CommandLine.Parsing;
using Samarkand.Cli.Options;
using Samarkand.Core;
using Verb = System.CommandLine.Command;

namespace Samarkand.Cli.Tests;

/// <summary>The options of all commands, without a process for each.</summary>
public class OptionTests
{
    private static readonly RootCommand Root = CommandLine.Root();

    private static readonly string[] OfCases = ["run", "simulate", "routes", "align", "coalition", "explain", "design", "dependence", "sweep", "batch"];

    /// <summary>Every option that takes a number, with the words before it. The import of tables reads its own.</summary>
    public static TheoryData<string, string> Numbers =>
    [
        .. from command in Commands(Root, [])
           where !command.Path.Contains("import")
           from option in command.Verb.Options
           where option.ValueType == typeof(int) || option.ValueType == typeof(int?) || option.ValueType == typeof(double) || option.ValueType == typeof(double?)
           select (string.Join(' ', command.Path), option.Name),
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_is_refused_by_a_sentence_of_its_own(string command, string option)
    {
        foreach (var text in (string[])["4,5", "1,000", "1 000", "abc", "12abc", "0x10", "1_000", "NaN", "Infinity", "1e400", "1e-1,0", "٣", "--5"])
        {
            var error = Assert.Single(Parsed(command, option, text).Errors);
            Assert.StartsWith($"{option}: `{text}` is no", error.Message, StringComparison.Ordinal);
            Assert.Contains("expected ", error.Message, StringComparison.Ordinal);
            Assert.Equal(text.Contains(','), error.Message.Contains("use a point for decimals", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_as_in_a_case(string command, string option)
    {
        foreach (var text in (string[])["20", "2e1", "20.0", "+20"])
        {
            var parsed = Parsed(command, option, text);
            Assert.Empty(parsed.Errors);
            Assert.Equal(20.0, Convert.ToDouble(parsed.GetValue<object>(option), null));
        }
    }

    [Theory]
    [InlineData("run", "--draws", "2.5")]
    [InlineData("run", "--draws", "-1")]
    [InlineData("run", "--lambda", "-0.5")]
    [InlineData("run", "--lambda", "2e6")]
    [InlineData("sweep", "--draws", "0")]
    [InlineData("sweep", "--seed", "3000000000")]
    [InlineData("sweep", "--chunk", "10000001")]
    [InlineData("design", "--points", "1")]
    [InlineData("coalition", "--permutations", "1")]
    [InlineData("explain", "--permutations", "100001")]
    [InlineData("explain", "--threads", "0")]
    public void A_number_that_is_out_of_range_is_refused_with_the_range(string command, string option, string text)
    {
        var message = Assert.Single(Parsed(command, option, text).Errors).Message;
        Assert.StartsWith($"{option}: {text} is no", message, StringComparison.Ordinal);
        Assert.Contains("; expected ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_its_number_takes_the_usual_one()
    {
        Assert.Equal(200, Parsed("coalition", "--permutations").GetValue<int?>("--permutations"));
        Assert.Null(Parsed("coalition").GetValue<int?>("--permutations"));
        Assert.Equal(-7, Parsed("sweep", "--seed", "-7").GetValue<int>("--seed"));
        Assert.Equal(2.5, Parsed("align", "--lambda", "2.5").GetValue<double>("--lambda"));
    }

    [Fact]
    public void Every_command_that_takes_a_case_has_the_options_of_both_groups()
    {
        string[] shared = ["--world", "--target", "--horizon", "--closure", "--set", "--stance", "--as-of", "--year", "--evidence", "--threads", "--table", "--format"];
        Assert.All(OfCases, name => Assert.Superset(shared.ToHashSet(), Names(name)));
        Assert.All(OfCases.Where(name => name != "dependence"), name => Assert.Contains("--output", Names(name)));
        Assert.Contains("--threads", Commands(Root, []).Single(command => command.Path is ["world", "check"]).Verb.Options.Select(option => option.Name));
    }

    [Fact]
    public void Threads_are_those_that_work()
    {
        var before = InParallel.Threads;
        try
        {
            var option = new ThreadsOption();
            var command = new RootCommand { option.Option };
            option.Apply(command.Parse([]));
            Assert.Equal(before, InParallel.Threads);
            option.Apply(command.Parse(["--threads", "3"]));
            Assert.Equal(3, InParallel.Threads);
        }
        finally
        {
            InParallel.Threads = before;
        }
    }

    [Theory]
    [InlineData("", "", "--draws=1000 --seed=1")]
    [InlineData("--draws 2e1 --seed 7 --chunk 5 --format csv --threads 2", "", "--draws=2e1 --seed=7")]
    [InlineData("--horizon short --set title=x --target CHN --stance RUS=join --world w --year 2022", "title=x --target=CHN --stance=RUS=join --world=w --horizon=short --year=2022", "--draws=1000 --seed=1")]
    [InlineData("--as-of 2022-09-15", "--as-of=2022-09-15", "--draws=1000 --seed=1")]
    public void What_is_to_be_repeated_is_what_was_given_and_what_numbers_rest_on(string typed, string ofCase, string own)
    {
        var probe = new Probe();
        var command = probe.Make("probe", "");
        Assert.Equal(0, command.Parse(["x.yaml", .. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Invoke());
        Assert.Equal($"{ofCase} {own}".Trim(), string.Join(' ', probe.Asked!.ToRepeat));
    }

    private static IEnumerable<(string[] Path, Verb Verb)> Commands(Verb parent, string[] path) =>
        parent.Subcommands.SelectMany(child => Commands(child, [.. path, child.Name]).Prepend(([.. path, child.Name], child)));

    private static HashSet<string> Names(string command) => [.. Root.Subcommands.Single(verb => verb.Name == command).Options.Select(option => option.Name)];

    // With what a command needs besides, so that nothing else is wrong.
    private static ParseResult Parsed(string command, params string[] words)
    {
        string[] needed = command switch
        {
            "dependence" => ["RUS", "CHN"],
            "world build" => ["samarkand-2021", "--sources", "x"],
            "world check" => ["wiod-2011"],
            "serve" or "mcp" or "work" => [],
            _ => ["case.yaml"],
        };
        return Root.Parse([.. command.Split(' '), .. needed, .. words]);
    }

    private sealed class Probe() : CaseCommand<CaseRequest>(CaseOptionGroup.Required(), new OutputOptionGroup([("one", "One")], "A folder."))
    {
        private readonly Option<int> _draws = NumberOption.Whole("--draws", "N", "", new WholeNumbers("a number of draws", 1, 1000), 1000);
        private readonly Option<int> _seed = NumberOption.Whole("--seed", "S", "", WholeNumbers.Seeds, 1);
        private readonly Option<int> _chunk = NumberOption.Whole("--chunk", "N", "", new WholeNumbers("a number of draws", 1, 1000), 10);

        public CaseRequest? Asked { get; private set; }

        protected override IReadOnlyList<OwnOption> Own => [OwnOption.AlwaysTold(_draws), OwnOption.AlwaysTold(_seed), OwnOption.OfForm(_chunk)];

        protected override CaseRequest Read(ParseResult parsed, CaseRequest shared) => shared;

        protected override int Answer(CaseRequest request, CancellationToken cancellation)
        {
            Asked = request;
            return 0;
        }
    }
}
