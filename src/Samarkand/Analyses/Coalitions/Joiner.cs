using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>What a third state would add if it joined the coalition; million USD a year.</summary>
/// <param name="Region">The third state.</param>
/// <param name="AddedHarm">What the target would lose in addition.</param>
/// <param name="OwnCost">What joining would cost the state itself.</param>
public sealed record Joiner(Region Region, double AddedHarm, double OwnCost)
{
    /// <summary>Lets each state join by itself; amounts of money that the coalition holds are then spread over it too.</summary>
    /// <param name="solver">The case.</param>
    /// <param name="states">The states.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium with a state; the message names it.</exception>
    internal static ImmutableArray<Joiner> Of(SubsetSolver solver, ImmutableArray<Region> states, CancellationToken cancellation = default)
    {
        var (whole, with) = (solver.Without([], cancellation), solver.With(states, cancellation));
        return [.. states.Select((state, k) => new Joiner(state, with[k].Harm - whole.Harm, whole.Of([state]) - with[k].Of([state])))];
    }

    /// <summary>The third states that an argument names.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="argument">Where the names stand, for messages.</param>
    /// <param name="names">Regions.</param>
    /// <param name="tell">Told what a name was read as; or null.</param>
    /// <exception cref="InputException">An unknown name, a bloc, the target, a member of the coalition, or one named twice.</exception>
    internal static ImmutableArray<Region> Named(BoundCase bound, string argument, IReadOnlyList<string> names, Action<string>? tell = null)
    {
        var problems = new ProblemList(argument);
        var (regions, place) = (new RegionNames(bound.World, problems), new Place(argument, 0, 0));
        var states = new List<Region>();
        foreach (var name in names)
        {
            if (regions.One(new RegionName(name, false, place), "who joins") is not { } region)
                continue;
            if (region == bound.Target)
                problems.Add(place, $"{name} is the target", "name a third state");
            else if (bound.Coalition.Contains(region))
                problems.Add(place, $"{name} is in the coalition already", "name a third state");
            else if (states.Contains(region))
                problems.Add(place, $"{name} is named twice", "name it once");
            states.Add(region);
        }

        problems.ThrowIfAny();
        regions.Tell(tell);
        return [.. states];
    }
}
