using System.Diagnostics;
using System.Net.Http.Headers;

namespace Samarkand.Cli.Tests;

/// <summary>The command <c>serve</c> as a process: it prints its address, answers as the other commands do, and ends when it is told to.</summary>
public sealed class ServeCommandTests
{
    private const string Case = "cases/samarkand-2022.yaml";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_with_the_bytes_of_the_command()
    {
        using var process = Start();
        try
        {
            var words = (await process.StandardOutput.ReadLineAsync(Cancellation))!.Split(' ');
            using var client = new HttpClient { BaseAddress = new Uri(words.Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))) };
            foreach (var table in new[] { "effects", "conduits" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/answers?table={table}") { Content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Command.Repository, Case), Cancellation)) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/yaml");
                request.Headers.Accept.ParseAdd("text/csv");
                using var response = await client.SendAsync(request, Cancellation);
                Assert.Equal(Command.Bytes("simulate", Case, "--table", table, "--format", "csv"), await response.Content.ReadAsByteArrayAsync(Cancellation));
            }
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task It_ends_on_an_interrupt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals to send.");
        Assert.SkipWhen(IgnoresInterrupts(), "These tests were started in the background by a shell, which makes them and all that they start ignore interrupts.");
        using var process = Start();
        try
        {
            await process.StandardOutput.ReadLineAsync(Cancellation);
            using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
            Assert.Equal(0, process.ExitCode);
            Assert.Equal("", await process.StandardError.ReadToEndAsync(Cancellation));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    [Fact]
    public void An_address_that_others_reach_demands_a_key() =>
        Command.Run("serve", "--host", "0.0.0.0", "--no-open").Refused("--host: 0.0.0.0 can be reached from other machines", "add --key");

    [Fact]
    public void A_file_of_keys_holds_their_hashes() =>
        Command.Run("serve", "--key-file", "README.md", "--no-open").Refused("README.md:3:1: this is no SHA-256 hash of a key");

    [Fact]
    public void A_port_is_a_port() => Command.Run("serve", "--port", "70000").Refused("--port: 70000 is not a port; expected 0 to 65535");

    private static Process Start() => Command.Start(Command.Repository, Command.Dotnet, Command.Program, "serve", "--no-open");

    // What a process ignores, those that it starts ignore too; the interrupt is the second bit.
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;
}
