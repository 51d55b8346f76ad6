using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Samarkand.Cluster.Database;
using static Samarkand.Cli.Tests.Clusters.Eventually;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>Several servers over one database: whichever is asked knows every job, and a job outlives the machine that ran it.</summary>
public sealed class SharedServerTests : IDisposable
{
    private const string Case = "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n";

    private readonly WorkFolder _folder = new();
    private readonly PostgresServer _server;
    private readonly string _database;

    public SharedServerTests()
    {
        _server = PostgresServer.Start();
        _database = _folder["database.txt"];
        File.WriteAllText(_database, _server.Connection);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_one_server_is_asked_another_answers_with_the_bytes_of_the_command()
    {
        _folder.Run("serve", "--no-open", "--cluster", _database).Refused("has no tables of this version of samarkand; run `samarkand cluster init` once");
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var first = Serve();
        using var second = Serve();
        using var worker = Running.Begin(_folder.Path, "work", "--cluster", _database);
        using var one = await ClientAsync(first);
        using var other = await ClientAsync(second);
        Until(() => worker.Address.Length > 0);

        using var begun = await one.PostAsync("/api/v1/worlds/wiod-2011/dependence?one=RUS&two=CHN", null, Cancellation);
        Assert.Equal(202, (int)begun.StatusCode);
        Assert.Contains("\"state\":\"done\"", await other.GetStringAsync($"{begun.Headers.Location}/events", Cancellation), StringComparison.Ordinal);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{begun.Headers.Location}/answer?table=dependence");
        asked.Headers.Accept.ParseAdd("text/csv");
        using var answer = await other.SendAsync(asked, Cancellation);
        Assert.Equal(Command.Bytes("dependence", "RUS", "CHN", "--world", "wiod-2011", "--table", "dependence", "--format", "csv"), await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(await one.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation), await other.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation));
        Assert.Contains("\"sections\"", await one.GetStringAsync($"/page/jobs/{begun.Headers.Location!.ToString().Split('/')[^1]}", Cancellation), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await other.GetAsync($"{begun.Headers.Location}/answer?table=nothing", Cancellation)).StatusCode);
        Assert.Equal(422, (int)(await other.PostAsync("/api/v1/jobs?analysis=sweep", Yaml("title: t\nworld: wiod-2011\n"), Cancellation)).StatusCode);

        // What no server is left to run, the worker runs.
        Assert.Equal(202, (int)(await one.PostAsync("/api/v1/worlds/wiod-2011/dependence?one=DEU&two=CHN", null, Cancellation)).StatusCode);
        first.Kill();
        second.Kill();
        Until(() => Ask<long>("SELECT count(*) FROM samarkand_page_jobs WHERE state = 'done'") == 2);
    }

    [Fact]
    public async Task A_job_outlives_its_server_and_is_stopped_by_any()
    {
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var first = Serve();
        using var one = await ClientAsync(first);
        using var begun = await one.PostAsync("/api/v1/jobs?analysis=sweep&draws=2000", Yaml(Case), Cancellation);
        Until(() => Ask<long>("SELECT count(*) FROM samarkand_page_jobs WHERE state = 'running'") == 1);
        first.Kill();

        using var second = Serve();
        using var other = await ClientAsync(second);
        _server.KillFor(TimeSpan.FromSeconds(1));
        Assert.Contains("\"state\":\"done\"", await other.GetStringAsync($"{begun.Headers.Location}/events", Cancellation), StringComparison.Ordinal);
        var answer = JsonDocument.Parse(await other.GetStringAsync($"{begun.Headers.Location}/answer", Cancellation)).RootElement;
        Assert.Equal("sweep", answer.GetProperty("command").GetString());
        Assert.Equal(2, Ask<long>("SELECT lease FROM samarkand_page_jobs"));

        using var third = Serve();
        using var another = await ClientAsync(third);
        using var stopped = await other.PostAsync("/api/v1/jobs?analysis=sweep&draws=2000", Yaml(Case), Cancellation);
        await another.DeleteAsync(stopped.Headers.Location, Cancellation);
        Assert.Contains("\"state\":\"stopped\"", await other.GetStringAsync($"{stopped.Headers.Location}/events", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_lost_a_job_writes_nothing_more()
    {
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        await using var table = new PageJobs(new ClusterAddress(_server.Connection));
        Assert.True(await table.AddAsync("job", "solver", "{}", 1, Cancellation));
        Assert.False(await table.AddAsync("more", "solver", "{}", 1, Cancellation));
        Assert.Null(await table.TakeAsync("of tomorrow", "a", TimeSpan.Zero, Cancellation));
        Assert.Null(await table.TakeAsync("solver", "a", TimeSpan.FromMinutes(1), Cancellation));
        var lost = (await table.TakeAsync("solver", "a", TimeSpan.Zero, Cancellation))!;
        Assert.Null(await table.TakeAsync("solver", "b", TimeSpan.Zero, Cancellation));
        Change("UPDATE samarkand_page_jobs SET heard = now() - interval '11 seconds'");
        var held = (await table.TakeAsync("solver", "b", TimeSpan.Zero, Cancellation))!;

        await table.EndAsync(lost, "failed", "{}", [("page", [1])], Cancellation);
        Assert.Equal(PageJobWish.Lost, await table.HeardAsync(lost, "x", 1, 2, Cancellation));
        Assert.Equal(PageJobWish.GoOn, await table.HeardAsync(held, "y", 3, 4, Cancellation));
        Assert.Equal(new PageJobState("job", "running", "y", 3, 4, null), await table.StateAsync("job", Cancellation));
        Assert.Empty(await table.NamesAsync("job", Cancellation));
        await table.EndAsync(held, "done", null, [("page", [2]), ("answer.json", [3])], Cancellation);
        Assert.Equal(["page", "answer.json"], await table.NamesAsync("job", Cancellation));
        Assert.Equal([2], (await table.BodyAsync("job", "page", Cancellation))!);

        // The job that kills whoever runs it is given up, and one that is to stop and whose machine is lost has stopped.
        Assert.True(await table.AddAsync("deadly", "solver", "{}", 1, Cancellation));
        for (var k = 0; k < PageJobs.MostTries; k++)
        {
            Assert.NotNull(await table.TakeAsync("solver", "a", TimeSpan.Zero, Cancellation));
            Change("UPDATE samarkand_page_jobs SET heard = now() - interval '11 seconds' WHERE id = 'deadly'");
        }

        Assert.Null(await table.TakeAsync("solver", "a", TimeSpan.Zero, Cancellation));
        Assert.Equal("failed", (await table.StateAsync("deadly", Cancellation))!.State);
        await table.StopAsync("deadly", Cancellation);
        Assert.Equal("stopped", (await table.StateAsync("deadly", Cancellation))!.State);
    }

    private Running Serve() => Running.Begin(_folder.Path, "serve", "--no-open", "--cluster", _database);

    private static async Task<HttpClient> ClientAsync(Running server)
    {
        for (var begun = Stopwatch.StartNew(); !server.Said.Contains("Samarkand answers at ", StringComparison.Ordinal); await Task.Delay(50, Cancellation))
            Assert.True(begun.Elapsed < TimeSpan.FromMinutes(1), server.Said);
        return new HttpClient { BaseAddress = new Uri(server.Said.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))), Timeout = TimeSpan.FromMinutes(3) };
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "text/yaml");

    private T Ask<T>(string question)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(_server.Connection);
        using var command = source.CreateCommand(question);
        return (T)command.ExecuteScalar()!;
    }

    private void Change(string statement)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(_server.Connection);
        using var command = source.CreateCommand(statement);
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
