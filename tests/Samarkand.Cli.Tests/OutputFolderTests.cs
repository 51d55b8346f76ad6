using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private const string Case = "cases/west-russia-cut.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_holds_every_table_the_case_and_a_manifest_of_all_of_them()
    {
        var printed = _folder.Run("simulate", Case, "--format", "csv", "--output", "results").Answered().Output;
        AssertWhole(_folder["results"]);
        Assert.Equal(printed, File.ReadAllText(_folder["results/effects.csv"]));
        Assert.Equal(File.ReadAllText(_folder[Case]), File.ReadAllText(_folder["results/case.yaml"]));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["results/manifest.json"]));
        var horizons = manifest.RootElement.GetProperty("certificates").EnumerateArray().Select(certificate => certificate.GetProperty("horizon").GetString()!);
        Assert.Equal(["long", "short", "medium"], horizons);
        Assert.Equal(["case,long", "case,short", "case,medium"], File.ReadLines(_folder["results/certificate.csv"]).Skip(1).Select(line => string.Join(',', line.Split(',')[..2])));
    }

    [Fact]
    public void What_the_command_line_changed_is_in_the_manifest_and_so_is_the_other_case()
    {
        _folder.Run("simulate", Case, "--against", "cases/west-russia-costs.yaml", "--set", "package.0.factor=2", "--horizon", "short", "--output", "results").Answered();
        AssertWhole(_folder["results"]);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["results/manifest.json"]));
        var overrides = manifest.RootElement.GetProperty("case").GetProperty("overrides").EnumerateArray().Select(set => set.GetString()!);
        Assert.Equal(["package.0.factor=2", "--horizon=short"], overrides);
        Assert.Equal(File.ReadAllText(_folder["cases/west-russia-costs.yaml"]), File.ReadAllText(_folder["results/against.yaml"]));
    }

    [Fact]
    public void The_command_on_the_page_gives_the_same_numbers_again()
    {
        _folder.Run("simulate", Case, "--against", "cases/west-russia-costs.yaml", "--set", "package.0={ kind: trade-cost, factor: 2 }", "--horizon", "short", "--output", "results").Answered();
        var page = File.ReadAllText(_folder["results/report.html"]);
        var command = WebUtility.HtmlDecode(Regex.Match(page, "<code>(samarkand run [^<]*)</code>").Groups[1].Value);
        Assert.Equal(File.ReadAllText(_folder["results/effects.csv"]), _folder.Bash($"cd results && {command} --format csv").Answered().Output);
    }

    [Fact]
    public void Earlier_results_are_replaced()
    {
        _folder.Run("simulate", Case, "--output", "results").Answered();
        var before = File.ReadAllText(_folder["results/effects.csv"]);
        _folder.Run("simulate", Case, "--horizon", "short", "--output", "results").Answered();
        AssertWhole(_folder["results"]);
        Assert.NotEqual(before, File.ReadAllText(_folder["results/effects.csv"]));
        Assert.Equal(["cases", "results"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void A_process_that_is_killed_leaves_a_whole_folder_or_none()
    {
        var between = 0;
        for (var files = 0; files < 12; files += 2)
        {
            using var process = Command.Start(_folder.Path, Command.Dotnet, Command.Program, "simulate", Case, "--format", "csv", "--output", "results");
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            WaitForFiles(process, files);
            process.Kill();
            process.WaitForExit();
            between += Directory.Exists(Partial(process)) ? 1 : 0;
            if (!Directory.Exists(_folder["results"]))
                continue;
            AssertWhole(_folder["results"]);
            Directory.Delete(_folder["results"], recursive: true);
        }

        Assert.True(between > 0, "No process was killed while it wrote.");
        _folder.Run("simulate", Case, "--output", "results").Answered();
        Assert.Equal(["cases", "results"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_replaces_results_leaves_the_old_or_the_new()
    {
        _folder.Run("simulate", Case, "--horizon", "short", "--output", "results").Answered();
        var (before, after, random) = (Manifest("results"), "", new Random(3));
        _folder.Run("simulate", Case, "--format", "csv", "--output", "new").Answered();
        after = Manifest("new");
        for (var kills = 0; kills < 12; kills++)
        {
            using var process = Command.Start(_folder.Path, Command.Dotnet, Command.Program, "simulate", Case, "--format", "csv", "--output", "results");
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            // From the moment when all files are there, while they are being put in their place.
            SpinWait.SpinUntil(() => process.HasExited || File.Exists(Path.Combine(Partial(process), "manifest.json")));
            await Task.Delay(random.Next(0, 40), TestContext.Current.CancellationToken);
            process.Kill();
            process.WaitForExit();
            AssertWhole(_folder["results"]);
            Assert.Contains(Manifest("results"), (string[])[before, after]);
        }

        _folder.Run("simulate", Case, "--format", "csv", "--output", "results").Answered();
        Assert.Equal(after, Manifest("results"));
        Assert.Equal(["cases", "new", "results"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void The_current_folder_and_links_may_be_written_to_again_and_again()
    {
        var outcome = _folder.Bash("mkdir here && ln -s here link && cd here && for k in 1 2; do samarkand simulate ../cases/west-russia-cut.yaml --output . > /dev/null || exit; done && ls . && cd .. && samarkand simulate cases/west-russia-cut.yaml --horizon short --output link > /dev/null").Answered();
        Assert.Contains("effects.csv", outcome.Lines);
        AssertWhole(_folder["here"]);
        Assert.Equal(["cases", "here", "link"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order());
        Assert.Contains("--horizon short", Manifest("link"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_says_when_by_which_command_and_from_which_commit_it_was_made()
    {
        _folder.Bash($"unset SOURCE_DATE_EPOCH; samarkand simulate {Case} --set 'package.0={{ kind: trade-cost, factor: 2 }}' --output=one").Answered();
        _folder.Run("simulate", Case, "--force", "--set", "package.0={ kind: trade-cost, factor: 2 }", "--output", "two").Answered();
        using var manifest = JsonDocument.Parse(Manifest("one"));
        var made = manifest.RootElement.GetProperty("made");
        Assert.Equal($"samarkand simulate {Case} --set 'package.0={{ kind: trade-cost, factor: 2 }}'", made.GetProperty("command").GetString());
        Assert.InRange(made.GetProperty("date").GetDateTime(), DateTime.UtcNow.AddDays(-2), DateTime.UtcNow);
        if (made.TryGetProperty("commit", out var commit))
            Assert.Matches("^[0-9a-f]{40}$", commit.GetString()!);
        // All else is the same wherever the results stand, whenever they were made.
        using var other = JsonDocument.Parse(Manifest("two"));
        Assert.Equal("2023-11-14", other.RootElement.GetProperty("made").GetProperty("date").GetString());
        Assert.Equal(Manifest("two"), Manifest("one").Replace(made.GetProperty("date").GetString()!, "2023-11-14", StringComparison.Ordinal).Replace(manifest.RootElement.GetProperty("seal").GetString()!, other.RootElement.GetProperty("seal").GetString(), StringComparison.Ordinal));
        _folder.Bash($"SOURCE_DATE_EPOCH=yesterday samarkand simulate {Case} --output three").Refused("SOURCE_DATE_EPOCH: `yesterday` is no number of seconds since 1970");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_process_that_is_interrupted_cleans_up(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        for (var files = 0; files < 12; files += 3)
        {
            using var process = Command.Start(_folder.Path, Command.Dotnet, Command.Program, "simulate", Case, "--format", "csv", "--output", "results");
            WaitForFiles(process, files);
            using (var kill = Command.Start(_folder.Path, "kill", $"-{signal}", $"{process.Id}"))
                kill.WaitForExit();
            var outcome = Command.Finish(process);
            Assert.Contains(outcome.Status, (int[])[0, 130, 143]);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
            if (Directory.Exists(_folder["results"]))
            {
                AssertWhole(_folder["results"]);
                Directory.Delete(_folder["results"], recursive: true);
            }

            Assert.Equal(["cases"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)));
        }
    }

    [Fact]
    public void A_file_in_the_way_is_refused()
    {
        File.WriteAllText(_folder["results"], "mine");
        _folder.Run("simulate", Case, "--output", "results").Refused("--output: ", "results is a file; a folder was expected");
        _folder.Run("simulate", Case, "--output", "results/below").Refused("--output: ", "results is a file; a folder was expected");
        Assert.Equal("mine", File.ReadAllText(_folder["results"]));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused() =>
        _folder.Run("simulate", Case, "--output", "cases").Refused("--output: cases holds files that are no results of samarkand");

    private string Manifest(string folder) => File.ReadAllText(_folder[$"{folder}/manifest.json"]);

    private string Partial(Process process) => _folder[FormattableString.Invariant($"results.{process.Id}.partial")];

    // Until the process has begun so many files beside the folder's place, or is done.
    private void WaitForFiles(Process process, int count) => SpinWait.SpinUntil(() =>
    {
        var partial = new DirectoryInfo(Partial(process));
        return process.HasExited || (partial.Exists && Count(partial) >= count);
    });

    private static int Count(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFiles().Length;
        }
        catch (DirectoryNotFoundException)
        {
            return int.MaxValue;
        }
    }

    private static void AssertWhole(string results)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "manifest.json")));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToArray();
        Assert.Equal(files.Select(file => file.GetProperty("name").GetString()!).Append("manifest.json").Order(), Directory.GetFiles(results).Select(path => Path.GetFileName(path)).Order());
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(results, file.GetProperty("name").GetString()!));
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        foreach (var table in TableTests.Names)
            Assert.True(new FileInfo(Path.Combine(results, $"{table.Data}.csv")).Length > 0);
    }
}
