using Amazon.S3;
using Amazon.S3.Model;
using Samarkand.Cli.Tests.Clusters;
using Samarkand.Cluster.Stores;
using Samarkand.Core;
using static Samarkand.Cli.Tests.Clusters.Eventually;

namespace Samarkand.Cli.Tests.Stores;

/// <summary>Results in an object store have the bytes of those in a folder, whoever makes them and whoever is killed.</summary>
public sealed class StoreTests : IClassFixture<CephServer>, IDisposable
{
    private const string Cut = "cases/west-russia-cut.yaml";

    private static readonly string[] Sweep = ["sweep", "some.yaml", "--draws", "60", "--chunk", "7"];
    private static readonly BlockRange Range = new(0, 2);

    private readonly WorkFolder _folder = new();
    private readonly CephServer _server;
    private readonly AmazonS3Client _store;
    private readonly string _bucket = $"b{Guid.NewGuid():N}";

    public StoreTests(CephServer server)
    {
        CephServer.SkipWhereAbsent();
        (_server, _store) = (server, server.Open());
        Make(_store, _bucket);
        File.WriteAllText(
            _folder["some.yaml"],
            "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n");
    }

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_store_holds_the_bytes_of_a_folder_and_the_same_command_goes_on()
    {
        foreach (var (study, k) in new[] { string.Join(' ', Sweep), $"coalition {Cut} --members DEU,FRA,GBR,USA,JPN --subsets --chunk 5" }.Select((study, k) => (study, k)))
        {
            string[] words = [.. study.Split(' '), "--output"];
            var alone = _folder.Run([.. words, $"whole{k}"]).Answered();
            var stored = Run([.. words, At($"parts{k}")]).Answered();
            Assert.Equal(alone.Output, stored.Output);
            Assert.Equal("", stored.Error);
            AssertSame($"whole{k}", $"parts{k}");
            // All but one block is there: it is made again, and the results take the place of the earlier ones.
            Delete(Names($"parts{k}").First(name => name.Contains("/chunks/", StringComparison.Ordinal)));
            Assert.Equal(alone.Output, Run([.. words, At($"parts{k}")]).Answered().Output);
            AssertSame($"whole{k}", $"parts{k}");
        }
    }

    [Fact]
    public void Parts_and_commands_at_once_lose_nothing_and_double_nothing()
    {
        _folder.Run([.. Sweep, "--output", "whole"]).Answered();
        string[] parts = [.. Sweep, "--output", At("parts")];
        Run([.. parts, "--gather"]).Refused("parts holds 0 of 60 draws");
        var running = ((string[])["1/2", "2/2", "2/2"]).Select(part => Begin([.. parts, "--shard", part])).ToArray();
        // One of those that make the same part is killed, wherever it is.
        running[1].Process.WaitForExit(1200);
        running[1].Dispose();
        Ended(running[0], running[2]);
        Ended(Begin(parts), Begin([.. parts, "--gather"]));
        AssertSame("whole", "parts");
        Run("sweep", "some.yaml", "--draws", "60", "--seed", "2", "--output", At("parts")).Refused("holds a sweep of other inputs: seed is `1` there and `2` here");
    }

