using System.CommandLine;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The command that draws what is not known, and shows the bands of what comes out.</summary>
internal static class SweepCommand
{
    private const int Interrupted = 130;

    public static Command Make()
    {
        var options = new SweepOptions();
        var command = new Command("sweep", "The effects of a case at many draws of what is not known: bands, and which prior drives them.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static int Answer(SweepRequest request, CancellationToken cancellation)
    {
        if (request.Table == "list")
            return TableList.Print(SweepTables.All);
        var choice = PrintChoice.Of(request.Format, request.Output);
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = new CaseText(CaseReader.ReadText(request.Path), request.Path, request.Overrides) { Period = request.Period };
        Sweep.CheckPriors(text);
        var world = worlds.Open(text.Read().World);
        using var folder = request.Output is { } output ? SweepFolder.Open(output, text, world, request.Draws, request.Seed) : null;
        try
        {
            var answer = Waiting.For("Solving", progress =>
            {
                var solved = Sweep.Solve(text, world, request.Draws, request.Seed, folder, request.Chunk, (done, all) => progress("Draws", done, all), cancellation);
                folder?.Publish(new SweepReport(solved, text, request.ToRepeat) { Form = request.Format }.WriteTo);
                return solved;
            });
            ResultPrinter.Print(StudyDocuments.Of(answer, request.Only), choice);
            return 0;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the draws that were written stay in {request.Output}, and the same command goes on from there");
            return Interrupted;
        }
    }
}
