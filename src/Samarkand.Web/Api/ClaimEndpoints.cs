using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Samarkand.Core;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.Pages;
using Samarkand.Documents.Reading;
using Samarkand.Reports.Tables;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Api;

/// <summary>The claims of a text that somebody sends, and the case that is drafted from them.</summary>
internal static class ClaimEndpoints
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";
    private const string Html = "text/html";

    private static readonly string[] Forms = [Json, Csv, Html];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/claims", ReadAsync)
        .WithSummary("The claims of a document, and a case that is drafted from them")
        .WithDescription("Send the text of an article, a press release or a statement in English. As JSON, `claims` holds who does what to whom with every place of the words in the text, and `case` the text of a case that names no files. With `Accept: text/csv`, one row a claim as `samarkand read --format csv` prints it; with `Accept: text/html`, the text with its claims marked. It is read by a grammar, without a language model.")
        .WithTags("Documents").Accepts<string>(Bodies.DocumentTypes[0], Bodies.DocumentTypes[1], Bodies.DocumentTypes[2]).Produces(200, contentType: Json, additionalContentTypes: [Csv, Html]).Refuses().Queued();

    private static async Task ReadAsync(HttpContext context, ServeSettings settings)
    {
        var form = Accepted(context.Request);
        var (bytes, _) = await Bodies.ReadDocumentAsync(context.Request, context.RequestAborted);
        if (EntityTags.IsHeld(context, $"{form} {context.Request.ContentType}", bytes))
            return;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ending.CancelAfter(settings.TimeLimit);
        var isPage = MediaTypeHeaderValue.Parse(context.Request.ContentType).MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase);
        var reading = Read(bytes, isPage ? "the text.html" : "the text", ending.Token);
        var (drafted, reason) = Draft(reading);
        await Endpoints.SendAsync(context, form == Json ? Json : $"{form}; charset=utf-8", stream => Write(reading, drafted, reason, form, stream));
    }

    private static DocumentReading Read(byte[] bytes, string name, CancellationToken cancellation)
    {
        try
        {
            return DocumentReading.Of([(TextFile.Read(bytes, name) with { IsPlain = false }).Titled()], cancellation.ThrowIfCancellationRequested);
        }
        catch (InputException failure)
        {
            throw new ApiException(ApiProblem.Of(422, "document", "The document cannot be read", failure.Problems));
        }
    }

    // A text that restricts nothing has claims and no case.
    private static (DraftedCase? Drafted, string? Reason) Draft(DocumentReading reading)
    {
        try
        {
            return (CaseDrafting.Draft(reading, path: null), null);
        }
        catch (InputException failure)
        {
            return (null, Wording.Plain($"There is no case to open: {failure.Problems[0].Message}."));
        }
    }

    private static void Write(DocumentReading reading, DraftedCase? drafted, string? reason, string form, Stream stream)
    {
        if (form == Json)
        {
            ClaimJson.Write(reading, stream, drafted, withCase: true);
            return;
        }

        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (form == Csv)
            TableWriter.WriteCsv(ClaimTable.Of(reading), writer);
        else
            ReadingPage.WritePart(reading, drafted, reason, writer);
    }

    private static string Accepted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0)
            return Json;
        foreach (var type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (Array.Find(Forms, form => MediaTypeHeaderValue.Parse(form).IsSubsetOf(type)) is { } form)
                return form;
        }

        throw new ApiException(406, "accept", "Not in this form", "claims are sent in none of the forms that the request accepts", $"accept one of {string.Join(", ", Forms)}");
    }
}
