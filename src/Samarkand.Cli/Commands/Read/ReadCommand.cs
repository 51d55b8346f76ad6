using System.CommandLine;
using Samarkand.Core;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.ModelReading;
using Samarkand.Documents.Pages;
using Samarkand.Documents.Reading;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Read;

/// <summary>The command that reads documents for the claims in them, and drafts a case.</summary>
internal static class ReadCommand
{
    private static readonly string[] Formats = [PrintChoice.Text, PrintChoice.Json, PrintChoice.Csv, PrintChoice.Markdown];

    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { HelpName = "FILE", Description = "Text, Markdown, HTML, PDF or Word, a folder of them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var draft = new Option<string?>("--case") { HelpName = "OUT.yaml", Description = "Draft a case from the claims, each with its passage." };
        var folder = new FolderOptions("A folder to write the claims, and a page of the document with its claims marked.");
        var model = new ModelOptions();
        var format = new Option<string>("--format") { HelpName = string.Join('|', Formats), Description = "The format of the output.", DefaultValueFactory = _ => PrintChoice.Text };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("read", "The claims in a document: who does what to whom, with the words; and a case to start from.") { files, draft };
        foreach (var option in (Option[])[.. folder.All, .. model.All, format])
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(new ReadRequest(parsed.GetValue(files)!, parsed.GetValue(draft), folder.Read(parsed), model.Read(parsed), parsed.GetValue(format)!), cancellation), cancellation));
        return command;
    }

    private static int Run(ReadRequest request, CancellationToken cancellation)
    {
        if (request.Draft is not null)
            new OutputFile(request.Draft).Check();
        request.Folder?.Check();
        var documents = Waiting.For("Reading", () => DocumentFiles.Read(request.Files, Console.OpenStandardInput));
        var reading = Waiting.For("Reading", () => DocumentReading.Of(documents));
        if (request.Model is { } model)
            reading = Waiting.For($"Asking {model.Name}", () => ModelReader.Read(reading, model, cancellation));
        var (drafted, reason) = request.Draft is null && request.Folder is null ? (null, null) : Draft(reading, request.Draft);
        if (request.Folder is { } output)
            FolderOptions.Tell(output.Write(path => ReadingFolder.Write(reading, drafted, reason, path)));
        Print(reading, drafted, request);
        if (request.Draft is { } file)
            Write(drafted!, file);
        return 0;
    }

    // A page is written for documents that give no case, too.
    private static (DraftedCase? Drafted, string? Reason) Draft(DocumentReading reading, string? path)
    {
        try
        {
            return (CaseDrafting.Draft(reading, path ?? "case.yaml"), null);
        }
        catch (InputException failure) when (path is null)
        {
            return (null, $"There is no case: {failure.Problems[0].Message}.");
        }
    }

    private static void Write(DraftedCase drafted, string file)
    {
        foreach (var (name, text) in drafted.Extracted)
            new OutputFile(Path.Combine(Path.GetDirectoryName(file) ?? "", name)).Write(text);
        new OutputFile(file).Write(drafted.Text);
        Console.Error.WriteLine($"Wrote {file}; try: samarkand run {file}");
    }

    private static void Print(DocumentReading reading, DraftedCase? drafted, ReadRequest request)
    {
        switch (request.Format)
        {
            case PrintChoice.Csv:
                Printer.Print(writer => TableWriter.WriteCsv(ClaimTable.Of(reading), writer));
                break;
            case PrintChoice.Json:
                Printer.PrintBytes(stream => ClaimJson.Write(reading, stream, drafted));
                break;
            case PrintChoice.Markdown:
                Printer.Print(writer => TableWriter.WriteMarkdown(ClaimTable.Of(reading), writer));
                break;
            default:
                Printer.Print(writer => ClaimPage.Write(reading, drafted, request.Draft, writer));
                break;
        }

        if (request.Format is PrintChoice.Csv or PrintChoice.Markdown)
        {
            foreach (var note in reading.Documents.SelectMany(document => document.Notes))
                Console.Error.WriteLine(note);
        }
    }
}
