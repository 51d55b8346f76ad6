using System.Globalization;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Words;

/// <summary>The sizes that an answer rests on: trade elasticities over the world's, and every instrument of the case.</summary>
internal static class SizeGrounds
{
    private const int MostNamed = 6;

    /// <summary>One line for each; of instruments, first those that act.</summary>
    public static IEnumerable<string> Of(BoundCase bound)
    {
        var people = new Cast(bound);
        foreach (var assumption in ElasticityText.Of(bound))
            yield return $"{assumption.Text}.{Evidence(bound, assumption)}";
        foreach (var instrument in bound.Instruments)
            yield return $"{StanceText.Title(bound, instrument)}: {InstrumentText.Of(instrument, people)}{Sources(bound, instrument.Instrument)}";
        var acting = bound.Instruments.Select(instrument => instrument.Instrument.Head.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in CaseDates.Instruments(bound.Case).Where(instrument => !acting.Contains(instrument.Head.Path)))
            yield return $"{instrument.Title}: {InstrumentText.SizeAndSectors(instrument, people)}; it does not act at these stances.";
    }

    /// <summary>One line with every size; none where the case has no instrument.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="omitsMeans">True where the answer tells the means of a rescue elsewhere.</param>
    public static IEnumerable<string> Line(BoundCase bound, bool omitsMeans = false) => [.. ElasticityText.Of(bound).Select(assumption => $"{assumption.Text}."), .. Short(bound, omitsMeans) is { Length: > 0 } sizes ? (string[])[$"Sizes: {sizes}."] : []];

    /// <summary>Every size once, by kind, without whom it acts on: first those that act, then those that would at other stances.</summary>
    private static string Short(BoundCase bound, bool omitsMeans)
    {
        var people = new Cast(bound);
        Instrument[] acting = [.. bound.Instruments.Select(one => one.Instrument).DistinctBy(one => one.Head.Path)];
        string[] told = omitsMeans ? [.. bound.Case.Players.SelectMany(player => player.Means).Select(one => one.Head.Path)] : [];
        var (now, others) = (Sizes(acting, people), Sizes(CaseDates.Instruments(bound.Case).ExceptBy(acting.Select(one => one.Head.Path).Concat(told), one => one.Head.Path), people));
        return others.Length == 0 ? now : $"{now}{(now.Length == 0 ? "" : "; ")}not at these stances: {others}";
    }

    private static string Sizes(IEnumerable<Instrument> instruments, Cast people) => string.Join("; ", instruments
        .GroupBy(one => one.Kind).Select(group => $"{group.Key} {Together([.. group.Select(one => InstrumentText.Short(one, people))])}"));

    // 50 percent of the varieties (electronics), 45 percent of the varieties (machinery): the words stand once. So does a size that several have.
    private static string Together((string Size, string Of)[] sizes) => string.Join(", ", sizes
        .GroupBy(one => Numbered(one.Size) is var (_, words) ? words : one.Size)
        .Select(group => group.Count() == 1 ? group.First().Size + group.First().Of
            : Numbered(group.First().Size) is null ? $"{group.Key} ({string.Join(", ", group.Select(one => one.Of.Trim(' ', '(', ')')).Where(of => of.Length > 0))})"
            : $"{Named([.. group.Select(one => (Numbered(one.Size)!.Value.Number, one.Of))])} {group.Key}"));

    // Of many sizes the span: each stands in the whole answer.
    private static string Named((string Number, string Of)[] sizes)
    {
        if (sizes.Length <= MostNamed)
            return string.Join(", ", sizes.Select(one => one.Number + one.Of));
        string[] sorted = [.. sizes.Select(one => one.Number).OrderBy(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return $"{sizes.Length} sizes from {sorted[0]} to {sorted[^1]}";
    }

    // A number and the words behind it; null where the size does not begin with a number.
    private static (string Number, string Words)? Numbered(string size) =>
        size.Split(' ', 2) is [var number, var words] && double.TryParse(number, CultureInfo.InvariantCulture, out _) ? (number, words) : null;

    private static string Sources(BoundCase bound, Instrument instrument) =>
        $"{(instrument is Ban { Listed: { } listed } ? $" {Listed(bound, listed)}" : "")}{(instrument.Head.Law is { } law ? $" Law: {law}." : "")}";

    private static string Listed(BoundCase bound, ListedShare listed)
    {
        var when = bound.Case.Period is { } period ? $"on the days of {period.Name}" : listed.Day is { } day ? FormattableString.Invariant($"on {day:yyyy-MM-dd}") : "at its end";
        var later = listed.Whole > listed.Own ? FormattableString.Invariant($"; what came on it later, up to {100 * listed.Whole:0} percent, is left out") : "";
        return $"The share is that of the list {listed.List} {when} ({BanLists.Law(listed.List)}){later}; that other senders ban the same share is an assumption.";
    }

    private static string Evidence(BoundCase bound, Assumption assumption) => assumption.Evidence.IsEmpty
        ? " An assumption without evidence."
        : string.Concat(assumption.Evidence.Select(name => bound.Case.Evidence.First(entry => entry.Name == name.Text)).Select(entry => $" \"{entry.Quote}\" ({entry.Source})"));
}
