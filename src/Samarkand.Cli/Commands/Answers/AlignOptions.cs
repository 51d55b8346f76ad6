using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The options of the question who comes to the rescue.</summary>
internal sealed class AlignOptions
{
    private readonly Option<int> _draws = new("--draws") { Description = "Draws from the case's priors; 0 for none.", HelpName = "N", DefaultValueFactory = _ => RescueRequest.DefaultDraws };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the draws and of --search.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _lambda = new("--lambda") { Description = "How closely players look at payoffs, 1 over percent of income.", HelpName = "L", DefaultValueFactory = _ => RescueAnswer.DefaultLambda };
    private readonly Option<string> _rescuers = new("--rescuers") { Description = "In price-of-friendship, the case's rescuer or every third state, cheapest first.", HelpName = "case|all", DefaultValueFactory = _ => "case" };
    private readonly Option<string?> _first = new("--coalition-first") { Description = "The coalition commits first, to one of these shares of its secondary sanctions.", HelpName = "0,0.5,1", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _search = new("--search") { Description = "Look for equilibria by best replies: for more profiles than can be solved; may miss some." };
    private readonly Option<bool> _map = new("--map") { Description = "The map of equilibria, however many profiles it needs." };

    public AlignOptions() => _rescuers.AcceptOnlyFromAmong("case", "all");

    public Option[] All => [_draws, _seed, _lambda, _rescuers, _first, _search, _map];

    public AlignRequest Read(ParseResult parsed)
    {
        var (draws, lambda) = (parsed.GetValue(_draws), parsed.GetValue(_lambda));
        if (draws is < 0 or > 1_000_000)
            throw Wrong("--draws", $"{draws} is not a number of draws", "expected 0 to 1000000");
        if (!(lambda >= 0) || lambda > 1e6)
            throw Wrong("--lambda", FormattableString.Invariant($"{lambda} is no value of lambda"), "expected 0 (everything as likely) to 1000000 (the best alone)");
        return new AlignRequest(
            new RescueRequest
            {
                Draws = draws,
                Seed = parsed.GetValue(_seed),
                Lambda = lambda,
                CoalitionFirst = parsed.GetResult(_first) is not null,
                Severities = Severities(parsed.GetValue(_first)),
                Search = parsed.GetValue(_search),
                Map = parsed.GetValue(_map),
            },
            parsed.GetValue(_rescuers) == "all");
    }

    private static ImmutableArray<double> Severities(string? text)
    {
        var severities = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var severity) || !(severity is >= 0 and <= 1) || (severities.Count > 0 && severity <= severities[^1]))
                throw Wrong("--coalition-first", $"`{text}` is not a list of ascending shares of the secondary sanctions' size", "write numbers from 0 to 1 after the option, such as --coalition-first 0,0.25,0.5,0.75,1, and the case before it");
            severities.Add(severity);
        }

        return severities.ToImmutable();
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>What the command line asks of the game of stances.</summary>
/// <param name="Asked">What is solved.</param>
/// <param name="EveryRescuer">True for the prices of every third state.</param>
internal sealed record AlignRequest(RescueRequest Asked, bool EveryRescuer)
{
    /// <summary>The options that differ from their defaults, to be repeated.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Asked.Draws == RescueRequest.DefaultDraws ? (string[])[] : [FormattableString.Invariant($"--draws={Asked.Draws}")],
        .. Asked.Seed == 1 ? (string[])[] : [FormattableString.Invariant($"--seed={Asked.Seed}")],
        .. Asked.Lambda == RescueAnswer.DefaultLambda ? (string[])[] : [FormattableString.Invariant($"--lambda={Asked.Lambda:R}")],
        .. EveryRescuer ? (string[])["--rescuers=all"] : [],
        .. !Asked.CoalitionFirst ? (string[])[]
            : Asked.Severities.IsEmpty ? ["--coalition-first"]
            : [$"--coalition-first={string.Join(',', Asked.Severities.Select(severity => severity.ToString("R", CultureInfo.InvariantCulture)))}"],
        .. Asked.Search ? (string[])["--search"] : [],
        .. Asked.Map ? (string[])["--map"] : [],
    ];
}
