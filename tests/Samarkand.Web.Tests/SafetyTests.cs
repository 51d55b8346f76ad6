using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Samarkand.Core;
using Samarkand.Web.Safety;

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
    public async Task A_file_of_hashes_lets_in_whoever_knows_one_of_the_keys()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "keys");
        // As printf %s KEY | sha256sum prints them.
        await File.WriteAllTextAsync(file, $"# keys\n2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683  one\n\n{Convert.ToHexString(SHA256.HashData("another"u8))}\n", Cancellation);
        await using var server = await Server.StartAsync(new ServeSettings { KeyHashes = KeyFile.Read(file), Metrics = true });

        foreach (var (key, status) in new[] { ("key", HttpStatusCode.OK), ("another", HttpStatusCode.OK), ("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683", HttpStatusCode.Unauthorized), ("", HttpStatusCode.Unauthorized) })
            Assert.Equal(status, (await GetAsync(server, "/api/v1/worlds", request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key))).StatusCode);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/metrics", Cancellation), 401);
    }

    [Theory]
    [InlineData("a plain key\n", 1, "SHA-256")]
    [InlineData("# nothing\n", 0, "no key")]
    public async Task A_file_without_hashes_is_refused(string text, int line, string says)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "keys");
        await File.WriteAllTextAsync(file, text, Cancellation);

        var refused = Assert.Throws<InputException>(() => KeyFile.Read(file));

        Assert.Equal(line, refused.Problems[0].Line);
        Assert.Contains(says, refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => KeyFile.Read(file + "-nowhere"));
    }

    [Fact]
    public async Task What_the_server_counts_can_be_read_when_asked_for()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Metrics = true });
        await using var silent = await Server.StartAsync();
        await silent.PostAsync("/api/v1/answers", Server.Text("usa-china-tariff.yaml"));
        await server.PostAsync("/api/v1/answers", Server.Text("usa-china-tariff.yaml"));
        await server.PostAsync("/api/v1/answers", "title: no case");

        // A request is counted once it has ended, which may be after its answer was read.
        string told;
        var patience = Stopwatch.StartNew();
        do
            told = await server.Client.GetStringAsync("/metrics", Cancellation);
        while (!told.Contains("\"422\"", StringComparison.Ordinal) && patience.Elapsed < TimeSpan.FromSeconds(30));

        Assert.Matches("samarkand_solve_duration_seconds_count\\{[^}]*outcome=\"answered\"[^}]*\\} 1\n", told);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_response_status_code=\"422\"", told);
        Assert.Equal(HttpStatusCode.NotFound, (await silent.Client.GetAsync("/metrics", Cancellation)).StatusCode);
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
    public async Task Whoever_waits_too_long_for_a_turn_is_told_so()
    {
        await using var server = await Server.StartAsync(new ServeSettings { AtOnce = 1, Waiting = 100, TimeLimit = TimeSpan.FromMilliseconds(300) });

        var all = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => server.PostAsync("/api/v1/answers?table=horizons", $"{Server.Flagship}\n# {i}\n")));

        foreach (var response in all.Where(response => response.StatusCode != HttpStatusCode.OK))
            await RefusalTests.ProblemAsync(response, 503);
        Assert.Contains(all, response => response.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.All(all, response => Assert.True(response.Content.Headers.ContentLength is not 0));
    }

    [Fact]
    public async Task Fifty_at_once_have_the_same_answer()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Waiting = 1000, TimeLimit = TimeSpan.FromMinutes(2) });

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
