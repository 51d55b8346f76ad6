using System.CommandLine;
using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Equilibrium;
using Samarkand.Reports;
using Samarkand.Worlds;

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
            if (File.Exists(path))
                throw new InputException(new InputProblem(path, 0, 0, "the file exists already", "name another one"));
            File.WriteAllText(path, CaseTemplate.Text);
            Console.Out.WriteLine($"Wrote {path}; try: samarkand run {path}");
            return 0;
        });
        return command;
    }

    private static Command Make(string name, string description, bool forPeople)
    {
        var file = new Argument<string>("CASE") { Description = "A case file (YAML)." };
        var world = new Option<string?>("--world") { Description = "A world's name or folder, over the case's." };
        var target = new Option<string?>("--target") { Description = "A region, over the case's target." };
        var horizon = new Option<string?>("--horizon") { Description = "short, medium or long, over the case's." };
        var set = new Option<string[]>("--set") { Description = "PATH=VALUE, over the case's value: --set package.0.coverage=0.5." };
        var against = new Option<string?>("--against") { Description = "Another case to compare with, instead of the world without the case." };
        var evidence = new Option<string?>("--evidence") { Description = "A folder of documents in which the quotes must stand." };
        var table = new Option<string?>("--table") { Description = "One table alone; `list` names them." };
        var output = new Option<string?>("--output") { Description = "A folder for the report, every table as CSV and a manifest." };
        var format = new Option<string>("--format") { Description = "text, json, csv or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv", "markdown");
        var command = new Command(name, description) { file, world, target, horizon, set, against, evidence, table, output, format };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(table) == "list")
            {
                foreach (var (known, title) in EffectTables.All)
                    Console.Out.WriteLine($"{known,-20} {title}");
                return Task.FromResult(0);
            }

            var overrides = new List<string>(parsed.GetValue(set) ?? []);
            Override(overrides, "world", parsed.GetValue(world));
            Override(overrides, "target", parsed.GetValue(target));
            Override(overrides, "horizon", parsed.GetValue(horizon));
            var path = parsed.GetValue(file)!;
            var answer = Solve(path, overrides, parsed.GetValue(evidence), cancellation);
            var answers = new List<(string, CaseAnswer)> { ("case", answer) };
            if (parsed.GetValue(against) is { } otherPath)
            {
                // What the command line names holds for both, so that like is compared with like.
                var other = Solve(otherPath, Shared(parsed.GetValue(world), parsed.GetValue(horizon)), null, cancellation);
                answers.Add(($"against {otherPath}", other));
                answer = answer.Against(other);
            }

            if (parsed.GetValue(output) is { } folder)
                Write(folder, path, overrides, answer, answers, cancellation);
            Print(answer, parsed.GetValue(table), parsed.GetValue(format)!, forPeople, cancellation);
            return Task.FromResult(0);
        });
        return command;
    }

    private static List<string> Shared(string? world, string? horizon)
    {
        var overrides = new List<string>();
        Override(overrides, "world", world);
        Override(overrides, "horizon", horizon);
        return overrides;
    }

    private static void Override(List<string> overrides, string key, string? value)
    {
        if (value is not null)
            overrides.Add($"{key}={value}");
    }

    private static CaseAnswer Solve(string path, IReadOnlyList<string> overrides, string? evidence, CancellationToken cancellation)
    {
        var theCase = CaseReader.Read(path, overrides);
        EvidenceCheck.Run(theCase, Path.GetDirectoryName(Path.GetFullPath(path))!, evidence);
        return CaseAnswer.Solve(theCase.BindTo(WorldCatalog.Open(theCase.World)), cancellation);
    }

    private static void Write(string folder, string path, List<string> overrides, CaseAnswer answer, List<(string Name, CaseAnswer Answer)> answers, CancellationToken cancellation) => ResultFolder.Write(folder, partial =>
    {
        foreach (var (name, _) in EffectTables.All)
        {
            using var file = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
            TableWriter.WriteCsv(EffectTables.Make(name, answer.Effects, answer.Groups), file);
        }

        var text = File.ReadAllText(path);
        File.WriteAllText(Path.Combine(partial, "case.yaml"), text);
        new HtmlReport(answer, TextReport.Horizons(answer, cancellation), text, overrides, answers.Count > 1 ? answers[1].Answer : null).WriteTo(partial);
        Manifest.Write(partial, text, overrides, answers);
    });

    private static void Print(CaseAnswer answer, string? table, string format, bool forPeople, CancellationToken cancellation)
    {
        if (table is not null && !EffectTables.All.Any(known => known.Name == table))
            throw new InputException(new InputProblem("--table", 0, 0, $"there is no table `{table}`", $"the tables are {string.Join(", ", EffectTables.All.Select(known => known.Name))}"));
        if (format == "text" && table is null && forPeople)
            TextReport.Write(answer, cancellation);
        else if (format == "text")
            TextReport.Write(EffectTables.Make(table ?? "effects", answer.Effects, answer.Groups), int.MaxValue);
        else
            PrintForPrograms(EffectTables.Make(table ?? "effects", answer.Effects, answer.Groups), format);
        foreach (var unused in format == "text" && !forPeople ? answer.Case.NotUsedYet : [])
            Console.Error.WriteLine($"Not used: {unused}");
    }

    private static void PrintForPrograms(Table table, string format)
    {
        using var stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (format == "json")
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
            TableWriter.WriteJson(table, json);
            json.Flush();
            stream.WriteByte((byte)'\n');
            return;
        }

        using var text = new StreamWriter(stream);
        if (format == "csv")
            TableWriter.WriteCsv(table, text);
        else
            TableWriter.WriteMarkdown(table, text);
    }
}
