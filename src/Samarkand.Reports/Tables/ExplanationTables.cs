using System.Collections.Immutable;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What the tables of an explanation show.</summary>
/// <param name="Explanation">The explanation.</param>
/// <param name="Regions">Whose channels.</param>
public sealed record ExplainedRegions(CaseExplanation Explanation, ImmutableArray<Region> Regions);

/// <summary>The tables of an explanation. Names and columns are stable.</summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Explanation;
/// using Samarkand.Cases;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
/// var regions = new ExplainedRegions(CaseExplanation.Of(bound), [bound.Target]);
/// TableWriter.WriteCsv(ExplanationTables.All.Make(ExplanationTables.Instruments, regions), Console.Out);
/// </code>
/// </example>
public static class ExplanationTables
{
    /// <summary>The name of the table of instruments.</summary>
    public const string Instruments = "instruments";

    /// <summary>The name of the table of channels in total.</summary>
    public const string Totals = "channel-totals";

    /// <summary>The name of the table of channels by partner and sector.</summary>
    public const string Channels = "channels";

    private const int MostSideBySide = 7;
    private const int Digits = 3;

    // More sectors than these are only counted where a line has to be short.
    private const int MostNamed = 6;

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<ExplainedRegions>> All { get; } =
    [
        new(Instruments, "What each instrument does, million USD a year: harm to the target and the coalition's own cost", OfInstruments),
        new(Totals, "By which channels real income changes", OfTotals),
        new(Channels, "By which channels real income changes, by partner and sector", OfChannels),
    ];

    /// <summary>The instruments with short names; standard errors only where orders were sampled.</summary>
    internal static Table InstrumentsForPeople(CaseExplanation explanation)
    {
        var (parts, table) = (explanation.Instruments.Parts, All.Make(Instruments, new ExplainedRegions(explanation, [])));
        var instrument = ((TextColumn)table.Columns[0]) with { Values = [.. parts.Select(worth => worth.Part.Label)] };
        var what = new TextColumn("what", "What", [.. parts.Select(worth => What(worth.Part))]) { Unit = Units.Text, Meaning = "What kind of instrument it is, and what of trade it is about." };
        return table with { Columns = [instrument, what, .. table.Columns.Skip(3).Take(explanation.Instruments.Orders is null ? 6 : 8)] };
    }

    /// <summary>The totals with a column for each region, percent of income; of many regions with a row for each of their channels.</summary>
    internal static Table TotalsForPeople(CaseExplanation explanation, ImmutableArray<Region> regions) =>
        (regions.Length > MostSideBySide ? All.Find(Totals) : SideBySide).Make(new ExplainedRegions(explanation, regions));

    /// <summary>The largest contributions to a region's change.</summary>
    internal static Table Largest(CaseExplanation explanation, Region region, int count)
    {
        var table = All.Make(Channels, new ExplainedRegions(explanation, [region]));
        var logs = explanation.Channels[region.Index].Channels;
        return table.Pick([.. Enumerable.Range(0, logs.Length).OrderByDescending(row => Math.Abs(logs[row].Log)).Take(count)]) with
        {
            Title = $"The largest single channels of {explanation.Answer.Case.World.Name(region)}",
        };
    }

    /// <summary>The kind of a part and what of trade it is about; of a bundle, what it holds.</summary>
    internal static string What(CasePart part) =>
        part.IsBundle ? $"{part.Instruments.Length} instruments: {Held(part)}"
        : part.Name != part.Kind && part.Instruments is [var only] ? What(only)
        : part.Kind;

    /// <summary>What a bundle holds, each instrument by the name that the case gives it, or by its kind and what of trade it is about.</summary>
    internal static string Held(CasePart part) => string.Join(part.Instruments.All(bound => bound.Instrument.Head.Name is not null) ? ", " : "; ", part.Instruments.Select(bound => bound.Instrument.Head.Name ?? What(bound)));

    private static string What(BoundInstrument bound) => bound.Instrument is FlowInstrument { Scope.Sectors: { IsEmpty: false } sectors }
        ? $"{bound.Instrument.Kind}: {(sectors.Length > MostNamed ? $"{sectors.Length} sectors" : string.Join(", ", sectors.Select(sector => sector.Text)))}"
        : bound.Instrument.Kind;

    // The totals as people read them.
    private static TableSpec<ExplainedRegions> SideBySide { get; } = new(Totals, "By which channels real income changes, percent", () => TableDraft
        .Of((ExplainedRegions of) => Kinds(of))
        .Text("channel", "Channel", Units.Text, "By what real income changes; the last row is the whole change.", kind => kind is { } one ? ChannelText.Label(one) : "together: real income")
        .Each(
            new ColumnSpec("*", "A region's code", Units.Percent, "What the channel does to the region's real income; channels add up to the whole change.", true),
            (of, kinds) => of.Regions.Select(region => of.Explanation.Channels[region.Index]).Select(region => new NumberColumn(
                World(of).Code(region.Region), World(of).Code(region.Region), [.. kinds.Select(kind => Rounded(kind is { } one ? region.Percent(region.Total(one)) : 100 * (region.RealIncome - 1)))], Digits)))
        .Shape());

