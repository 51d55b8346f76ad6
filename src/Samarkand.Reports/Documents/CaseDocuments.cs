using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Documents;

/// <summary>The documents of a solved case: its effects, the report on it, its routes, who comes to the rescue, and its months.</summary>
internal static class CaseDocuments
{
    private const int FewReasons = 1;
    private const int FewNames = 1;
    private const int FewStates = 2;
    private const int MostStates = 3;
    private const int MostConduits = 50;
    private const int MostSectors = 15;
    private const int MostRescueRows = 25;

    /// <summary>The effects alone, or one table.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Effects(CaseTables tables, string? only) =>
        One("simulate", tables, only) ?? Begin("simulate", tables, ForPrograms(tables), [new ShownTable(tables.Make(EffectTables.ByRegion))]);

    /// <summary>The report: who pays, who comes to the rescue, the largest gains and losses, and what that rests on; or one table.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    /// <param name="isFull">True for every reason, every ground and the effects of every region.</param>
    public static AnswerDocument Report(CaseTables tables, string? only, bool isFull)
    {
        if (One("run", tables, only) is { } one)
            return one;
        var answer = tables.Answer;
        var shown = new List<ShownTable> { new(SummaryTable.Of(answer, tables.Rescue?.Rescuer.Region, isFull ? MostStates : FewStates)) };
        if (isFull)
            shown.AddRange([.. tables.Horizons.IsEmpty ? (ShownTable[])[] : [new ShownTable(tables.Make(HorizonTable.Name))], new ShownTable(tables.Make(EffectTables.ByRegion))]);
        return Begin("run", tables, ForPrograms(tables), [.. shown]) with
        {
            Words = [new Passage("answer", [.. WhoPays(tables, isFull)]), .. Verdicts(tables, isFull)],
            Grounds = isFull ? [.. Grounds.Of(answer)] : [.. Grounds.Short(answer, tables.Rescue?.Means is not null), $"All of it, with every region, reason and ground: {new Parameter("full")}"],
        };
    }

    private static IEnumerable<string> WhoPays(CaseTables tables, bool isFull)
    {
        var lines = Briefing.Of(tables.Answer, withCommitments: isFull || tables.Rescue is null, isFull ? Briefing.MostNames : FewNames);
        return HorizonText.Of(tables.Answer.Case.World, tables.Answer.Case.Target, tables.Horizons) is { } horizons ? lines.Append(horizons) : lines;
    }

    /// <summary>Which banned goods come through whom, or one table.</summary>
    /// <inheritdoc cref="Effects"/>
    public static AnswerDocument Routes(CaseTables tables, string? only)
    {
        if (One("routes", tables, only) is { } one)
            return one;
        var (answer, conduits, sectors) = (tables.Answer, tables.Make(RouteTables.Conduits), tables.Make(RouteTables.ConduitSectors));
        var begun = Begin(
            "routes", tables, [tables.Make(RouteTables.Routes), conduits, sectors], conduits.RowCount == 0 ? [] : [new ShownTable(conduits, MostConduits), new ShownTable(sectors, MostSectors)]);
        return begun with
        {
            Words = [new Passage("answer", [.. RouteText.Of(answer)])],
            Grounds = [.. begun.Grounds, .. RouteGrounds.Of(answer), begun.Certificate.Text],
        };
    }

    /// <summary>Who comes to the rescue, or one table.</summary>
    /// <inheritdoc cref="Effects"/>
    public static AnswerDocument Rescue(CaseTables tables, string? only)
    {
        if (One("align", tables, only) is { } one)
            return one;
        var rescue = tables.Rescue!;
        var shown = RescueTables.All.Where(table => table.Name != RescueTables.Payoffs && (table.Name != "stance-map" || rescue.Landscape is null))
            .Select(table => table.Make(rescue)).Where(table => table.RowCount > 0).ToImmutableArray();
        var certificate = CertificateDocument.Of($"Certificate at the case's own stances: {CertificateTable.Line(tables.Answer.Equilibrium.Certificate)}.", tables.Equilibria);
        var begun = Begin("align", tables, shown, [.. shown.Select(table => new ShownTable(table, MostRescueRows))]);
        return begun with
        {
            Words = Verdicts(tables, isFull: true),
            Certificate = certificate,
            Grounds = [.. begun.Grounds, $"{RescueGrounds.Profiles(rescue)} {RescueGrounds.Map(rescue)}".TrimEnd(), certificate.Text],
        };
    }

    /// <summary>The case month by month.</summary>
    /// <param name="command">The command that was asked; <c>routes</c> shows what comes through whom.</param>
    /// <param name="timeline">The months.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Months(string command, Timeline timeline, string? only = null)
    {
        var (whole, shown) = (only is null ? command == "routes" : only == RouteTimelineTable.Name) ? (RouteTimelineTable.ByConduit, RouteTimelineTable.ByMonth) : (TimelineTable.ByRegion, TimelineTable.BySide);
        var answers = timeline.Answers;
        var worst = answers.Select(month => month.Answer.Equilibrium.Certificate).MaxBy(certificate => certificate.Largest)!;
        var certificate = CertificateDocument.Of(
            FormattableString.Invariant($"Certificate of the least exact of {answers.Count} equilibria: {CertificateTable.Line(worst)}."), answers.Select(month => (month.Month.Name, month.Answer)));
        var first = answers[0].Answer with { Case = timeline.Case };
        var begun = AnswerDocumentStart.Of(command, first, [whole.Make(timeline)], certificate);
        return begun with
        {
            Shown = [new ShownTable(shown.Make(timeline))],
            Notes = [.. TimelineTable.WithoutAnswer(timeline), .. AnswerDocumentStart.NotUsed(answers[0].Answer.Case)],
            Grounds = [.. begun.Grounds, TimelineTable.Note],
        };
    }

    private static AnswerDocument? One(string command, CaseTables tables, string? only) =>
        only is null ? null : Begin(command, tables, [tables.Make(only)], [new ShownTable(tables.Make(only))]);

    private static AnswerDocument Begin(string command, CaseTables tables, ImmutableArray<Table> made, ImmutableArray<ShownTable> shown) =>
        AnswerDocumentStart.Of(command, tables.Answer, made, CertificateDocument.Of(tables)) with
        {
            Shown = shown,
            Notes = [.. WithoutAnswer(tables), .. AnswerDocumentStart.NotUsed(tables.Answer.Case)],
        };

    private static ImmutableArray<Table> ForPrograms(CaseTables tables) =>
    [
        tables.Make(EffectTables.ByRegion),
        tables.Make(EffectTables.Groups),
        .. tables.Horizons.IsEmpty ? (Table[])[] : [tables.Make(HorizonTable.Name)],
        .. tables.Rescue is null ? (Table[])[] : [.. ((string[])[RescueTables.Prices, RescueTables.Means, RescueTables.Curve, "stance-chances", "equilibria", "warning-example"]).Select(tables.Make)],
    ];

    private static ImmutableArray<Passage> Verdicts(CaseTables tables, bool isFull) => tables.Rescue is not { } rescue ? []
        : !isFull ? [new Passage("rescue", [.. Verdict.Of(rescue), .. Verdict.Reasons(rescue).Take(FewReasons)])]
        : [new Passage("rescue", [.. Verdict.Of(rescue)]), new Passage("reasons", [.. Verdict.Reasons(rescue)]) { IsList = true }];

    // A line for each horizon that has no answer.
    private static IEnumerable<string> WithoutAnswer(CaseTables tables) =>
        tables.Horizons.Where(horizon => horizon.Answer is null).Select(horizon => $"{horizon.Horizon}: {horizon.Reason}");
}
