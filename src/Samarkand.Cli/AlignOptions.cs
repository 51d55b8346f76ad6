using System.CommandLine;
using Samarkand.Alignment;

namespace Samarkand.Cli;

/// <summary>The options of the question who comes to the rescue.</summary>
internal sealed class AlignOptions
{
    private const int DefaultDraws = 200;

    private readonly Option<int> _draws = new("--draws") { Description = "Draws from the case's priors; 0 for none.", HelpName = "N", DefaultValueFactory = _ => DefaultDraws };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the draws.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _lambda = new("--lambda") { Description = "How closely players look at payoffs, 1 over percent of income.", HelpName = "L", DefaultValueFactory = _ => RescueAnswer.DefaultLambda };

    private readonly Option<string> _rescuers = new("--rescuers") { Description = "In price-of-friendship, the case's rescuer or every third state, cheapest first.", HelpName = "case|all", DefaultValueFactory = _ => "case" };

    public AlignOptions() => _rescuers.AcceptOnlyFromAmong("case", "all");

    public Option[] All => [_draws, _seed, _lambda, _rescuers];

    public AlignRequest Read(ParseResult parsed)
    {
        var (draws, lambda) = (parsed.GetValue(_draws), parsed.GetValue(_lambda));
        if (draws is < 0 or > 1_000_000)
            throw new InputException(new InputProblem("--draws", 0, 0, $"{draws} is not a number of draws", "expected 0 to 1000000"));
        if (!(lambda >= 0) || lambda > 1e6)
            throw new InputException(new InputProblem("--lambda", 0, 0, FormattableString.Invariant($"{lambda} is no value of lambda"), "expected 0 (everything as likely) to 1000000 (the best alone)"));
        return new AlignRequest(draws, parsed.GetValue(_seed), lambda, parsed.GetValue(_rescuers) == "all");
    }
}

/// <summary>What the command line asks of the game of stances.</summary>
/// <param name="Draws">How many draws.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Lambda">How closely players look at their payoffs.</param>
/// <param name="EveryRescuer">True for the prices of every third state.</param>
internal sealed record AlignRequest(int Draws, int Seed, double Lambda, bool EveryRescuer)
{
    /// <summary>The options that differ from their defaults, to be repeated.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Draws == 200 ? (string[])[] : [FormattableString.Invariant($"--draws={Draws}")],
        .. Seed == 1 ? (string[])[] : [FormattableString.Invariant($"--seed={Seed}")],
        .. Lambda == RescueAnswer.DefaultLambda ? (string[])[] : [FormattableString.Invariant($"--lambda={Lambda:R}")],
        .. EveryRescuer ? (string[])["--rescuers=all"] : [],
    ];
}
