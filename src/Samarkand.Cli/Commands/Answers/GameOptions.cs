using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases.Reading;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The options of the question who comes to the rescue.</summary>
internal sealed class GameOptions
{
    private readonly Option<int> _draws = NumberOption.Whole(
        "--draws", "N", "How many draws from the case's priors; 0 for none.", new WholeNumbers("a number of draws", 0, 1_000_000), RescueRequest.DefaultDraws);
    private readonly Option<int> _seed = NumberOption.Whole("--seed", "S", "The seed of the draws and of --search.", WholeNumbers.Seeds, 1);
    private readonly Option<double> _lambda = NumberOption.Positive(
        "--lambda", "L", "How closely players follow their payoffs in the quantal response, per percent of income. At 0 every stance is equally likely.", 1e6, "0 (every stance equally likely) to 1000000 (only the best one)", RescueAnswer.DefaultLambda);
    private readonly Option<string> _rescuers = new("--rescuers") { Description = "Whom the table price-of-friendship shows: the case's rescuer, or every third state, cheapest first.", HelpName = "case|all", DefaultValueFactory = _ => "case" };
    private readonly Option<string?> _first = new("--coalition-first") { Description = "Let the coalition move first: it commits to one of these shares of the size of its secondary sanctions.", HelpName = "0,0.5,1", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _search = new("--search") { Description = "Search for equilibria by best replies, where there are too many profiles of stances to solve them all. It may miss some." };
    private readonly Option<bool> _map = new("--map") { Description = "Solve the map of equilibria, however many profiles of stances it needs." };

    public GameOptions() => _rescuers.AcceptOnlyFromAmong("case", "all");

    public IEnumerable<OwnOption> All => [new(_draws), new(_seed), new(_lambda), new(_rescuers), new(_first), new(_search), new(_map)];

    public GameRequest Read(ParseResult parsed) => new(
        new RescueRequest
        {
            Draws = parsed.GetValue(_draws),
            Seed = parsed.GetValue(_seed),
            Lambda = parsed.GetValue(_lambda),
            CoalitionFirst = parsed.GetResult(_first) is not null,
            Severities = Severities(parsed.GetValue(_first)),
            Search = parsed.GetValue(_search),
            Map = parsed.GetValue(_map),
        },
        parsed.GetValue(_rescuers) == "all");

    private ImmutableArray<double> Severities(string? text)
    {
        var severities = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (!Quantities.TryNumber(part, out var severity) || severity is < 0 or > 1 || (severities.Count > 0 && severity <= severities[^1]))
            {
                throw new InputException(new InputProblem(
                    _first.Name,
                    0,
                    0,
                    $"`{text}` is not a list of ascending shares of the secondary sanctions' size",
                    "write numbers from 0 to 1 after the option, such as --coalition-first 0,0.25,0.5,0.75,1, and the case before it"));
            }

            severities.Add(severity);
        }

        return severities.ToImmutable();
    }
}

/// <summary>What the command line asks of the game of stances.</summary>
/// <param name="Asked">What is solved.</param>
/// <param name="EveryRescuer">True for the prices of every third state.</param>
internal sealed record GameRequest(RescueRequest Asked, bool EveryRescuer);
