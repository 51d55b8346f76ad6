using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Analyses that take seconds: begun, watched, stopped, and their answers fetched.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/jobs", StartAsync)
            .WithSummary("Begins an analysis that takes seconds: the game of stances, draws, coalition, explanation, design, dependence")
            .WithDescription("Send the YAML text of a case. The answer is 202 with the address of the job. Eight wait at most; more are told 429 with Retry-After.")
            .WithTags("Jobs").Accepts<string>(Bodies.Yaml).Produces<JobStatus>(202).Refuses().Queued();
        api.MapPost("/worlds/{name}/dependence", (HttpContext context, IJobs jobs, string name, string? one, string? two, string? matrix) =>
                BeginAsync(context, jobs, new StudyQuestion(null, name, new StudyRequest { One = one, Two = two, Matrix = matrix })))
            .WithSummary("Begins to find who depends on whom in a world without a case: a pair, or every pair of a bloc")
            .WithTags("Jobs").Produces<JobStatus>(202).Refuses();
        api.MapGet("/jobs/{id}", async (HttpContext context, IJobs jobs, string id) => await Endpoints.SendAsync(context, await FindAsync(jobs, id, context.RequestAborted), ApiJson.ForWeb.JobStatus))
            .WithSummary("How far a job is").WithTags("Jobs").Produces<JobStatus>().Produces<ApiProblem>(404, "application/problem+json");
        api.MapDelete("/jobs/{id}", async (IJobs jobs, string id, CancellationToken cancellation) => await jobs.StopAsync((await FindAsync(jobs, id, cancellation)).Id, cancellation))
            .WithSummary("Stops a job").WithTags("Jobs").Produces(200).Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/events", async (HttpContext context, IJobs jobs, string id) => TypedResults.ServerSentEvents(Events(jobs, await FindAsync(jobs, id, context.RequestAborted), context.RequestAborted)))
            .WithSummary("How far a job is, told as server-sent events until it ends").WithTags("Jobs").Produces(200, contentType: "text/event-stream").Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/answer", AnswerAsync)
            .WithSummary("The answer of a job that is done").WithTags("Jobs").Produces(200, contentType: "application/json", additionalContentTypes: ["text/csv", "application/vnd.apache.parquet"]).Produces<ApiProblem>(404, "application/problem+json");
    }

    /// <summary>Sends the sections of the page that came of a job.</summary>
    public static async Task SendPageAsync(HttpContext context, IJobs jobs, string id) =>
        await SendAsync(context, "application/json", await jobs.BodyAsync(await DoneAsync(jobs, id, context.RequestAborted), StudyAnswer.OfPage, context.RequestAborted));

    private static async Task StartAsync(HttpContext context, IJobs jobs, [AsParameters] StudyRequest request)
    {
        Study.Named(request.Analysis);
        var (_, text) = await Bodies.ReadAsync(context.Request, context.RequestAborted);
        await BeginAsync(context, jobs, new StudyQuestion(text, null, request));
    }

    // Tells where the job is that has begun.
    private static async Task BeginAsync(HttpContext context, IJobs jobs, StudyQuestion question)
    {
        var status = await jobs.StartAsync(question, context.RequestAborted);
        context.Response.StatusCode = 202;
        context.Response.Headers.Location = $"/api/v1/jobs/{status.Id}";
        await Endpoints.SendAsync(context, status, ApiJson.ForWeb.JobStatus);
    }

    private static async Task<JobStatus> FindAsync(IJobs jobs, string id, CancellationToken cancellation) => await jobs.StatusAsync(id, cancellation)
        ?? throw new ApiException(404, "job", "There is no such job", "there is none of that name, or it ended long ago", "begin it again");

    // The name of a job of which something came.
    private static async Task<string> DoneAsync(IJobs jobs, string id, CancellationToken cancellation)
    {
        var status = await FindAsync(jobs, id, cancellation);
        return status.State == JobState.Done ? id : throw new ApiException(status.Problem ?? ApiProblem.Of(404, "job", "There is no answer yet", $"the job is {status.State}", "wait until its state is `done`"));
    }

    private static async IAsyncEnumerable<SseItem<JobStatus>> Events(IJobs jobs, JobStatus status, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new SseItem<JobStatus>(status, "status");
        while (!status.HasEnded)
        {
            status = await jobs.NextAsync(status, cancellation);
            yield return new SseItem<JobStatus>(status, "status");
            // A person sees ten steps a second.
            if (!status.HasEnded)
                await Task.Delay(100, cancellation);
        }
    }

    /// <param name="context">The request.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="id">The job.</param>
    /// <param name="table">The one table that is asked for; all of them where it is left out.</param>
    private static async Task AnswerAsync(HttpContext context, IJobs jobs, string id, string? table)
    {
        var form = AnswerForm.Accepted(context.Request);
        var tables = StudyAnswer.Tables(await jobs.NamesAsync(await DoneAsync(jobs, id, context.RequestAborted), context.RequestAborted));
        if (table is not null && !tables.Contains(table))
            throw new ApiException(404, "table", "There is no such table", $"there is no table `{(table.Length > 60 ? table[..60] : table)}` here", $"the tables are {string.Join(", ", tables)}");
        var name = table is null && form == AnswerForm.Json ? StudyAnswer.Whole : StudyAnswer.Of(table ?? tables[0], form);
        await SendAsync(context, form.ContentType, await jobs.BodyAsync(id, name, context.RequestAborted));
    }

    private static async Task SendAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
