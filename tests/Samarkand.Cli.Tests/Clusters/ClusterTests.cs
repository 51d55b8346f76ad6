using System.Diagnostics;
using static Samarkand.Cli.Tests.Clusters.Eventually;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>Workers on one machine, a database of their own, and processes that are killed: the bytes are those of one process.</summary>
public sealed class ClusterTests : IDisposable
{
    private const string Cut = "cases/west-russia-cut.yaml";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SAMARKAND_SOAK") == "1";

    private readonly WorkFolder _folder = new();
    private readonly PostgresServer _server;
    private readonly string _database;

    public ClusterTests()
    {
        _server = PostgresServer.Start();
        _database = _folder["database.txt"];
        File.WriteAllText(_database, _server.Connection);
        File.WriteAllText(
            _folder["some.yaml"],
            "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Workers_make_the_bytes_of_one_process()
    {
        _folder.Run("jobs", "list", "--cluster", _database).Refused("has no tables of this version of samarkand; run `samarkand cluster init` once");
        _folder.Run("work", "--cluster", _database).Refused("run `samarkand cluster init` once");
        Assert.StartsWith("The tables are there", _folder.Run("cluster", "init", "--cluster", _database).Answered().Output, StringComparison.Ordinal);
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var first = Worker();
        using var second = Worker();
        foreach (var (study, k) in new[]
        {
            "sweep some.yaml --draws 60 --chunk 7",
            "sweep some.yaml --draws 60 --chunk 7 --keep bands",
            $"coalition {Cut} --members DEU,FRA,GBR,USA,JPN --subsets --chunk 5",
            $"coalition {Cut} --members DEU,FRA,GBR,USA,JPN --permutations 6 --chunk 5",
            $"batch {Cut} --vary package.0.factor=1.1:4:0.1 --chunk 6",
        }.Select((study, k) => (study, k)))
        {
            string[] words = [.. study.Split(' ')];
            var alone = _folder.Run([.. words, "--output", $"whole{k}"]).Answered();
            var together = _folder.Run([.. words, "--output", $"parts{k}", "--cluster", _database]).Answered();
            Assert.Equal(alone.Output, together.Output);
            AssertSame($"whole{k}", $"parts{k}");
        }

        var listed = _folder.Run("jobs", "list", "--cluster", _database).Answered();
        Assert.Contains("60/60", listed.Output, StringComparison.Ordinal);
        Assert.Contains("5 jobs; 2 workers", listed.Output, StringComparison.Ordinal);
        var job = listed.Lines.First(line => line.Contains(" sweep ", StringComparison.Ordinal)).Split(' ')[0];
        Assert.Contains("is done: 60 of 60", _folder.Run("jobs", "follow", job, "--cluster", _database).Answered().Output, StringComparison.Ordinal);
        _folder.Run("jobs", "cancel", job, "--cluster", _database).Refused("none of that name runs");
    }

    [Fact]
    public void Workers_draw_the_choices_of_a_rescuer_with_the_results_of_one_process()
    {
        File.WriteAllText(
            _folder["rescue.yaml"],
            """
            title: t
            world: wiod-2011
            target: RUS
            coalition: [EU, USA]
            package:
              - { kind: trade-cost, factor: 1.5, both: true }
            secondary:
              trigger: [rescue]
              package:
                - { kind: trade-cost, factor: 1.1, both: true }
            players:
              - region: CHN
                stances: [neutral, conduit, rescue]
                affinity: { RUS: 1 }
                means:
                  - { kind: transfer, amount: 5 bn USD }
                  - { kind: supply, discount: 0.1, paid-by: CHN }
              - { region: TUR, stances: [neutral, conduit] }
            priors:
              package.0.factor: uniform(1.2, 3)
              affinity.CHN.RUS: uniform(0, 2)
            """);
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        string[] words = ["align", "rescue.yaml", "--draws", "600", "--seed", "3", "--output"];
        var alone = _folder.Run([.. words, "whole"]).Answered();
        string[] shared = [.. words, "parts", "--cluster", _database];
        string together;
        using (Worker())
        using (Worker())
            together = _folder.Run(shared).Answered().Output;
        Assert.Equal(alone.Output.Replace("whole", "parts", StringComparison.Ordinal), together);
        AssertSameResults();
        Assert.Equal(["draws-000000000-000000249.parquet", "draws-000000250-000000499.parquet", "draws-000000500-000000599.parquet"], Directory.GetFiles(_folder["parts/chunks"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("600/600", _folder.Run("jobs", "list", "--cluster", _database).Answered().Output, StringComparison.Ordinal);

        // Once the draws are there, no worker is asked for; other draws do not mix with them.
        Assert.Equal(together, _folder.Run(shared).Answered().Output);
        AssertSameResults();
        _folder.Run(["align", "rescue.yaml", "--draws", "600", "--seed", "4", "--output", "parts", "--cluster", _database]).Refused("holds a rescue of other inputs: seed is `3` there and `4` here");

        void AssertSameResults() => Assert.Equal(Results("whole"), Results("parts"));
        Dictionary<string, string> Results(string output) => Bytes(output)
            .Where(file => !file.Key.StartsWith("chunks", StringComparison.Ordinal) && file.Key is not ("rescue.json" or "rescue.lock" or "manifest.json"))
            .ToDictionary(file => file.Key, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value)));
    }

    [Fact]
    public void Whatever_is_killed_the_bytes_are_those_of_an_undisturbed_run()
    {
        var (kills, draws) = IsLong ? (50, 12_000) : (5, 900);
        var random = new Random(Environment.TickCount);
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        string[] study = ["sweep", "some.yaml", "--draws", FormattableString.Invariant($"{draws}"), "--chunk", "15"];
        _folder.Run([.. study, "--output", "whole"]).Answered();
        var workers = Enumerable.Range(0, 3).Select(_ => Worker()).ToArray();
        var log = new List<string>();
        try
        {
            for (int done = 0, round = 0; done < kills; round++)
            {
                var output = $"parts{round}";
                string[] words = [.. study, "--output", output, "--cluster", _database];
                var client = Running.Begin(_folder.Path, words);
                var begun = Stopwatch.StartNew();
                while (!client.Process.HasExited)
                {
                    client.Process.WaitForExit(TimeSpan.FromSeconds(0.3 + (2.5 * random.NextDouble())));
                    if (done < kills && !client.Process.HasExited)
                        log.Add(Disturb(done++, workers, ref client, words));
                    for (var k = 0; k < workers.Length; k++)
                    {
                        if (workers[k].Process.HasExited)
                            Replace(ref workers[k]);
                    }

                    Assert.True(begun.Elapsed < TimeSpan.FromMinutes(20), $"no end after: {string.Join("; ", log)}\n{client.Said}\n{string.Join("\n", workers.Select(worker => worker.Said))}");
                }

                client.Process.WaitForExit();
                Assert.True(client.Process.ExitCode == 0, $"{client.Said} after: {string.Join("; ", log)}");
                client.Dispose();
                AssertSame("whole", output);
                AssertCountedOnce(output, draws);
            }
        }
        finally
        {
            foreach (var worker in workers)
                worker.Dispose();
        }

        TestContext.Current.SendDiagnosticMessage(string.Join("; ", log));
    }

    [Fact]
    public void A_job_is_cancelled_and_a_worker_of_another_folder_says_what_is_missing()
    {
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var client = Running.Begin(_folder.Path, "sweep", "some.yaml", "--draws", "50", "--output", "parts", "--cluster", _database);
        Until(() => client.Said.Contains("job ", StringComparison.Ordinal));
        // Nobody works yet, and the client says so.
        Until(() => client.Said.Contains("no worker is at work", StringComparison.Ordinal));
        var job = _folder.Run("jobs", "list", "--cluster", _database).Answered().Lines[0].Split(' ')[0];
        Assert.Contains("cancelled", _folder.Run("jobs", "cancel", job, "--cluster", _database).Answered().Output, StringComparison.Ordinal);
        client.Process.WaitForExit();
        Assert.Equal(2, client.Process.ExitCode);
        Assert.Contains("was cancelled", client.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["parts/manifest.json"]));
    }

    [Fact]
    public void A_worker_of_another_version_refuses_the_job_and_says_which_it_is()
    {
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var client = Running.Begin(_folder.Path, "sweep", "some.yaml", "--draws", "50", "--output", "parts", "--cluster", _database);
        Until(() => client.Said.Contains("no worker is at work", StringComparison.Ordinal));
        Change("UPDATE samarkand_jobs SET solver = 'of tomorrow'");
        using var worker = Worker();

        Until(() => worker.Said.Contains("asks for samarkand of tomorrow, and this worker is ", StringComparison.Ordinal));
        Assert.Contains("start workers of that version", worker.Said, StringComparison.Ordinal);
        Until(() => client.Said.Contains("of tomorrow", StringComparison.Ordinal));
        Assert.Contains(" 0/50 ", _folder.Run("jobs", "list", "--cluster", _database).Answered().Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder["parts/chunks"]));
    }

    [Fact]
    public void A_full_disk_ends_the_job_with_one_sentence_and_the_same_command_goes_on()
    {
        Directory.CreateDirectory(_folder["small"]);
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/mount") && Mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", _folder["small"]), "A small file system cannot be mounted here.");
        try
        {
            _folder.Run("cluster", "init", "--cluster", _database).Answered();
            using var worker = Worker();
            string[] study = ["sweep", "some.yaml", "--draws", "100", "--chunk", "50", "--output"];
            string[] shared = [.. study, "small/parts", "--cluster", _database];

            _folder.Run(shared).Refused("the folder cannot be written: No space left on device", "make room or mend it, and the same command goes on");
            Assert.DoesNotContain(Directory.GetFiles(_folder["small/parts"], "*", SearchOption.AllDirectories), file => file.EndsWith(".partial", StringComparison.Ordinal));

            Assert.True(Mount("-o", "remount,size=100m", _folder["small"]));
            _folder.Run(shared).Answered();
            _folder.Run([.. study, "whole"]).Answered();
            AssertSame("whole", "small/parts");
        }
        finally
        {
            using var unmounted = Process.Start("umount", [_folder["small"]]);
            unmounted.WaitForExit();
        }
    }

    [Fact]
    public async Task A_worker_tells_a_collector_of_every_block_and_counts_for_who_asks()
    {
        var (collector, metrics) = (PostgresServer.FreePort(), PostgresServer.FreePort());
        using var listener = new System.Net.HttpListener { Prefixes = { FormattableString.Invariant($"http://127.0.0.1:{collector}/") } };
        listener.Start();
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var worker = Running.BeginWith(
            [FormattableString.Invariant($"OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{collector}"), "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_BSP_SCHEDULE_DELAY=200"],
            _folder.Path,
            "work", "--cluster", _database, "--metrics-port", FormattableString.Invariant($"{metrics}"));
        Until(() => worker.Address.Length > 0);
        _folder.Run("sweep", "some.yaml", "--draws", "20", "--chunk", "10", "--output", "parts", "--cluster", _database).Answered();

        var told = await listener.GetContextAsync().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        using var spans = new StreamReader(told.Request.InputStream, System.Text.Encoding.Latin1);
        var text = await spans.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("/v1/traces", told.Request.Url!.AbsolutePath);
        Assert.All((string[])["samarkand-worker", "samarkand.job", "samarkand.block.first", "samarkand.outcome", "solved"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        told.Response.Close();
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{metrics}")) };
        Assert.Equal("Healthy", await client.GetStringAsync("/health", TestContext.Current.CancellationToken));
        var counted = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Matches("samarkand_equilibria_total\\{[^}]*\\} 20\n", counted);
        Assert.Matches("samarkand_block_duration_seconds_count\\{[^}]*\\} 2\n", counted);
    }

    [Fact]
    public async Task A_worker_says_at_once_that_page_jobs_ended_by_a_fault_and_blocks_go_on()
    {
        var port = PostgresServer.FreePort();
        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        using var worker = Running.Begin(_folder.Path, "work", "--cluster", _database, "--threads", "1", "--metrics-port", FormattableString.Invariant($"{port}"));
        Until(() => worker.Address.Length > 0);
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")) };
        Assert.Equal("Healthy", await AskAsync("/health"));

        Change("DROP TABLE samarkand_page_answers, samarkand_page_jobs");
        Until(() => worker.Said.Contains("samarkand: no jobs of the page are taken here, and blocks go on: --cluster: 127.0.0.1", StringComparison.Ordinal));
        Until(() => AskAsync("/health").Result == "Degraded");
        Assert.Contains("run `samarkand cluster init` once", worker.Said, StringComparison.Ordinal);
        Assert.Contains(worker.Said.Split('\n'), line => line.StartsWith('{') && line.Contains("\"Samarkand.Cluster.Silos.PageWork\"", StringComparison.Ordinal) && line.Contains("ended by a fault", StringComparison.Ordinal));
        Assert.Matches("samarkand_pages_faults_total\\{[^}]*\\} [1-9]", await AskAsync("/metrics"));
        _folder.Run("sweep", "some.yaml", "--draws", "20", "--chunk", "10", "--output", "parts", "--cluster", _database).Answered();

        _folder.Run("cluster", "init", "--cluster", _database).Answered();
        Until(() => AskAsync("/health").Result == "Healthy");

        // What deals blocks is the worker itself: without it, the worker ends.
        Change("DROP TABLE samarkand_workers");
        Assert.True(worker.Process.WaitForExit(TimeSpan.FromMinutes(1)), worker.Said);
        Assert.Equal(2, worker.Process.ExitCode);
        Until(() => worker.Said.Contains("the worker ends by a fault: --cluster: 127.0.0.1", StringComparison.Ordinal));

        Task<string> AskAsync(string path) => client.GetStringAsync(path, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("--cluster: it is no connection string", "sweep", "some.yaml", "--output", "x", "--cluster", "Nonsense")]
    [InlineData("--cluster: there is no folder that the workers share; add --output DIR", "sweep", "some.yaml", "--cluster", "Host=h")]
    [InlineData("--cluster: workers deal the parts among themselves; leave out --shard", "sweep", "some.yaml", "--output", "x", "--shard", "1/2", "--cluster", "Host=h")]
    [InlineData("--cluster: there is no folder that the workers share; add --output DIR", "align", "some.yaml", "--cluster", "Host=h")]
    [InlineData("--cluster: no draws are asked for", "align", "some.yaml", "--draws", "0", "--output", "x", "--cluster", "Host=h")]
    [InlineData("--cluster: the case has no priors", "align", Cut, "--output", "x", "--cluster", "Host=h")]
    [InlineData("--cluster: the search for a package does not divide into blocks", "design", "some.yaml", "--cluster")]
    [InlineData("does not answer", "serve", "--no-open", "--cluster", "Host=127.0.0.1;Port=1")]
    [InlineData("does not answer", "jobs", "list", "--cluster", "Host=127.0.0.1;Port=1")]
    public void What_is_no_cluster_is_refused(string message, params string[] words) => _folder.Run(words).Refused(message);

    private string Disturb(int number, Running[] workers, ref Running client, string[] words)
    {
        var k = Random.Shared.Next(workers.Length);
        switch (number % 5)
        {
            case 0:
                workers[k].Kill();
                Replace(ref workers[k]);
                return $"worker {k} killed";
            case 1:
                var holder = HolderOf(workers);
                workers[holder].Kill();
                Replace(ref workers[holder]);
                return $"worker {holder}, which dealt the blocks, killed";
            case 2:
                client.Dispose();
                client = Running.Begin(_folder.Path, words);
                return "client killed";
            case 3:
                _server.KillFor(TimeSpan.FromSeconds(1 + Random.Shared.Next(3)));
                return "database killed";
            default:
                workers[k].Signal("STOP");
                Thread.Sleep(TimeSpan.FromSeconds(12));
                workers[k].Signal("CONT");
                return $"worker {k} stopped past its lease";
        }
    }

    private void Change(string statement)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(_server.Connection);
        using var command = source.CreateCommand(statement);
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static bool Mount(params string[] words)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", words) { RedirectStandardError = true });
        mount!.WaitForExit();
        return mount.ExitCode == 0;
    }

    // The one that deals the blocks now; any where nobody does.
    private int HolderOf(Running[] workers)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(_server.Connection);
        using var command = source.CreateCommand("SELECT holder FROM samarkand_jobs WHERE state = 'running' ORDER BY made DESC LIMIT 1");
        return Math.Max(0, Array.FindIndex(workers, worker => worker.Address == command.ExecuteScalar() as string));
    }

    private void Replace(ref Running worker)
    {
        worker.Dispose();
        worker = Running.Begin(_folder.Path, "work", "--cluster", _database, "--threads", "1");
    }

    private Running Worker()
    {
        var worker = Running.Begin(_folder.Path, "work", "--cluster", _database, "--threads", "1");
        Until(() => worker.Address.Length > 0);
        return worker;
    }

    private void AssertSame(string whole, string parts)
    {
        var (expected, found) = (Bytes(whole), Bytes(parts));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), $"{file.Key} differs"));
    }

    // Every block of the folder has one row, with the hash of its file.
    private void AssertCountedOnce(string output, int draws)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(_server.Connection);
        using var command = source.CreateCommand("SELECT (SELECT count(*) FROM samarkand_blocks b WHERE b.job = j.id), cardinality(j.firsts), j.results_done FROM samarkand_jobs j WHERE j.folder = $1 AND j.state = 'done'");
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = _folder[output] });
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal(row.GetInt32(1), row.GetInt64(0));
        Assert.Equal(draws, row.GetInt32(2));
        Assert.False(row.Read());
    }

    private Dictionary<string, byte[]> Bytes(string output) => Directory.GetFiles(_folder[output], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_folder[output], file), File.ReadAllBytes);
}
