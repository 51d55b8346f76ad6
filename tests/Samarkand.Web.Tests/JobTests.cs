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

    [Theory]
    [InlineData("sweep", "draws=20&seed=7", "taiwan-embargo", "effects-bands")]
    [InlineData("coalition", "members=EU,USA,GBR&joins=IND", "west-russia-costs", "coalition-members")]
    [InlineData("explain", "regions=China", "usa-china-tariff", "channels")]
    [InlineData("design", "budget=2 bn USD", "west-russia-cut", "frontier")]
    [InlineData("dependence", "one=Russia&two=CHN", "usa-china-tariff", "dependence-sectors")]
    [InlineData("dependence", "matrix=SCO", "usa-china-tariff", "dependence-matrix")]
    public async Task Every_other_analysis_is_a_job_with_the_same_answer_as_its_command(string analysis, string words, string name, string table)
    {
        await using var server = await Server.StartAsync();
        var text = Server.Text($"{name}.yaml");

        var begun = await server.PostAsync($"/api/v1/jobs?analysis={analysis}&{words}", text);
        Assert.True(begun.StatusCode == HttpStatusCode.Accepted, await begun.Content.ReadAsStringAsync(Cancellation));
        var events = await server.Client.GetStringAsync($"{begun.Headers.Location}/events", Cancellation);
        Assert.Contains("\"state\":\"done\"", events, StringComparison.Ordinal);
        var answer = JsonDocument.Parse(await server.Client.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation)).RootElement;
        var page = JsonDocument.Parse(await server.Client.GetStringAsync($"/page/jobs/{begun.Headers.Location!.ToString().Split('/')[^1]}", Cancellation)).RootElement;

        Assert.Equal(analysis, answer.GetProperty("command").GetString());
        Assert.True(answer.GetProperty("certificate").GetProperty("largest_residual").GetDouble() < 1e-8);
        Assert.True(answer.GetProperty("tables").GetProperty(table).GetProperty("rows").GetArrayLength() > 0);
        Assert.All(page.GetProperty("sections").EnumerateArray(), section =>
        {
            Assert.StartsWith($"{analysis}-", section.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Contains($"id=\"{section.GetProperty("id").GetString()}\"", section.GetProperty("html").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("<h2", section.GetProperty("html").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_table_of_a_job_is_csv_for_those_who_ask()
    {
        await using var server = await Server.StartAsync();
        var begun = await server.PostAsync("/api/v1/jobs?analysis=dependence&one=RUS&two=CHN", Server.Text("usa-china-tariff.yaml"));
        await server.Client.GetStringAsync($"{begun.Headers.Location}/events", Cancellation);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{begun.Headers.Location}/answer?table=dependence");
        request.Headers.Accept.ParseAdd("text/csv");
        var lines = (await (await server.Client.SendAsync(request, Cancellation)).Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("region,on,real_income_pct", lines[0], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync($"{begun.Headers.Location}/answer?table=nothing", Cancellation), 404);
    }

    [Fact]
    public async Task Who_depends_on_whom_needs_no_case()
    {
        await using var server = await Server.StartAsync();

        var begun = await server.Client.PostAsync("/api/v1/worlds/wiod-2011/dependence?matrix=all", null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var events = await server.Client.GetStringAsync($"{begun.Headers.Location}/events", Cancellation);
        var answer = JsonDocument.Parse(await server.Client.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation)).RootElement;

        Assert.Contains("\"state\":\"done\"", events, StringComparison.Ordinal);
        Assert.Equal(41 * 40, answer.GetProperty("tables").GetProperty("dependence-matrix").GetProperty("rows").GetArrayLength());
        await RefusalTests.ProblemAsync(await server.Client.PostAsync("/api/v1/worlds/wiod-2011/dependence?one=RUS", null, Cancellation), 400);
        await RefusalTests.ProblemAsync(await server.Client.PostAsync("/api/v1/worlds/nowhere/dependence?matrix=all", null, Cancellation), 404);
    }

    [Theory]
    [InlineData("?analysis=nothing", 404)]
    [InlineData("?analysis=sweep&draws=1000000", 400)]
    [InlineData("?analysis=dependence", 400)]
    [InlineData("?analysis=dependence&one=RUS&two=Atlantis", 422)]
    [InlineData("?analysis=design&budget=1 bn USD&harm=1 bn USD", 400)]
    [InlineData("?analysis=design&budget=much", 422)]
    [InlineData("?analysis=coalition&members=Atlantis", 422)]
    public async Task What_cannot_be_asked_is_refused_before_it_waits(string query, int status)
    {
        await using var server = await Server.StartAsync();

        await RefusalTests.ProblemAsync(await server.PostAsync($"/api/v1/jobs{query}", Server.Flagship), status);
    }

    [Fact]
    public async Task Too_many_jobs_are_told_when_to_come_back()
    {
        await using var server = await Server.StartAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.PostAsync("/api/v1/jobs?draws=1000", Server.Flagship)));

        Assert.Contains(all, response => response.StatusCode == HttpStatusCode.Accepted);
        var refused = all.Where(response => response.StatusCode != HttpStatusCode.Accepted).ToArray();
        Assert.NotEmpty(refused);
        foreach (var response in refused)
        {
            await RefusalTests.ProblemAsync(response, 429);
            Assert.NotNull(response.Headers.RetryAfter);
        }

        foreach (var begun in all.Except(refused))
            await server.Client.DeleteAsync(begun.Headers.Location, Cancellation);
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
