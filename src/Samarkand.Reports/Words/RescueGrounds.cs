using Samarkand.Analyses.Rescue;
using Samarkand.Core;

namespace Samarkand.Reports.Words;

/// <summary>How the game of stances was solved, in sentences.</summary>
public static class RescueGrounds
{
    /// <summary>How many profiles were solved, and what of the equilibria is known.</summary>
    public static string Profiles(RescueAnswer answer)
    {
        if (answer.Search is not { } search)
            return FormattableString.Invariant($"{answer.Payoffs.ProfileCount:N0} profiles of stances, each solved to 1e-11. Lambda of the quantal response: {answer.Response!.Lambda:0.##}.");
        var ends = (search.Cycles, search.DeadEnds) switch
        {
            (0, 0) => "",
            (var cycles, 0) => FormattableString.Invariant($" {cycles} of them go round in a cycle."),
            (var cycles, var dead) => FormattableString.Invariant($" {cycles} of them go round in a cycle, {dead} end where red lines leave somebody nothing."),
        };
        return FormattableString.Invariant(
            $"{search.Solved:N0} of {search.Profiles:N0} profiles of stances solved to 1e-11, in walks of best replies from {search.Starts} profiles, the case's own and random ones.{ends} Equilibria to which no walk leads are missed. The quantal response, which needs every profile, is left out, and so is the map of equilibria.");
    }

    /// <summary>Why there is no map of equilibria, with a space at the end; empty where there is one or nothing to map.</summary>
    public static string Map(RescueAnswer answer) => answer.Map is null || answer.Landscape is not null || answer.Search is not null
        ? ""
        : FormattableString.Invariant($"The map of equilibria needs more than {StanceGame.MostProfiles:N0} profiles more, and is solved with {new Parameter("map")}; the map here holds the others at the equilibrium taken. ");
}
