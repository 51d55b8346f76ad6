using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Equilibrium;
using Samarkand.Reports;
using Spectre.Console;

namespace Samarkand.Cli;

/// <summary>Reports for people: words, then tables that fit 100 columns.</summary>
internal static class TextReport
{
    private static readonly IAnsiConsole Out = Wide();

    public static void Write(CaseAnswer answer, CancellationToken cancellation)
    {
        var theCase = answer.Case.Case;
        Out.MarkupLine($"[bold]{Markup.Escape(theCase.Title)}[/]");
        if (theCase.Question?.Text is { } question)
            Out.WriteLine(question);
        Out.WriteLine();
        foreach (var line in Briefing.Of(answer))
            Out.WriteLine(line);
        Out.WriteLine();
        Write(Horizons(answer, cancellation), int.MaxValue);
        Write(EffectTables.Make("effects", answer.Effects, answer.Groups), 50);
        Out.WriteLine("What this rests on");
        foreach (var ground in Grounds.Of(answer))
            Out.WriteLine($"- {ground}");
    }

    public static void Write(Reports.Table table, int most)
    {
        var text = new Spectre.Console.Table().Border(TableBorder.Simple).Title(Markup.Escape(table.Title));
        foreach (var column in table.Columns)
            text.AddColumn(new Spectre.Console.TableColumn(Markup.Escape(column.Heading)) { Alignment = column is NumberColumn ? Justify.Right : Justify.Left, NoWrap = true });
        for (var row = 0; row < Math.Min(most, table.RowCount); row++)
            text.AddRow([.. table.Columns.Select(column => Markup.Escape(TableWriter.Rounded(column, row)))]);
        Out.Write(text);
        if (table.RowCount > most)
            Out.WriteLine(FormattableString.Invariant($"{table.RowCount - most} more rows: --table {table.Name} --format csv"));
    }

    public static Reports.Table Horizons(CaseAnswer answer, CancellationToken cancellation)
    {
        Horizon[] horizons = [Horizon.Short, Horizon.Medium, Horizon.Long];
        var answers = horizons.AsParallel().AsOrdered()
            .Select(h => CaseAnswer.Solve(answer.Case, h, cancellation)).ToArray();
        var groups = answers[0].Groups;
        return new Reports.Table("horizons", "Real income by horizon, percent", [
            new TextColumn("group", "Group", [.. groups.Select(g => g.Name)]),
            .. horizons.Select((h, k) => new NumberColumn(
                $"{h.ToString().ToLowerInvariant()}_real_income_pct", h.ToString(), [.. answers[k].Groups.Select(g => g.RealIncomePct)], 3)),
        ]);
    }

    private static IAnsiConsole Wide()
    {
        var console = AnsiConsole.Console;
        console.Profile.Width = 100;
        return console;
    }
}
