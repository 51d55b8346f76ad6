using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace Samarkand.Benchmarks;

/// <summary>The command from process start to printed answer. Needs a Release build of the command beside this one.</summary>
public class StartBenchmarks
{
    private readonly string _root = Root();

    [Benchmark]
    public int Simulate()
    {
        var start = new ProcessStartInfo(Path.Combine(_root, "src/Samarkand.Cli/bin/Release/net10.0/samarkand")) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "simulate", Path.Combine(_root, "cases/west-russia-costs.yaml"), "--format", "csv" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd().Length;
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException("The command failed.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Samarkand.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run it inside the repository.");
    }
}