    [Fact]
    public void Workers_fill_a_store_and_whoever_is_killed_the_bytes_are_those_of_a_folder()
    {
        using var database = PostgresServer.Start();
        File.WriteAllText(_folder["database.txt"], database.Connection);
        string[] cluster = ["--cluster", _folder["database.txt"]];
        string[] study = ["sweep", "some.yaml", "--draws", "150", "--chunk", "15"];
        _folder.Run(["cluster", "init", .. cluster]).Answered();
        _folder.Run([.. study, "--output", "whole"]).Answered();
        string[] shared = [.. study, "--output", At("parts"), .. cluster];
        var workers = Enumerable.Range(0, 2).Select(_ => Begin(["work", "--threads", "1", .. cluster])).ToList();
        // One of them has not the credentials, and says so.
        using var stranger = Running.BeginWith([.. CephServer.Variables(_server.Endpoint, "samarkand", "another")], _folder.Path, ["work", .. cluster]);
        try
        {
            var first = Begin(shared);
            Until(() => Names("parts").Count(name => name.Contains("/chunks/", StringComparison.Ordinal)) > 2);
            first.Dispose();
            workers[0].Kill();
            workers.Add(Begin(["work", "--threads", "1", .. cluster]));
            Ended(Begin(shared), Begin(shared));
            AssertSame("whole", "parts");
            Assert.Contains(" done ", _folder.Run(["jobs", "list", .. cluster]).Answered().Output, StringComparison.Ordinal);

            Until(() => stranger.Said.Contains("cannot be used: http://127.0.0.1", StringComparison.Ordinal));
            Assert.Contains("refuses (SignatureDoesNotMatch); see that the credentials are right", stranger.Said, StringComparison.Ordinal);

            // What workers put is read as carefully as a folder's.
            Put("parts/chunks/draws-000000000-000000014.parquet", "other bytes");
            Run(shared).Refused("is not a block of draws of this sweep", "delete it, and the same command makes it again");
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    [Fact]
    public void Other_bytes_are_an_alarm_and_no_choice()
    {
        var first = Blocks().Put(Made(0.5), "a1");

        Assert.Equal(first, Blocks().Put(Made(0.5), "b2"));
        var alarm = Assert.Throws<OtherBytesException>(() => Blocks().Put(Made(0.25), "b3"));

        Assert.Contains($"s3://{_bucket}/alarm/chunks/draws-000000000-000000001.parquet holds other bytes", alarm.Message, StringComparison.Ordinal);
        Assert.Equal(first, Blocks().HashOf(Range));
    }

    [Fact]
    public void One_of_many_that_put_at_once_is_first()
    {
        var places = Enumerable.Range(0, 16).Select(_ => Place("race")).ToArray();

        var put = places.AsParallel().WithDegreeOfParallelism(16).Select((place, k) => place.PutNew("chunks/one", "", path => File.WriteAllText(path, $"{k}"), wantsHash: true)).ToArray();

        var first = Assert.Single(put, one => one.IsNew);
        Assert.Equal(first.Hash, Place("race").HashOf("chunks/one"));
    }

    [Fact]
    public void What_stands_in_a_store_is_replaced_only_where_samarkand_put_it()
    {
        string[] words = ["simulate", Cut, "--output", At("answer")];
        Put("answer/notes.txt", "mine");
        Run(words).Refused($"--output: s3://{_bucket}/answer holds files that are no results of samarkand: notes.txt; name another folder, or insist with --force");
        Run([.. words, "--force"]).Answered();
        Delete("answer/notes.txt");
        Put("answer/case.yaml", "title: changed");
        Run(words).Refused("no results of samarkand: case.yaml (changed since)");
        Assert.Contains("overwritten, as --force asks: case.yaml", Run([.. words, "--force"]).Answered().Error, StringComparison.Ordinal);
        _folder.Run("simulate", Cut, "--output", "whole").Answered();
        AssertSame("whole", "answer");
    }

    [Fact]
    public void Whoever_is_killed_while_results_are_put_leaves_what_the_next_may_replace()
    {
        string[] words = ["simulate", Cut, "--output", At("answer")];
        Run(words).Answered();
        // As if the results of other inputs had been begun: some are there, and the list of all.
        _folder.Run("simulate", Cut, "--set", "package.0.factor=2", "--output", "next").Answered();
        foreach (var (name, at) in new[] { ("manifest.json", "manifest.json.partial"), ("effects.csv", "effects.csv") })
            Put($"answer/{at}", File.ReadAllText(_folder[$"next/{name}"]));
        Run(words).Answered();
        _folder.Run("simulate", Cut, "--output", "whole").Answered();
        AssertSame("whole", "answer");
    }

    [Fact]
    public void A_store_that_refuses_is_told_in_one_sentence_with_the_remedy()
    {
        string[] words = [.. Sweep, "--output"];
        Run([.. words, "s3://no-such-bucket-here/x"]).Refused($"--output: s3://no-such-bucket-here/x cannot be written: {_server.Endpoint} has no bucket no-such-bucket-here; make it, or name another");
        RunWith(CephServer.Variables(_server.Endpoint, "samarkand", "another"), [.. words, At("x")]).Refused("refuses (SignatureDoesNotMatch); see that the credentials are right and may list the bucket");
        RunWith(CephServer.Variables(_server.Endpoint, "nobody", "another"), [.. words, At("x")]).Refused("refuses (InvalidAccessKeyId)");
        RunWith(CephServer.Variables("http://127.0.0.1:1", "samarkand", "another"), [.. words, At("x")]).Refused("cannot be reached: http://127.0.0.1:1 does not answer", "see that the store runs and that AWS_ENDPOINT_URL_S3 names it");
        RunWith(CephServer.Variables("nonsense", "samarkand", "another"), [.. words, At("x")]).Refused("cannot be asked: AWS_ENDPOINT_URL_S3 holds no address; write one such as https://store.example:9000");
        RunWith(CephServer.Variables(_server.Endpoint, "", ""), [.. words, At("x")]).Refused("no credentials are found; set AWS_ACCESS_KEY_ID");
        RunWith(CephServer.Variables("", "a", "b"), [.. words, At("x")]).Refused("has no region; set AWS_REGION");
        Run([.. words, "s3://bucket"]).Refused("--output: `s3://bucket` names no place in a store; write a bucket and a name in it, such as s3://studies/taiwan");
        Run([.. words, "s3://bucket/a/../b"]).Refused("names no place in a store");
        Run("world", "export", "wiod-2011", "s3://bucket/world").Refused("is no folder of this machine");
    }

    [Fact]
    public void A_full_store_is_told_and_the_same_command_goes_on()
    {
        var variables = _server.VariablesOfUserWith(objects: 5);
        string[] words = [.. Sweep, "--output", $"s3://full-{_bucket}/x"];
        using (var owner = new AmazonS3Client(new Amazon.Runtime.BasicAWSCredentials(variables[1].Split('=')[1], variables[2].Split('=')[1]), (AmazonS3Config)_store.Config))
            Make(owner, $"full-{_bucket}");

        RunWith(variables, words).Refused("cannot be written: the store is full (QuotaExceeded); make room there, or have its quota raised");
    }

    [Fact]
    public void A_store_that_lets_a_second_object_take_a_name_is_refused()
    {
        using var careless = CarelessServer.Start();
        RunWith(careless.Environment, [.. Sweep, "--output", "s3://careless/x"]).Refused(
            "--output: s3://careless/x is in a store that does not keep what stands there: it took a second object of the same name, though it was asked not to; name a store that honours If-None-Match");
        Assert.Empty(careless.Objects);
    }

    private static Block Made(double residual) => new(new BlockLayout(["reason"], ["residual"]), Range, [["", ""]], [[residual, 1]]);

    private SharedBlocks Blocks() => new(Place("alarm"), new BlockStudy(new BlockKind("sweep", "draw"), new KeptInputs([]), 2, 2, new BlockLayout(["reason"], ["residual"]), (_, _, _) => throw new InvalidOperationException("nothing is solved here")));

    private StorePlace Place(string prefix) => new(new StoreAddress(_bucket, prefix), _store, new LocalFiles());

    private string At(string prefix) => $"s3://{_bucket}/{prefix}";

    private Outcome Run(params string[] words) => RunWith(_server.Environment, words);

    private Outcome RunWith(string[] variables, string[] words) => Command.Finish(Command.Start(_folder.Path, "env", [.. variables, Command.Dotnet, Command.Program, .. words]));

    private Running Begin(params string[] words) => Running.BeginWith(_server.Environment, _folder.Path, words);

    private static void Ended(params Running[] running) => Assert.All(running, one =>
    {
        using (one)
        {
            Assert.True(one.Process.WaitForExit(TimeSpan.FromMinutes(2)), one.Said);
            Assert.True(one.Process.ExitCode == 0, one.Said);
        }
    });

    private static void Make(AmazonS3Client store, string bucket) => store.PutBucketAsync(bucket).GetAwaiter().GetResult();

    private void Delete(string key) => _store.DeleteObjectAsync(_bucket, key).GetAwaiter().GetResult();

    private void Put(string key, string text) => _store.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = key, ContentBody = text, UseChunkEncoding = false }).GetAwaiter().GetResult();

    private string[] Names(string prefix) => [.. (_store.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _bucket, Prefix = $"{prefix}/" }).GetAwaiter().GetResult().S3Objects ?? []).Select(one => one.Key)];

    private void AssertSame(string folder, string prefix)
    {
        var expected = Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder[folder], file)).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, Names(prefix).Select(key => key[(prefix.Length + 1)..]).Order(StringComparer.Ordinal));
        Assert.All(expected, name =>
        {
            using var answer = _store.GetObjectAsync(_bucket, $"{prefix}/{name}").GetAwaiter().GetResult();
            using var bytes = new MemoryStream();
            answer.ResponseStream.CopyTo(bytes);
            Assert.True(bytes.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(_folder[$"{folder}/{name}"])), $"{name} differs");
        });
    }
}
