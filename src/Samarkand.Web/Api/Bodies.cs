using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Api;

/// <summary>Reads the case that a request holds.</summary>
internal static class Bodies
{
    /// <summary>The type of a case.</summary>
    public const string Yaml = "text/yaml";

    private static readonly string[] Types = [Yaml, "application/yaml", "text/x-yaml", "application/x-yaml"];

    /// <summary>The bytes and the text of a case.</summary>
    /// <exception cref="ApiException">It is no text of YAML in UTF-8 of at most 1 MiB.</exception>
    public static async Task<(byte[] Bytes, string Text)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        CheckType(request);
        if (request.ContentLength > ServeSettings.LargestBody)
            throw new ApiException(ProblemAnswers.TooLarge());
        using var body = new MemoryStream(capacity: (int)(request.ContentLength ?? 4096));
        await request.Body.CopyToAsync(body, cancellation);
        var bytes = body.ToArray();
        return bytes.Length == 0
            ? throw new ApiException(400, "empty", "There is no case", "the body is empty", "send the text of a case; /api/v1/cases lists some to begin with")
            : (bytes, Text(bytes));
    }

    private static void CheckType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            throw new ApiException(ProblemAnswers.WrongType());
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(415, "type", "This is no case", "the body is in another encoding", "send it as UTF-8");
        if (!string.IsNullOrEmpty(request.Headers.ContentEncoding))
            throw new ApiException(415, "type", "This is no case", "the body is compressed", "send it as it is");
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
