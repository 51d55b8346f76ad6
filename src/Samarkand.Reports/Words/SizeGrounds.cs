using System.Globalization;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Words;

/// <summary>The sizes that an answer rests on: trade elasticities over the world's, and every instrument of the case.</summary>
internal static class SizeGrounds
{
    /// <summary>One line for each; of instruments, first those that act.</summary>
    public static IEnumerable<string> Of(BoundCase bound)
    {
        var people = new Cast(bound);
        foreach (var assumption in ElasticityText.Of(bound))
            yield return $"{assumption.Text}.{Evidence(bound, assumption)}";
        foreach (var instrument in bound.Instruments)
            yield return $"{StanceText.Title(bound, instrument)}: {InstrumentText.Of(instrument, people)}{Sources(instrument.Instrument)}";
        var acting = bound.Instruments.Select(instrument => instrument.Instrument.Head.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in CaseDates.Instruments(bound.Case).Where(instrument => !acting.Contains(instrument.Head.Path)))
            yield return $"{instrument.Title}: {InstrumentText.SizeAndSectors(instrument, people)}; it does not act at these stances.";
    }

    /// <summary>One line with every size; none where the case has no instrument.</summary>
    public static IEnumerable<string> Line(BoundCase bound) => [.. ElasticityText.Of(bound).Select(assumption => $"{assumption.Text}."), .. Short(bound) is { Length: > 0 } sizes ? (string[])[$"Sizes: {sizes}."] : []];

    /// <summary>Every size once, by kind, without whom it acts on: first those that act, then those that would at other stances.</summary>
    private static string Short(BoundCase bound)
    {
        var people = new Cast(bound);
        Instrument[] acting = [.. bound.Instruments.Select(one => one.Instrument).DistinctBy(one => one.Head.Path)];
        var (now, others) = (Sizes(acting, people), Sizes(CaseDates.Instruments(bound.Case).ExceptBy(acting.Select(one => one.Head.Path), one => one.Head.Path), people));
        return others.Length == 0 ? now : $"{now}{(now.Length == 0 ? "" : "; ")}not at these stances: {others}";
    }

    private static string Sizes(IEnumerable<Instrument> instruments, Cast people) => string.Join("; ", instruments
        .GroupBy(one => one.Kind).Select(group => $"{group.Key} {Together([.. group.Select(one => InstrumentText.Short(one, people))])}"));

    // 50 percent of the varieties (electronics), 45 percent of the varieties (machinery): the words stand once.
    private static string Together((string Size, string Of)[] sizes)
    {
        var words = sizes.Select(one => one.Size.Split(' ', 2)).ToArray();
        return words.Length > 1 && words.All(parts => parts.Length == 2 && parts[1] == words[0][1] && double.TryParse(parts[0], CultureInfo.InvariantCulture, out _))
            ? $"{string.Join(", ", sizes.Select((one, i) => $"{words[i][0]}{one.Of}"))} {words[0][1]}"
            : string.Join(", ", sizes.Select(one => one.Size + one.Of));
    }

    private static string Sources(Instrument instrument) =>
        $"{(instrument is Ban { List: { } list } ? $" The share is that of the list {list} ({BanLists.Law(list)}); that other senders ban the same share is an assumption." : "")}{(instrument.Head.Law is { } law ? $" Law: {law}." : "")}";

    private static string Evidence(BoundCase bound, Assumption assumption) => assumption.Evidence.IsEmpty
        ? " An assumption without evidence."
        : string.Concat(assumption.Evidence.Select(name => bound.Case.Evidence.First(entry => entry.Name == name.Text)).Select(entry => $" \"{entry.Quote}\" ({entry.Source})"));
}
