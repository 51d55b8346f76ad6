using System.Collections.Immutable;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of an explanation. Names and columns are stable.</summary>
public static class ExplanationTables
{
    private const int MostSideBySide = 7;
    private const int Digits = 3;

    /// <summary>The name of the table of instruments.</summary>
    public const string Instruments = "instruments";

    /// <summary>The name of the table of channels in total.</summary>
    public const string Totals = "channel-totals";

    /// <summary>The name of the table of channels by partner and sector.</summary>
    public const string Channels = "channels";

    /// <summary>Every table with the line that describes it.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        (Instruments, "What each instrument does, million USD a year: harm to the target and the coalition's own cost"),
        (Totals, "By which channels real income changes"),
        (Channels, "By which channels real income changes, by partner and sector"),
    ];

    /// <summary>One table by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="regions">Whose channels.</param>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, CaseExplanation explanation, ImmutableArray<Region> regions) => name switch
    {
        Instruments => OfInstruments(explanation),
        Totals => OfTotals(explanation, regions),
        Channels => OfChannels(name, All[2].Title, explanation, Rows(explanation, regions)),
        _ => throw new ArgumentException($"there is no table `{name}`", nameof(name)),
    };

    /// <summary>The instruments with short names; standard errors only where orders were sampled.</summary>
    public static Table InstrumentsForPeople(CaseExplanation explanation)
    {
        var (parts, table) = (explanation.Instruments.Parts, OfInstruments(explanation));
        return table with
        {
            Columns =
            [
                new TextColumn("instrument", "Instrument", [.. parts.Select(worth => worth.Part.Label)]),
                new TextColumn("what", "What", [.. parts.Select(worth => What(worth.Part))]),
                .. table.Columns.Skip(3).Take(explanation.Instruments.Orders is null ? 6 : 8),
            ],
        };
    }

    /// <summary>The totals with a column for each region, percent of income; of many regions with a row for each of their channels.</summary>
    public static Table TotalsForPeople(CaseExplanation explanation, ImmutableArray<Region> regions)
    {
        if (regions.Length > MostSideBySide)
            return OfTotals(explanation, regions);
        var shown = Kinds(explanation, regions);
        return new Table(Totals, $"{All[1].Title}, percent", [
            new TextColumn("channel", "Channel", [.. shown.Select(ChannelText.Label), "together: real income"]),
            .. regions.Select(region => explanation.Channels[region.Index]).Select(region => new NumberColumn(
                Code(explanation, region.Region),
                Code(explanation, region.Region),
                [.. shown.Select(kind => Rounded(region.Percent(region.Total(kind)))), Rounded(100 * (region.RealIncome - 1))],
                Digits)),
        ]);
    }

    /// <summary>The largest contributions to a region's change.</summary>
    public static Table Largest(CaseExplanation explanation, Region region, int count) => OfChannels(
        Channels,
        $"The largest single channels of {explanation.Answer.Case.World.Name(region)}",
        explanation,
        Rows(explanation, [region]).OrderByDescending(row => Math.Abs(row.Channel.Log)).Take(count));

    /// <summary>The kind of a part and what of trade it is about.</summary>
    internal static string What(CasePart part) =>
        part.Name != part.Kind && part.Instruments is [{ Instrument: FlowInstrument flow }] && !flow.Scope.Sectors.IsEmpty
            ? $"{part.Kind}: {string.Join(", ", flow.Scope.Sectors.Select(sector => sector.Text))}"
            : part.Kind;

    // With what the case calls it, which has no column of its own.
    private static string Scope(BoundInstrument bound, Cast people) =>
        bound.Instrument.Head.Name is { } name ? $"{name}: {InstrumentText.Of(bound, people)}" : InstrumentText.Of(bound, people);

    private static Table OfInstruments(CaseExplanation explanation)
    {
        var (parts, people) = (explanation.Instruments.Parts, new Cast(explanation.Answer.Case));
        return new Table(Instruments, All[0].Title,
        [
            new TextColumn("instrument", "Instrument", [.. parts.Select(worth => worth.Part.Name)]),
            new TextColumn("kind", "Kind", [.. parts.Select(worth => worth.Part.Kind)]),
            new TextColumn("scope", "Size and scope", [.. parts.Select(worth => string.Join(" ", worth.Part.Instruments.Select(bound => Scope(bound, people))))]),
            Money("alone_harm_musd", "Alone: harm", worth => worth.Alone.Harm),
            Money("alone_cost_musd", "Alone: cost", worth => worth.Alone.Cost),
            Money("last_harm_musd", "Added last: harm", worth => worth.Last.Harm),
            Money("last_cost_musd", "Added last: cost", worth => worth.Last.Cost),
            Money("shapley_harm_musd", "Shapley: harm", worth => worth.Shapley.Harm),
            Money("shapley_cost_musd", "Shapley: cost", worth => worth.Shapley.Cost),
            Money("harm_standard_error_musd", "Standard error of harm", worth => worth.StandardErrors.Harm),
            Money("cost_standard_error_musd", "Standard error of cost", worth => worth.StandardErrors.Cost),
        ]);

        NumberColumn Money(string name, string heading, Func<InstrumentWorth, double> value) => new(name, heading, [.. parts.Select(value)], 0);
    }

    // Without a sign on what rounds to zero.
    private static double Rounded(double value) => Math.Round(value, Digits) + 0.0;

    private static Table OfTotals(CaseExplanation explanation, ImmutableArray<Region> regions)
    {
        var rows = regions.Select(region => explanation.Channels[region.Index])
            .SelectMany(region => Enum.GetValues<ChannelKind>().Select(kind => (Region: region, Channel: new Channel(kind, null, null, region.Total(kind)))))
            .Where(row => row.Channel.Log != 0).ToArray();
        var whole = OfChannels(Totals, All[1].Title, explanation, rows);
        return whole with { Columns = [.. whole.Columns.Where(column => column.Name is not ("partner" or "sector"))] };
    }

    private static Table OfChannels(string name, string title, CaseExplanation explanation, IEnumerable<(RegionChannels Region, Channel Channel)> found)
    {
        var (rows, world) = (found.ToArray(), explanation.Answer.Case.World);
        return new Table(name, title,
        [
            new TextColumn("region", "Region", [.. rows.Select(row => Code(explanation, row.Region.Region))]),
            new TextColumn("channel", "Channel", [.. rows.Select(row => ChannelText.Name(row.Channel.Kind))]),
            new TextColumn("partner", "Partner", [.. rows.Select(row => row.Channel.Partner is { } partner ? Code(explanation, partner) : "")]),
            new TextColumn("sector", "Sector", [.. rows.Select(row => row.Channel.Sector is { } sector ? world.Code(sector) : "")]),
            new NumberColumn("real_income_pct", "Real income %", [.. rows.Select(row => row.Region.Percent(row.Channel.Log))], Digits),
            new NumberColumn("ev_musd", "EV, m USD", [.. rows.Select(row => row.Region.Musd(row.Channel.Log))], 0),
        ]);
    }

    private static IEnumerable<(RegionChannels Region, Channel Channel)> Rows(CaseExplanation explanation, IEnumerable<Region> regions) =>
        regions.Select(region => explanation.Channels[region.Index]).SelectMany(region => region.Channels.Select(channel => (region, channel)));

    private static ChannelKind[] Kinds(CaseExplanation explanation, IEnumerable<Region> regions) =>
        [.. Enum.GetValues<ChannelKind>().Where(kind => regions.Any(region => explanation.Channels[region.Index].Total(kind) != 0))];

    private static string Code(CaseExplanation explanation, Region region) => explanation.Answer.Case.World.Code(region);
}
