using System.Globalization;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>An explanation in words, each sentence a line.</summary>
internal static class ExplanationText
{
    // What does less than this share of the whole is not compared.
    private const double Slight = 0.01;

    /// <summary>Which instrument bites, which costs the coalition the most for what it does, and by which channel the target loses.</summary>
    public static IReadOnlyList<string> Of(CaseExplanation explanation)
    {
        var lines = new List<string> { Bites(explanation) };
        if (explanation.Answer.Case.Coalition.Length > 0 && Dearest(explanation) is { } dearest)
            lines.Add(dearest);
        if (Channel(explanation) is { } channel)
            lines.Add(channel);
        if (Bundles(explanation) is { } bundles)
            lines.Add(bundles);
        if (explanation.Instruments.Orders is { } orders)
            lines.Add(Invariant($"Shapley values are means over {orders} random orders of the instruments; all other numbers are exact."));
        return lines;
    }

    /// <summary>How exactly all of it holds.</summary>
    public static string Certificate(CaseExplanation explanation)
    {
        var residual = Math.Max(explanation.Instruments.LargestResidual, explanation.Answer.Equilibrium.Certificate.Largest);
        return Invariant($"Certificate: largest residual of {explanation.Instruments.Equilibria + 1:N0} equilibria {residual:0.0e+0}; channels add up to the change of real income to {explanation.Gap:0.0e+0} percentage points in every region.");
    }

    private static string Bites(CaseExplanation explanation)
    {
        var (bound, worths) = (explanation.Answer.Case, explanation.Instruments);
        var most = worths.Parts.MaxBy(worth => worth.Shapley.Harm)!;
        var whole = $"{Name(bound, bound.Target)} {Loses(worths.Whole.Harm)} a year{(bound.Coalition.IsEmpty ? "" : $" and the coalition {Loses(worths.Whole.Cost)}")}.";
        if (worths.Parts.Length == 1)
            return $"{whole} The case has one instrument alone, {Name(most)}.";
        return most.Shapley.Harm <= 0
            ? $"{whole} None of its instruments does harm by itself, on average over all orders."
            : Invariant($"{whole} What harms the target most is {Name(most)}: {Money(most.Shapley.Harm)}{Share(most.Shapley.Harm, worths.Whole.Harm)}; without it the loss would be {Money(Math.Abs(most.Last.Harm))} {(most.Last.Harm < 0 ? "larger" : "smaller")}.");
    }

    private static string? Dearest(CaseExplanation explanation)
    {
        var worths = explanation.Instruments;
        var costly = worths.Parts.Where(worth => worth.Shapley.Cost > Slight * Math.Abs(worths.Whole.Cost)).ToArray();
        if (worths.Parts.Length == 1 || costly.Length == 0 || worths.Whole is not { Harm: > 0, Cost: > 0 })
            return null;
        var harmless = costly.Where(worth => worth.Shapley.Harm <= 0).MaxBy(worth => worth.Shapley.Cost);
        if (harmless is not null)
            return Invariant($"{Capital(Name(harmless))} costs the coalition {Money(harmless.Shapley.Cost)} and does the target no harm.");
        if (costly.Length < 2)
            return null;
        var dearest = costly.MaxBy(worth => worth.Shapley.Cost / worth.Shapley.Harm)!;
        return Invariant(
            $"The most costly for what it does is {Name(dearest)}: the coalition loses {dearest.Shapley.Cost / dearest.Shapley.Harm:0.00} dollars for each that the target loses by it; by the whole package, {worths.Whole.Cost / worths.Whole.Harm:0.00}.");
    }

    private static string? Bundles(CaseExplanation explanation)
    {
        var bundles = explanation.Instruments.Parts.Select(worth => worth.Part).Where(part => part.IsBundle).ToArray();
        return bundles.Length == 0 ? null
            : $"Instruments of a bundle are taken together, with what they do to each other. {string.Join(". ", bundles.Select(part => $"{Capital(part.Label)} holds {ExplanationTables.Held(part)}"))}.";
    }

    private static string? Channel(CaseExplanation explanation)
    {
        var bound = explanation.Answer.Case;
        var target = explanation.Channels[bound.Target.Index];
        if (target.Channels.IsEmpty)
            return null;
        var sign = Math.Sign(target.RealIncome - 1);
        var kind = Enum.GetValues<ChannelKind>().MaxBy(kind => sign * target.Total(kind));
        var most = target.Channels.Where(channel => channel.Kind == kind).MaxBy(channel => sign * channel.Log);
        var place = most.Partner is { } partner ? $", the most with {Name(bound, partner)}{(most.Sector is { } sector ? $" in {bound.World.Name(sector)}" : "")} ({most.Percent(target)})" : "";
        return Invariant(
            $"Of {Name(bound, bound.Target)}'s {100 * (target.RealIncome - 1):+0.000;-0.000;0.000} percent of real income, {target.Percent(target.Total(kind)):+0.000;-0.000;0.000} are due to {ChannelText.Label(kind)}{place}.");
    }

    private static string Percent(this Channel channel, RegionChannels region) => Invariant($"{region.Percent(channel.Log):+0.000;-0.000;0.000}");

    private static string Name(InstrumentWorth worth) => worth.Part.IsBundle ? $"the bundle {worth.Part.Label}" : worth.Part.Name == worth.Part.Kind ? worth.Part.Name : $"{worth.Part.Label} ({ExplanationTables.What(worth.Part)})";

    private static string Share(double part, double whole) => whole > 0 ? Invariant($", {100 * part / whole:0} percent of it") : "";

    private static string Loses(double amount) => $"{(amount < 0 ? "gains" : "loses")} {Money(Math.Abs(amount))}";

    private static string Money(double musd) => Math.Abs(musd) >= 1000 ? Invariant($"{musd / 1000:0.0} bn USD") : Invariant($"{musd:0} m USD");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Name(BoundCase bound, Region region) => bound.World.Name(region);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
