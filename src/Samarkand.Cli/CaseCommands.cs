using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports;

namespace Samarkand.Cli;

/// <summary>The commands that take a case.</summary>
internal static class CaseCommands
{
    public static Command Simulate() => Make("simulate", "The effects of a case.", forPeople: false);

    public static Command Run() => Make("run", "The answer to a case, in words first, with what it rests on.", forPeople: true);

    public static Command New()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var command = new Command("new", "Write a commented case to start from.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            NewFile.Write(path, CaseTemplate.Text);
            Printer.Print(writer => writer.WriteLine($"Wrote {path}; try: samarkand run {path}"));
            return 0;
        });
        return command;
    }

    private static Command Make(string name, string description, bool forPeople)
    {
        var options = new CaseOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), forPeople, cancellation), cancellation));
        return command;
    }

    private static int Answer(CaseRequest request, bool forPeople, CancellationToken cancellation)
    {
        if (request.Table == "list")
        {
            Printer.Print(writer =>
            {
                foreach (var (known, title) in CaseTables.All)
                    writer.WriteLine($"{known,-20} {title}");
            });
            return 0;
        }

        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var otherText = request.Against is null ? null : CaseReader.ReadText(request.Against);
        var tables = Waiting.For("Solving", () =>
        {
            var answer = Solve(text, request.Path, request.Overrides, request.Evidence, worlds, cancellation);
            if (otherText is not null)
                answer = answer.Against(Solve(otherText, request.Against!, request.Shared, null, worlds, cancellation));
            return new CaseTables(answer, NeedsHorizons(request, forPeople) ? HorizonAnswer.All(answer, cancellation) : []);
        });
        if (request.Output is { } folder)
            Write(folder, text, otherText, request.Overrides, tables, cancellation);
        AnswerPrinter.Print(tables, request.Table, request.Format, forPeople);
        return 0;
    }

    private static bool NeedsHorizons(CaseRequest request, bool forPeople) =>
        request.Output is not null
        || (request.Table is { } table ? CaseTables.NeedsHorizons(table) : forPeople && request.Format != "csv");

    private static CaseAnswer Solve(string text, string path, IReadOnlyList<string> overrides, string? evidence, WorldShelf worlds, CancellationToken cancellation)
    {
        var theCase = CaseReader.Parse(text, path, overrides);
        EvidenceCheck.Run(theCase, Path.GetDirectoryName(Path.GetFullPath(path))!, evidence);
        return CaseAnswer.Solve(theCase.BindTo(worlds.Open(theCase.World)), cancellation);
    }

    private static void Write(string folder, string text, string? otherText, IReadOnlyList<string> overrides, CaseTables tables, CancellationToken cancellation) => ResultFolder.Write(folder, partial =>
    {
        foreach (var (name, _) in CaseTables.All)
        {
            cancellation.ThrowIfCancellationRequested();
            using var file = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
            TableWriter.WriteCsv(tables.Make(name), file);
        }

        File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
        if (otherText is not null)
            File.WriteAllText(Path.Combine(partial, ResultFolder.OtherCase), otherText);
        new HtmlReport(tables.Answer, tables.Make("horizons"), text, overrides).WriteTo(partial);
        Manifest.Write(partial, text, overrides, tables.Equilibria);
        cancellation.ThrowIfCancellationRequested();
    });
}
