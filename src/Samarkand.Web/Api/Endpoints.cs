using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Web.Jobs;
using Samarkand.Web.Problems;
using Samarkand.Web.Safety;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Api;

/// <summary>The addresses of the API, which stay.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", (HttpContext context, ServeSettings _) => SendAsync(context, new Health("ok", Reproduction.Version), ApiJson.ForWeb.Health))
            .WithSummary("Whether the server answers").Produces<Health>().WithTags("Server");
        var api = app.MapGroup("/api/v1");
        WorldEndpoints.Map(api);
        CaseEndpoints.Map(api);
        JobEndpoints.Map(api);
        ClaimEndpoints.Map(api);
        api.MapPost("/check", CheckAsync)
            .WithSummary("Whether a case holds mistakes, and how it was understood")
            .WithDescription("Send the YAML text of a case. Nothing is solved.")
            .WithTags("Answers").Accepts<string>(Bodies.Yaml).Produces<CheckedCase>().Refuses().Queued();
        api.MapPost("/answers", PostAsync)
            .WithSummary("The effects of a case")
            .WithDescription("Send the YAML text of a case. As JSON, `tables` holds each table by its name, `tables.effects.rows` among them. With `Accept: text/csv` or `application/vnd.apache.parquet` the answer is one table, which `?table=NAME` names: the bytes that `samarkand simulate CASE --table NAME --format csv` prints.")
            .WithTags("Answers").Accepts<string>(Bodies.Yaml).Produces(200, contentType: "application/json", additionalContentTypes: ["text/csv", "application/vnd.apache.parquet"]).Refuses().Queued();
    }

    /// <summary>Says in the description which problems there may be.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route)
    {
        foreach (var status in new[] { 400, 404, 406, 413, 415, 422, 429, 503 })
            route.Produces<ApiProblem>(status, "application/problem+json");
        return route;
    }

    /// <summary>Lets it wait for its turn, for a limited time.</summary>
    public static RouteHandlerBuilder Queued(this RouteHandlerBuilder route)
    {
        route.RequireRateLimiting(Limits.Queue).WithRequestTimeout(Limits.Queue);
        return route;
    }

    /// <summary>Sends an object as JSON.</summary>
    public static async Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted);
    }

    /// <summary>Sends what was written to memory, so that a failure on the way is told as one.</summary>
    public static async Task SendAsync(HttpContext context, string type, Action<Stream> write)
    {
        using var memory = new MemoryStream();
        write(memory);
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), context.RequestAborted);
    }

    private static async Task CheckAsync(HttpContext context, Answering answering)
    {
        var (bytes, text) = await Bodies.ReadAsync(context.Request, context.RequestAborted);
        if (EntityTags.IsHeld(context, "check", bytes))
            return;
        await SendAsync(context, CaseEndpoints.Checked(answering.Open(PostedCase.Of(text))), ApiJson.ForWeb.CheckedCase);
    }

    /// <param name="context">The request.</param>
    /// <param name="answers">Where answers come from.</param>
    /// <param name="table">The one table that is asked for; all of the usual ones where it is left out.</param>
    private static async Task PostAsync(HttpContext context, AnswerSource answers, string? table)
    {
        var form = AnswerForm.Accepted(context.Request);
        var (bytes, text) = await Bodies.ReadAsync(context.Request, context.RequestAborted);
        if (!EntityTags.IsHeld(context, form.Type, bytes))
            await answers.SendAsync(context, form, table, text);
    }

    /// <summary>Sends a table in a form that is one of tables.</summary>
    public static Task SendAsync(HttpContext context, AnswerForm form, Table table) =>
        SendAsync(context, form.ContentType, stream => form.WriteTable!(table, stream));

    /// <summary>Sends an answer in a form.</summary>
    public static Task AnswerAsync(HttpContext context, AnswerDocument document, AnswerForm form) =>
        SendAsync(context, form.ContentType, stream => form.Write(document, stream));
}
