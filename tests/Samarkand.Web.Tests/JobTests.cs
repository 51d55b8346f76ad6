using System.Net;
using System.Text.Json;

namespace Samarkand.Web.Tests;

/// <summary>Analyses that take seconds: begun, watched, stopped and fetched.</summary>
public sealed class JobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_game_of_stances_runs_as_a_job_with_its_progress()
    {
        await using var server = await Server.StartAsync();

        var begun = await server.PostAsync("/api/v1/jobs?draws=5", Server.Text("taiwan-embargo.yaml"));
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var events = await server.Client.GetStringAsync($"{begun.Headers.Location}/events", Cancellation);
        var answer = JsonDocument.Parse(await server.Client.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation)).RootElement;

        Assert.Contains("\"state\":\"done\"", events, StringComparison.Ordinal);
        Assert.True(answer.GetProperty("tables").TryGetProperty("price-of-friendship", out _));
        Assert.Contains(answer.GetProperty("words").EnumerateArray(), passage => passage.GetProperty("about").GetString() == "rescue");
    }

    [Fact]
    public async Task A_job_can_be_stopped_and_a_case_without_a_rescuer_has_none()
    {
        await using var server = await Server.StartAsync();

        var begun = await server.PostAsync("/api/v1/jobs?draws=1000", Server.Flagship);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync($"{begun.Headers.Location}/answer", Cancellation), 404);
        await server.Client.DeleteAsync(begun.Headers.Location, Cancellation);
        var events = await server.Client.GetStringAsync($"{begun.Headers.Location}/events", Cancellation);

        Assert.Contains("\"state\":\"stopped\"", events, StringComparison.Ordinal);
        await RefusalTests.ProblemAsync(await server.PostAsync("/api/v1/jobs", Server.Text("usa-china-tariff.yaml")), 422);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/api/v1/jobs/nothing", Cancellation), 404);
    }
}
