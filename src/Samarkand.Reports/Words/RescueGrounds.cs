using Samarkand.Analyses.Rescue;
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
        var ends = (search.Cycles, search.DeadEnds) switch
        {
            (0, 0) => "",
            (var cycles, 0) => FormattableString.Invariant($" {cycles} of the walks never end: they go round in a cycle."),
            (var cycles, var dead) => FormattableString.Invariant($" {cycles} of the walks never end, since they go round in a cycle; {dead} end where red lines leave a player no stance."),
        };
        return FormattableString.Invariant(
            $"{search.Solved:N0} of {search.Profiles:N0} profiles of stances were solved to 1e-11, in walks of best replies that start from {search.Starts} profiles: the case's own and random ones.{ends} Equilibria to which no walk leads are missed. The quantal response and the map of equilibria need every profile, so both are left out.");
    }

    /// <summary>Why there is no map of equilibria, with a space at the end; empty where there is one or nothing to map.</summary>
    public static string Map(RescueAnswer answer) => answer.Map is null || answer.Landscape is not null || answer.Search is not null
        ? ""
        : FormattableString.Invariant($"The map of equilibria would need more than {StanceGame.MostProfiles:N0} further profiles; {new Parameter("map")} solves them. In the map here the other players keep the stances of the reported equilibrium. ");
}
