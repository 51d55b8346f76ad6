using Samarkand.Analyses.Rescue;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Core;

namespace Samarkand.Reports.Words;

/// <summary>How the game of stances was solved, in sentences.</summary>
internal static class RescueGrounds
{
    /// <summary>How many profiles were solved, and what of the equilibria is known.</summary>
    public static string Profiles(RescueAnswer answer)
    {
        if (answer.Search is not { } search)
            return FormattableString.Invariant($"{answer.Payoffs.ProfileCount:N0} profiles of stances, each solved to 1e-11. Lambda of the quantal response: {answer.Response!.Lambda:0.##}.");
        var ends = Ends(search);
        return answer.Large is { } large
            ? $"{Expanded(large)}{ends}{Missed(large)}"
            : FormattableString.Invariant(
                $"{search.Solved:N0} of {search.Profiles:N0} profiles of stances were solved to 1e-11, in walks of best replies that start from {search.Starts} profiles: the case's own and random ones.{ends} Equilibria to which no walk leads are missed. The quantal response and the map of equilibria need every profile, so both are left out.");
    }

    private static string Ends(BestReplies search) => (search.Cycles, search.DeadEnds) switch
    {
        (0, 0) => "",
        (var cycles, 0) => FormattableString.Invariant($" {cycles} of the walks never end: they go round in a cycle."),
        (var cycles, var dead) => FormattableString.Invariant($" {cycles} of the walks never end, since they go round in a cycle; {dead} end where red lines leave a player no stance."),
    };

    private static string Expanded(LargeGame large)
    {
        var (error, margins) = (large.Error, large.Margins);
        var worst = Enumerable.Range(0, error.Largest.Length).MaxBy(player => error.Largest[player]);
        var least = Enumerable.Range(0, margins.Length).Where(player => !double.IsNaN(margins[player])).OrderBy(player => margins[player]).ToArray();
        var decides = large.Found is null || least.Length == 0
            ? ""
            : FormattableString.Invariant($" The least that a change of stance would cost in the equilibrium is {margins[least[0]]:0.####} percent of income ({Code(large, least[0])}), by payoffs that were all solved.");
        return FormattableString.Invariant(
            $"{large.Solved.Count:N0} of {large.Profiles:N0} profiles of stances were solved to 1e-11: the case's own, every change of one player's stance and of two players', {error.Profiles} random ones, and what was looked at around equilibria. Elsewhere payoffs are taken to be the sum of what one change does and what two do together; on the random ones that misses by {error.RmsOfAll:0.####} percent of a player's income (root mean square), at most by {error.Largest[worst]:0.####} ({Code(large, worst)}). The quantal response rests on it; its lambda is {large.Response.Lambda:0.##}. Equilibria do not: {Given(large)}, the case's own profile and {LargeGame.RandomStarts} random ones, players reply in turn with what really pays them most, until nobody gains.{decides}");
    }

    private static string Given(LargeGame large) => large.Candidates switch
    {
        0 => "the sums give none; from",
        1 => "from the one that the sums give",
        var several => FormattableString.Invariant($"from {Math.Min(several, LargeGame.MostCandidates):N0} of the {several:N0} that the sums give"),
    };

    private static string Missed(LargeGame large) => large.IsComplete
        ? " Equilibria that the sums do not give, and to which no such walk leads, are missed."
        : " The sums were not gone through to their end, so equilibria may be missed.";

    private static string Code(LargeGame large, int player) => large.Actors[player].Player.Region.Text;

    /// <summary>Why there is no map of equilibria, with a space at the end; empty where there is one or nothing to map.</summary>
    public static string Map(RescueAnswer answer) => answer.Map is null || answer.Landscape is not null || answer.Search is not null
        ? ""
        : FormattableString.Invariant($"The map of equilibria would need more than {StanceGame.MostProfiles:N0} further profiles; {new Parameter("map")} solves them. In the map here the other players keep the stances of the reported equilibrium. ");
}
