using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Api;

/// <summary>Reads the case or the document that a request holds.</summary>
internal static class Bodies
{
    /// <summary>The type of a case.</summary>
    public const string Yaml = "text/yaml";

    /// <summary>The types of a document.</summary>
    public static readonly string[] DocumentTypes = ["text/plain", "text/markdown", "text/html"];

    private static readonly string[] Types = [Yaml, "application/yaml", "text/x-yaml", "application/x-yaml"];

    /// <summary>The bytes and the text of a case.</summary>
    /// <exception cref="ApiException">It is no text of YAML in UTF-8 of at most 1 MiB.</exception>
    public static async Task<(byte[] Bytes, string Text)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        CheckType(request, Types, ProblemAnswers.WrongType());
        var bytes = await BytesAsync(request, ProblemAnswers.TooLarge(), cancellation);
        return bytes.Length == 0
            ? throw new ApiException(400, "empty", "There is no case", "the body is empty", "send the text of a case; /api/v1/cases lists some to begin with")
            : (bytes, Text(bytes));
    }

    /// <summary>The bytes and the text of a document.</summary>
    /// <exception cref="ApiException">It is no text in UTF-8 of at most 1 MiB.</exception>
    public static async Task<(byte[] Bytes, string Text)> ReadDocumentAsync(HttpRequest request, CancellationToken cancellation)
    {
        CheckType(request, DocumentTypes, ApiProblem.Of(415, "type", "This is no text", "the body is of another type", "send the text with the header `Content-Type: text/plain`, a page with `text/html`; the command line reads PDF and Word"));
        var bytes = await BytesAsync(request, ApiProblem.Of(413, "size", "The document is too large", "the body is larger than 1 MiB", "send it in parts; `samarkand read` on the command line takes more"), cancellation);
        return bytes.All(letter => letter is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            ? throw new ApiException(400, "empty", "There is no text", "the body is empty", "send the text of an article, a press release or a statement")
            : (bytes, Text(bytes));
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, ApiProblem tooLarge, CancellationToken cancellation)
    {
        if (request.ContentLength > ServeSettings.LargestBody)
            throw new ApiException(tooLarge);
        using var body = new MemoryStream(capacity: (int)(request.ContentLength ?? 4096));
        try
        {
            await request.Body.CopyToAsync(body, cancellation);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == 413)
        {
            throw new ApiException(tooLarge);
        }

        return body.ToArray();
    }

    private static void CheckType(HttpRequest request, string[] types, ApiProblem wrong)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            throw new ApiException(wrong);
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(415, "type", wrong.Title, "the body is in another encoding", "send it as UTF-8");
        if (!string.IsNullOrEmpty(request.Headers.ContentEncoding))
            throw new ApiException(415, "type", wrong.Title, "the body is compressed", "send it as it is");
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ApiException(400, "encoding", "This is no text", "the body is not UTF-8", "send it as UTF-8");
        }
    }
}
