using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Explanation;

/// <summary>A case explained: which instrument does what, and by which channels each region's real income changes.</summary>
/// <param name="Answer">The whole case, solved.</param>
/// <param name="Instruments">What each part of the case does.</param>
/// <param name="Channels">The channels of every region, in the world's order.</param>
public sealed record CaseExplanation(CaseAnswer Answer, InstrumentWorths Instruments, ImmutableArray<RegionChannels> Channels)
{
    // So many members of the coalition are shown where nobody names regions.
    private const int MostLosers = 3;

    /// <summary>The largest difference between a region's change of real income and the sum of its channels, percent points.</summary>
    public double Gap => Channels.Max(region => Math.Abs(region.Percent(region.Channels.Sum(channel => channel.Log)) - 100 * (region.RealIncome - 1)));

    /// <summary>The regions that matter the most to the case: the target, who of the coalition loses the most money, and the rescuer of the case's question.</summary>
    public ImmutableArray<Region> Protagonists
    {
        get
        {
            var bound = Answer.Case;
            var losers = bound.Coalition.OrderBy(member => Answer.Effects.Regions[member.Index].EquivalentVariation).Take(MostLosers);
            var rescuer = Enumerable.Range(0, bound.World.Regions.Length).Where(r => bound.World.Regions[r].Code == bound.Case.Question?.Rescuer?.Text).Select(r => new Region(r));
            return [.. new[] { bound.Target }.Concat(losers).Concat(rescuer).Distinct()];
        }
    }

    /// <summary>Explains a case.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="orders">How many random orders of its parts to sample; null for every subset, where there are few enough.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The case has no instrument in force, or too many.</exception>
    /// <exception cref="NoEquilibriumException">The case or a subset of its parts has no equilibrium; the message names it.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Explanation;
    /// using Samarkand.Cases;
    ///
    /// var bound = new CaseDraft("Which measure does what?", "RUS") { Coalition = ["EU", "USA"] }
    ///     .ExportBan(0.5, "electronics").Tariff(0.25, "energy").Open();
    /// foreach (var part in CaseExplanation.Of(bound).Instruments.Parts)
    ///     Console.WriteLine($"{part.Part.Name}: {part.Shapley.Harm:N0} m USD of harm for {part.Shapley.Cost:N0} of own cost");
    /// </code>
    /// </example>
    public static CaseExplanation Of(BoundCase bound, int? orders = null, int seed = 1, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var answer = CaseAnswer.Solve(bound, cancellation);
        var channels = bound.Shock.IsNone
            ? [.. answer.Effects.Regions.Select(region => new RegionChannels(region.Region, answer.Effects.Before.Incomes[region.Region.Index], 1, []))]
            : IncomeChannels.Of(answer.Equilibrium);
        return new CaseExplanation(answer, InstrumentWorth.Of(bound, orders, seed, progress, cancellation), channels);
    }

    /// <summary>The regions that an argument names.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the names stand, for messages.</param>
    /// <param name="names">Regions and blocs.</param>
    /// <param name="tell">Told what a name was read as, and which covers less than it says; or null.</param>
    /// <exception cref="InputException">A name that the world does not hold.</exception>
    internal static ImmutableArray<Region> Named(World world, string argument, IReadOnlyList<string> names, Action<string>? tell = null)
    {
        var problems = new ProblemList(argument);
        var (regions, place) = (new RegionNames(world, problems), new Place(argument, 0, 0));
        var found = names.SelectMany(name => regions.Members(new RegionName(name, false, place))).Distinct().ToImmutableArray();
        problems.ThrowIfAny();
        regions.Tell(tell);
        return found;
    }
}
