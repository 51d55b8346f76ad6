using System.Diagnostics;

namespace Samarkand.Cli.Tests;

/// <summary>The built command, run as a process of its own.</summary>
internal static class Command
{
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Samarkand.Cli.dll");

    public static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // No test's command takes a tenth of it, even on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The folder of the solution, from which the tests name the cases that ship.</summary>
    public static readonly string Repository = Find(AppContext.BaseDirectory);

    public static Outcome Run(params string[] arguments) => RunIn(Repository, arguments);

    public static Outcome RunIn(string folder, params string[] arguments) => Finish(Start(folder, Dotnet, [Program, .. arguments]));

    /// <summary>Runs the command with a text on standard input.</summary>
    public static Outcome RunOn(string input, params string[] arguments)
    {
        var process = Start(Repository, Dotnet, [Program, .. arguments]);
        process.StandardInput.Write(input);
        return Finish(process);
    }

    public static Process Start(string folder, string program, params string[] arguments) => Start(folder, null, program, arguments);

    /// <summary>Starts it with <c>COLUMNS</c> set, or without it.</summary>
    public static Process Start(string folder, string? columns, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Tests that compare manifests to the byte may run over midnight.
        start.Environment["SOURCE_DATE_EPOCH"] = "1700000000";
        start.Environment.Remove("COLUMNS");
        if (columns is { } width)
            start.Environment["COLUMNS"] = width;
        return Process.Start(start)!;
    }

    /// <summary>Runs it with lines of that many columns.</summary>
    public static Outcome RunWide(int columns, params string[] arguments) =>
        Finish(Start(Repository, FormattableString.Invariant($"{columns}"), Dotnet, [Program, .. arguments]));

    /// <summary>What a process came to; one that does not end is ended, and the test fails.</summary>
    public static Outcome Finish(Process process)
    {
        using (process)
        using (var ending = new CancellationTokenSource(Patience))
        using (ending.Token.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.False(ending.IsCancellationRequested, $"{string.Join(' ', process.StartInfo.ArgumentList)} did not end within {Patience.TotalMinutes} minutes");
            return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }

    /// <summary>Runs it and takes what it prints as bytes.</summary>
    public static byte[] Bytes(params string[] arguments)
    {
        using var process = Start(Repository, Dotnet, [Program, .. arguments]);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return output.ToArray();
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Samarkand.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

/// <summary>What a process came to.</summary>
internal sealed record Outcome(int Status, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>The same, once it is clear that the command answered.</summary>
    public Outcome Answered()
    {
        Assert.True(Status == 0, $"exit status {Status}: {Error}");
        return this;
    }

    /// <summary>Asserts that the input was refused with a message that holds every one of these texts, and nothing else was printed.</summary>
    public void Refused(params string[] texts)
    {
        Assert.Equal(2, Status);
        Assert.Empty(Output);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        foreach (var text in texts)
            Assert.Contains(text, Error, StringComparison.Ordinal);
    }
}
