using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Web.Api;

namespace Samarkand.Web.Problems;

/// <summary>Writes problems.</summary>
internal static class ProblemWriter
{
    public static async Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.Remove(HeaderNames.ETag);
        response.Headers.CacheControl = "no-store";
        if (problem.Status == 429 && string.IsNullOrEmpty(response.Headers.RetryAfter))
            response.Headers.RetryAfter = "5";
        // The request may have run out of time; what is left to say is short.
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.ForWeb.ApiProblem), CancellationToken.None);
    }
}
