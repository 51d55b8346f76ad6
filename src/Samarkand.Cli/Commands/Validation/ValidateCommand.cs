using System.CommandLine;
using Samarkand.Analyses.Validation;
using Samarkand.Cli.Printing;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Validation;

/// <summary>The command that compares what the program computes with published and independent results.</summary>
internal static class ValidateCommand
{
    private const int Differs = 1;

    public static Command Make()
    {
        var data = new Option<string?>("--data")
        {
            Description = "A folder with data and solutions of others that may not be shipped; docs/validation.md says what and where from. The variable SAMARKAND_SHARED names one too.",
            HelpName = "FOLDER",
        };
        var command = new Command("validate", "Compare what the program computes with published results, independent solutions and closed forms.") { data };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(data) ?? Named(Environment.GetEnvironmentVariable("SAMARKAND_SHARED")), cancellation)));
        return command;
    }

    private static int Run(string? data, CancellationToken cancellation)
    {
        var comparisons = Waiting.For("Comparing", () => Comparisons.Run(data, cancellation).ToArray());
        var (run, held) = (comparisons.Where(one => one.IsRun && one.IsRequired).ToArray(), comparisons.Count(one => one.IsRun && one.IsRequired && one.Holds));
        var lacking = comparisons.Count(one => one.Needs is not null);
        Printer.Print(writer =>
        {
            Paragraph.Write(writer, "", FormattableString.Invariant($"{held} of {run.Length} comparisons hold{(lacking > 0 ? FormattableString.Invariant($"; {lacking} need data that may not be shipped") : "")}."));
            writer.WriteLine();
            TextTable.Write(Table(comparisons), writer);
            Paragraph.Write(writer, "  ", "Largest: the largest difference of all values; allowed: how large it may be; told: nothing is required. What each compares, where the data are found, and what has not been compared: docs/validation.md");
        });
        return held == run.Length ? 0 : Differs;
    }

    private static string? Named(string? folder) => string.IsNullOrEmpty(folder) ? null : folder;

    private static Table Table(Comparison[] comparisons) => new("validation", "What was compared, and how far apart the two are at most",
    [
        new TextColumn("comparison", "Comparison", [.. comparisons.Select(one => one.Name)]),
        new TextColumn("with", "With", [.. comparisons.Select(one => one.With)]),
        new NumberColumn("values", "Values", [.. comparisons.Select(one => (double)one.Values)], 0),
        new NumberColumn("largest", "Largest", [.. comparisons.Select(one => one.Largest)], 2) { Format = "0.0e+0" },
        new NumberColumn("tolerance", "Allowed", [.. comparisons.Select(one => one.IsRequired ? one.Tolerance : double.NaN)], 2) { Format = "0.0e+0" },
        new TextColumn("result", "Result", [.. comparisons.Select(one => one.Needs is { } needs ? $"needs {needs}" : !one.IsRequired ? "told" : one.Holds ? "holds" : "DIFFERS")]),
    ]);
}
