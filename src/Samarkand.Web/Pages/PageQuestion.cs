using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Pages;

/// <summary>What the page asks.</summary>
/// <param name="Text">The case.</param>
/// <param name="Against">The case that was pinned, to compare with; or null.</param>
/// <param name="Whole">Whether every section is asked for, or what changes at once.</param>
internal sealed record PageQuestion(string Text, string? Against, bool Whole)
{
    public static async Task<PageQuestion> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            throw new ApiException(415, "type", "This is no question", "the body is no JSON", "send the text of a case as `text` of an object");
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, PageJson.Default.PageQuestion, context.RequestAborted) is { Text: not null } question
                ? question
                : throw new ApiException(400, "empty", "There is no case", "`text` is missing", "send the text of a case");
        }
        catch (JsonException)
        {
            throw new ApiException(400, "json", "This is no question", "the body is no JSON object with a `text`", "send the text of a case as `text`");
        }
    }
}
