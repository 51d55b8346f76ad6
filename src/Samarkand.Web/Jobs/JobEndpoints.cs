using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Analyses.Rescue;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Words;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Jobs;

/// <summary>Analyses that take seconds: begun, watched, stopped, and their answers fetched.</summary>
internal static class JobEndpoints
{
    private const int MostDraws = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/jobs", StartAsync)
            .WithSummary("Who comes to the target's rescue: the game of stances")
            .WithDescription("Send the YAML text of a case whose question names a rescuer. The answer is 202 with the address of the job.")
            .WithTags("Jobs").Accepts<string>(Bodies.Yaml).Produces<JobStatus>(202).Refuses().Queued();
        api.MapGet("/jobs/{id}", (HttpContext context, IJobs jobs, string id) => Endpoints.SendAsync(context, Find(jobs, id).Status, ApiJson.ForWeb.JobStatus))
            .WithSummary("How far a job is").WithTags("Jobs").Produces<JobStatus>().Produces<ApiProblem>(404, "application/problem+json");
        api.MapDelete("/jobs/{id}", (IJobs jobs, string id) => Find(jobs, id).Stop())
            .WithSummary("Stops a job").WithTags("Jobs").Produces(200).Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/events", (HttpContext context, IJobs jobs, string id) => TypedResults.ServerSentEvents(Events(Find(jobs, id), context.RequestAborted)))
            .WithSummary("How far a job is, told as server-sent events until it ends").WithTags("Jobs").Produces(200, contentType: "text/event-stream").Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/jobs/{id}/answer", AnswerAsync)
            .WithSummary("The answer of a job that is done").WithTags("Jobs").Produces(200, contentType: "application/json").Produces<ApiProblem>(404, "application/problem+json");
    }

    /// <summary>The job of that name.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static Job Find(IJobs jobs, string id) => jobs.Find(id) ?? throw new ApiException(404, "job", "There is no such job", "there is none of that name, or it ended long ago", "begin it again");

    private static async Task StartAsync(HttpContext context, IJobs jobs, Answering answering, int? draws)
    {
        var (_, text) = await Bodies.ReadAsync(context.Request, context.RequestAborted);
        var posted = PostedCase.Of(text);
        var bound = answering.Open(posted);
        if (!RescueAnswer.IsAskedBy(bound))
            throw new ApiException(422, "no-rescuer", "Nobody is asked about", "the case asks about no state that may come to the rescue", "write `question: { rescuer: CHN }`, and what that state may do under `players`");
        if (draws is < 0 or > MostDraws)
            throw new ApiException(400, "draws", "Not so many draws", $"{draws} is no number of draws here", $"ask for 0 to {MostDraws}");
        var asked = new RescueRequest { Draws = draws ?? RescueRequest.DefaultDraws };
        var job = jobs.Start((tell, cancellation) =>
        {
            var tables = answering.Solve(bound, withHorizons: true, cancellation);
            return tables with { Rescue = RescueAnswer.Solve(posted.Source, bound, asked, tell, cancellation) };
        });
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

    private static Task AnswerAsync(HttpContext context, IJobs jobs, string id)
    {
        var job = Find(jobs, id);
        if (job.Answer is not { } tables)
            throw new ApiException(job.Status.Problem ?? ApiProblem.Of(404, "job", "There is no answer yet", $"the job is {job.Status.State}", "wait until its state is `done`"));
        var document = CaseDocuments.Report(tables, null, isFull: true) with { Names = [.. NameGrounds.Of(tables.Answer)] };
        return Endpoints.AnswerAsync(context, document, AnswerForm.Json);
    }
}
