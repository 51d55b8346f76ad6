using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Reports.Documents;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
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
        api.MapPost("/worlds/{name}/dependence", (HttpContext context, IJobs jobs, OpenWorlds worlds, string name, string? one, string? two, string? matrix) =>
                BegunAsync(context, jobs.Start(DependenceStudies.Begin(worlds[name], null, new StudyRequest { One = one, Two = two, Matrix = matrix }))))
            .WithSummary("Begins to find who depends on whom in a world without a case: a pair, or every pair of a bloc")
            .WithTags("Jobs").Produces<JobStatus>(202).Refuses();
        api.MapGet("/jobs/{id}", (HttpContext context, IJobs jobs, string id) => Endpoints.SendAsync(context, Find(jobs, id).Status, ApiJson.ForWeb.JobStatus))
            .WithSummary("How far a job is").WithTags("Jobs").Produces<JobStatus>().Produces<ApiProblem>(404, "application/problem+json");
        api.MapDelete("/jobs/{id}", (IJobs jobs, string id) => Find(jobs, id).Stop())
            .WithSummary("Stops a job").WithTags("Jobs").Produces(200).Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/events", (HttpContext context, IJobs jobs, string id) => TypedResults.ServerSentEvents(Events(Find(jobs, id), context.RequestAborted)))
            .WithSummary("How far a job is, told as server-sent events until it ends").WithTags("Jobs").Produces(200, contentType: "text/event-stream").Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/answer", AnswerAsync)
            .WithSummary("The answer of a job that is done").WithTags("Jobs").Produces(200, contentType: "application/json", additionalContentTypes: ["text/csv", "application/vnd.apache.parquet"]).Produces<ApiProblem>(404, "application/problem+json");
    }

    /// <summary>The job of that name.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static Job Find(IJobs jobs, string id) => jobs.Find(id) ?? throw new ApiException(404, "job", "There is no such job", "there is none of that name, or it ended long ago", "begin it again");

    private static async Task StartAsync(HttpContext context, IJobs jobs, Answering answering, [AsParameters] StudyRequest request)
    {
        var study = Study.Named(request.Analysis);
        var (_, text) = await Bodies.ReadAsync(context.Request, context.RequestAborted);
        var posted = PostedCase.Of(text);
        await BegunAsync(context, jobs.Start(study.Begin(posted, answering.Open(posted), request, answering)));
    }

    /// <summary>Tells where a job is that has begun.</summary>
    public static async Task BegunAsync(HttpContext context, Job job)
    {
        context.Response.StatusCode = 202;
        context.Response.Headers.Location = $"/api/v1/jobs/{job.Id}";
        await Endpoints.SendAsync(context, job.Status, ApiJson.ForWeb.JobStatus);
    }

    private static async IAsyncEnumerable<SseItem<JobStatus>> Events(Job job, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var status = job.Status;
        yield return new SseItem<JobStatus>(status, "status");
        while (!status.HasEnded)
        {
            status = await job.NextAsync(status, cancellation);
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
    private static Task AnswerAsync(HttpContext context, IJobs jobs, string id, string? table)
    {
        var form = AnswerForm.Accepted(context.Request);
        var document = Answer(Find(jobs, id)).Document;
        if (table is not null || form != AnswerForm.Json)
            document = document with { Tables = [Table(document, table)] };
        return Endpoints.AnswerAsync(context, document, form);
    }

    /// <summary>What came of a job.</summary>
    /// <exception cref="ApiException">Nothing yet, or nothing.</exception>
    public static StudyAnswer Answer(Job job) =>
        job.Answer ?? throw new ApiException(job.Status.Problem ?? ApiProblem.Of(404, "job", "There is no answer yet", $"the job is {job.Status.State}", "wait until its state is `done`"));

    private static TableDocument Table(AnswerDocument document, string? name) => name is null ? document.Tables[0] : document.Tables.FirstOrDefault(table => table.Name == name)
        ?? throw new ApiException(404, "table", "There is no such table", $"there is no table `{(name.Length > 60 ? name[..60] : name)}` here", $"the tables are {string.Join(", ", document.Tables.Select(table => table.Name))}");
}