    private static TableShape<ExplainedRegions> OfInstruments() => TableDraft
        .Of((ExplainedRegions of) => of.Explanation.Instruments.Parts.Select(worth => (Worth: worth, Scope: Scope(of, worth))).ToArray())
        .Text("instrument", "Instrument", Units.Text, "Its path in the case; of several that count as one, their bundle, their kind or their block.", row => row.Worth.Part.Name)
        .Text("kind", "Kind", Units.Word, "Its kind, as the case writes it.", row => row.Worth.Part.Kind)
        .Text("scope", "Size and scope", Units.Text, "How large it is, and what it acts on; of a bundle, of each instrument in it.", row => row.Scope)
        .Number("alone_harm_musd", "Alone: harm", Units.MillionUsd, "What the target loses where this instrument alone is in force.", row => row.Worth.Alone.Harm, 0)
        .Number("alone_cost_musd", "Alone: cost", Units.MillionUsd, "What the coalition loses where this instrument alone is in force.", row => row.Worth.Alone.Cost, 0)
        .Number("last_harm_musd", "Added last: harm", Units.MillionUsd, "The target's loss by the whole case less that by the case without this instrument.", row => row.Worth.Last.Harm, 0)
        .Number("last_cost_musd", "Added last: cost", Units.MillionUsd, "The coalition's loss by the whole case less that by the case without this instrument.", row => row.Worth.Last.Cost, 0)
        .Number("shapley_harm_musd", "Shapley: harm", Units.MillionUsd, "What it adds to the target's loss on average over all orders; these add up to the whole.", row => row.Worth.Shapley.Harm, 0)
        .Number("shapley_cost_musd", "Shapley: cost", Units.MillionUsd, "What it adds to the coalition's loss on average over all orders; these add up to the whole.", row => row.Worth.Shapley.Cost, 0)
        .Number("harm_standard_error_musd", "Standard error of harm", Units.MillionUsd, "Standard error of its Shapley value in harm; zero where every subset was solved.", row => row.Worth.StandardErrors.Harm, 0)
        .Number("cost_standard_error_musd", "Standard error of cost", Units.MillionUsd, "Standard error of its Shapley value in cost; zero where every subset was solved.", row => row.Worth.StandardErrors.Cost, 0)
        .Text("holds", "Holds", Units.Text, "The paths of the instruments that it holds, in the case's order.", row => string.Join(" ", row.Worth.Part.Instruments.Select(bound => bound.Instrument.Head.Path).Distinct()))
        .Shape();

    private static TableShape<ExplainedRegions> OfTotals() => Named(TableDraft
        .Of((ExplainedRegions of) => Regions(of).SelectMany(region => Enum.GetValues<ChannelKind>().Select(kind => (Region: region, Channel: new Channel(kind, null, null, region.Total(kind))))).Where(row => row.Channel.Log != 0).ToArray(), World))
        .Sized()
        .Shape();

    private static TableShape<ExplainedRegions> OfChannels() => Named(TableDraft
        .Of((ExplainedRegions of) => Regions(of).SelectMany(region => region.Channels.Select(channel => (Region: region, Channel: channel))).ToArray(), World))
        .Region("partner", "Partner", "With whom; empty where the channel has no partner.", row => row.Channel.Partner)
        .Sector("sector", "Sector", "In which sector; empty where the channel has none.", row => row.Channel.Sector)
        .Sized()
        .Shape();

    private static TableDraft<ExplainedRegions, (RegionChannels Region, Channel Channel)> Named(TableDraft<ExplainedRegions, (RegionChannels Region, Channel Channel)> draft) => draft
        .Region("region", "Region", "Whose real income.", row => row.Region.Region)
        .Text("channel", "Channel", Units.Word, "By what it changes; the method page says what each channel is.", row => ChannelText.Name(row.Channel.Kind));

    private static TableDraft<ExplainedRegions, (RegionChannels Region, Channel Channel)> Sized(this TableDraft<ExplainedRegions, (RegionChannels Region, Channel Channel)> draft) => draft
        .Number("real_income_pct", "Real income %", Units.Percent, "What the channel does to real income; channels add up to the whole change.", row => row.Region.Percent(row.Channel.Log), Digits)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "What the channel does to real income, as money at the prices before (equivalent variation).", row => row.Region.Musd(row.Channel.Log), 0);

    // Null stands for all of them together.
    private static ChannelKind?[] Kinds(ExplainedRegions of) =>
        [.. Enum.GetValues<ChannelKind>().Where(kind => Regions(of).Any(region => region.Total(kind) != 0)).Select(kind => (ChannelKind?)kind), null];

    private static IEnumerable<RegionChannels> Regions(ExplainedRegions of) => of.Regions.Select(region => of.Explanation.Channels[region.Index]);

    private static string Scope(ExplainedRegions of, InstrumentWorth worth)
    {
        var people = new Cast(of.Explanation.Answer.Case);
        return string.Join(" ", worth.Part.Instruments.Select(bound => Scope(bound, people)));
    }

    // With what the case calls it, which has no column of its own.
    private static string Scope(BoundInstrument bound, Cast people) =>
        bound.Instrument.Head.Name is { } name ? $"{name}: {InstrumentText.Of(bound, people)}" : InstrumentText.Of(bound, people);

    // Without a sign on what rounds to zero.
    private static double Rounded(double value) => Math.Round(value, Digits) + 0.0;

    private static World World(ExplainedRegions of) => of.Explanation.Answer.Case.World;
}
