using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Cases.Mutations;

namespace Samarkand.Web.Tests;

/// <summary>
/// Many clients at once who ask well, ask badly, read slowly or leave: nothing breaks, and no byte differs from the command's. On loopback alone,
/// bounded in number and in time, and memory is held to what the first round took; <c>SAMARKAND_SOAK=1</c> is the long form. What is kept is bounded in
/// bytes, here so low that the first round fills it, and no other test runs meanwhile.
/// </summary>
[Collection(Alone.Name)]
public sealed class SoakTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SAMARKAND_SOAK") is not null;
    private static readonly (int Clients, int Mutated, TimeSpan Longest) Size = IsLong ? (1000, 10_000, TimeSpan.FromMinutes(8)) : (40, 300, TimeSpan.FromMinutes(2));
    private static readonly HttpStatusCode[] Busy = [HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable];
    private static readonly HttpStatusCode[] Mutated = [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, .. Busy];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_many_clients_do_it_answers_with_the_same_bytes()
    {
        await using var server = await Server.StartAsync(new ServeSettings { KeptAnswers = 4L << 20, KeptSolvers = 128L << 20 });
        var (cases, clock) = (Cases(), Stopwatch.StartNew());
        var counts = new Counts();

        // The first round fills what is kept; what the second adds would be a leak.
        await RoundAsync(server, cases, 0, counts, clock);
        var before = Memory();
        await RoundAsync(server, cases, 1, counts, clock);
        var grown = (Memory() - before) / (1 << 20);
        var first = cases[0];
        var after = await (await server.PostAsync("/api/v1/answers?table=effects", first.Text, "text/csv")).Content.ReadAsStringAsync(Cancellation);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured: {counts} in {clock.Elapsed.TotalSeconds:0} s; memory grew by {grown} MiB from the first round to the second"));
        Assert.Equal(first.Csv, after);
        Assert.True(counts.Answered == 2 * Size.Clients || clock.Elapsed > Size.Longest, counts.ToString());
        Assert.True(counts.Mutated >= Size.Mutated / 2 || clock.Elapsed > Size.Longest / 2, counts.ToString());
        Assert.InRange(grown, -10_000, 64);
    }

    private static async Task RoundAsync(Server server, (string Text, string Csv)[] cases, int round, Counts counts, Stopwatch clock)
    {
        var mutator = new CaseMutator([.. Directory.EnumerateFiles(ShippedCases.Folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Size.Clients).Select(client => (client % 5) switch
        {
            0 => AskAsync(server, cases[client % cases.Length], counts, clock),
            1 => LeaveAsync(server, cases[0].Text, client, counts),
            2 => ReadSlowlyAsync(server, cases[0].Text, client, counts),
            3 => AskWronglyAsync(server, counts),
            _ => MutateAsync(),
        }));

        async Task MutateAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number <= Size.Mutated / 2 && clock.Elapsed < Size.Longest)
            {
                var text = mutator.Make(round * Size.Mutated + number);
                using var response = await server.PostAsync("/api/v1/answers", text);
                Assert.True(Mutated.Contains(response.StatusCode), $"number {number}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}\n{text}");
                Interlocked.Increment(ref counts.Mutated);
            }
        }
    }

    private static async Task AskAsync(Server server, (string Text, string Csv) one, Counts counts, Stopwatch clock)
    {
        for (var answered = 0; answered < 5 && clock.Elapsed < Size.Longest;)
        {
            // Every other one has a text of its own, so that it is solved.
            var text = answered % 2 == 0 ? one.Text : $"{one.Text}\n# {Interlocked.Increment(ref counts.Texts)}\n";
            using var response = await server.PostAsync("/api/v1/answers?table=effects", text, "text/csv");
            if (Busy.Contains(response.StatusCode))
            {
                Interlocked.Increment(ref counts.Busy);
                await Task.Delay(response.Headers.RetryAfter!.Delta!.Value, Cancellation);
                continue;
            }

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(one.Csv, await response.Content.ReadAsStringAsync(Cancellation));
            answered++;
            Interlocked.Increment(ref counts.Answered);
        }
    }

    private static async Task LeaveAsync(Server server, string text, int client, Counts counts)
    {
        for (var time = 0; time < 5; time++)
        {
            using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(1 + client * 7 % 60));
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/answers?table=horizons") { Content = new StringContent(text, Encoding.UTF8, "text/yaml") };
                using var response = await server.Client.SendAsync(request, leave.Token);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref counts.Left);
            }
        }
    }

    private static async Task ReadSlowlyAsync(Server server, string text, int client, Counts counts)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        var (body, buffer, stream) = (Encoding.UTF8.GetBytes(text), new byte[16], socket.GetStream());
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/answers HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nContent-Type: text/yaml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), Cancellation);
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2), Cancellation);
        await Task.Delay(100, Cancellation);
        // Every other one goes with half of its case unsaid.
        if (client % 2 == 0)
            return;
        await stream.WriteAsync(body.AsMemory(body.Length / 2), Cancellation);
        for (var i = 0; i < 20 && await stream.ReadAsync(buffer, Cancellation) > 0; i++)
            await Task.Delay(25, Cancellation);
        Interlocked.Increment(ref counts.Slow);
    }

    private static async Task AskWronglyAsync(Server server, Counts counts)
    {
        foreach (var (text, status) in new[] { (Server.Text("usa-china-tariff.yaml").Replace("world: wiod-2011", "world: nowhere", StringComparison.Ordinal), HttpStatusCode.NotFound), (RefusalTests.WithoutEquilibrium, HttpStatusCode.UnprocessableEntity) })
        {
            using var response = await server.PostAsync("/api/v1/answers", text);
            Assert.True(response.StatusCode == status || Busy.Contains(response.StatusCode), $"{response.StatusCode} instead of {status}");
            Interlocked.Increment(ref counts.Refused);
        }
    }

    private static (string Text, string Csv)[] Cases() =>
    [
        .. new[] { "samarkand-2022.yaml", "usa-china-tariff.yaml", "west-russia-costs.yaml" }.Select(Server.Text).Select(text =>
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            TableWriter.WriteCsv(new CaseTables(CaseAnswer.Solve(CaseSource.FromText(text).Open(), Cancellation), []).Make("effects"), writer, Cancellation);
            return (text, writer.ToString());
        }),
    ];

    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private sealed class Counts
    {
        public int Answered;
        public int Texts;
        public int Busy;
        public int Mutated;
        public int Left;
        public int Slow;
        public int Refused;

        public override string ToString() => $"{Answered} answered, {Busy} sent away for a while, {Mutated} mutated, {Refused} wrong, {Left} left, {Slow} read slowly";
    }
}
