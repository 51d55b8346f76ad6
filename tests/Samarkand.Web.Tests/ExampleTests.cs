using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Samarkand.Tests.Cases;

namespace Samarkand.Web.Tests;

/// <summary>The examples of docs/api.md run where their languages are installed, and print Russia's figure of the flagship.</summary>
public sealed partial class ExampleTests
{
    private static readonly string Repository = Path.GetDirectoryName(ShippedCases.Folder)!;

    [Theory]
    [InlineData("python", "python3", "-")]
    [InlineData("r", "Rscript", "-")]
    public async Task An_example_runs(string language, string program, string argument)
    {
        Assert.SkipWhen(!IsInstalled(program), $"{program} is not installed");
        await using var server = await Server.StartAsync();
        var code = Block().Matches(await File.ReadAllTextAsync(Path.Combine(Repository, "docs", "api.md"), TestContext.Current.CancellationToken)).Single(block => block.Groups["language"].Value == language).Groups["code"].Value;
        var start = new ProcessStartInfo(program, argument) { WorkingDirectory = Repository, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SAMARKAND"] = server.Address.ToString().TrimEnd('/');
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(code);
        process.StandardInput.Close();

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.True(double.TryParse(output, CultureInfo.InvariantCulture, out var russia) && Math.Abs(russia - Server.Russia) < 1e-5, output + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("^```(?<language>python|r)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
