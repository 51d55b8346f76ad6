using System.Diagnostics;
using System.Net.Http.Headers;

namespace Samarkand.Cli.Tests;

/// <summary>The command <c>serve</c> as a process: it prints its address, answers as the other commands do, and ends when it is told to.</summary>
public sealed class ServeCommandTests
{
    private const string Case = "cases/samarkand-2022.yaml";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_with_the_bytes_of_the_command_and_ends_on_an_interrupt()
    {
        using var process = Command.Start(Command.Repository, Command.Dotnet, Command.Program, "serve", "--no-open");
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

            if (OperatingSystem.IsWindows())
                return;
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
    public void A_port_is_a_port() => Command.Run("serve", "--port", "70000").Refused("--port: 70000 is not a port; expected 0 to 65535");
}
