using System.Net;
using System.Net.Http.Headers;
using Samarkand.Core;

namespace Samarkand.Web.Tests;

/// <summary>Who may ask, what a browser is told, and what becomes of too many.</summary>
public sealed class SafetyTests
{
    private const string Key = "a long random text";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example:80")]
    [InlineData("192.168.0.1")]
    public async Task Another_name_for_this_machine_is_refused(string host)
    {
        await using var server = await Server.StartAsync();

        await RefusalTests.ProblemAsync(await GetAsync(server, "/health", request => request.Headers.Host = host), 421);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_page_of_another_site_is_refused(string origin)
    {
        await using var server = await Server.StartAsync();

        await RefusalTests.ProblemAsync(await GetAsync(server, "/api/v1/worlds", request => request.Headers.Add("Origin", origin)), 403);
        await RefusalTests.ProblemAsync(await GetAsync(server, "/api/v1/worlds", request => request.Headers.Add("Sec-Fetch-Site", "cross-site")), 403);
    }

    [Fact]
    public async Task Its_own_page_may_ask()
    {
        await using var server = await Server.StartAsync();

        var response = await GetAsync(server, "/api/v1/worlds", request => request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_page_runs_no_code_but_its_files_and_sets_no_cookie()
    {
        await using var server = await Server.StartAsync();

        foreach (var path in new[] { "/", "/assets/app.js", "/report/charts.js", "/api/v1/worlds", "/nothing" })
        {
            var response = await server.Client.GetAsync(path, Cancellation);
            var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.False(response.Headers.Contains("Server"));
        }

        Assert.DoesNotMatch("<script(?![^>]*src=)|style=| on[a-z]+=", await server.Client.GetStringAsync("/", Cancellation));
    }

    [Theory]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/Program.cs")]
    [InlineData("/report/cases%2fsamarkand-2022.yaml")]
    [InlineData("/assets/nothing.js")]
    public async Task No_path_leads_out_of_the_assets(string path)
    {
        await using var server = await Server.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public void An_address_that_others_can_reach_demands_a_key()
    {
        Assert.Throws<InputException>(() => WebServer.Make(new ServeSettings { Host = "0.0.0.0" }));
        Assert.Throws<InputException>(() => WebServer.Make(new ServeSettings { Host = "nowhere.example" }));
    }

    [Fact]
    public async Task With_a_key_the_api_answers_to_those_who_know_it()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Key = Key });

        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/api/v1/worlds", Cancellation), 401);
        await RefusalTests.ProblemAsync(await GetAsync(server, "/api/v1/worlds", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "another")), 401);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/page/leads", Cancellation), 401);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, "/api/v1/worlds", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Too_many_at_once_are_told_when_to_come_back()
    {
        await using var server = await Server.StartAsync(new ServeSettings { AtOnce = 1, Waiting = 1 });

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => server.PostAsync("/api/v1/answers", $"{Server.Flagship}\n# {i}\n")));

        Assert.Contains(all, response => response.StatusCode == HttpStatusCode.OK);
        foreach (var refused in all.Where(response => response.StatusCode != HttpStatusCode.OK))
        {
            await RefusalTests.ProblemAsync(refused, 429);
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        }
    }

    [Fact]
    public async Task What_takes_too_long_is_stopped()
    {
        await using var server = await Server.StartAsync(new ServeSettings { TimeLimit = TimeSpan.FromMilliseconds(1) });

        var response = await server.PostAsync("/api/v1/answers?table=horizons", Server.Flagship);

        if (response.StatusCode != HttpStatusCode.OK)
            await RefusalTests.ProblemAsync(response, 503);
    }

    [Fact]
    public async Task Fifty_at_once_have_the_same_answer()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Waiting = 1000 });

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await (await server.PostAsync("/api/v1/answers?table=effects", Server.Flagship, "text/csv")).Content.ReadAsStringAsync(Cancellation)));

        Assert.Single(all.Distinct(StringComparer.Ordinal));
    }

    private static async Task<HttpResponseMessage> GetAsync(Server server, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        return await server.Client.SendAsync(request, Cancellation);
    }
}
