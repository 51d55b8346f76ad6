namespace Samarkand.Cli.Tests;

/// <summary>A folder of its own for one test, with the cases that ship in it and the command on the shell's path.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder()
    {
        Path = Directory.CreateTempSubdirectory("samarkand-test-").FullName;
        var cases = Directory.CreateDirectory(this["cases"]).FullName;
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Command.Repository, "cases")))
            File.Copy(file, System.IO.Path.Combine(cases, System.IO.Path.GetFileName(file)));
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public Outcome Run(params string[] arguments) => Command.RunIn(Path, arguments);

    /// <summary>Runs a line of bash in which <c>samarkand</c> is the built command.</summary>
    public Outcome Bash(string line) => Command.Finish(Start(line));

    /// <summary>The first line that a command prints which stays until it is ended.</summary>
    public string FirstLine(string line)
    {
        using var process = Start(line);
        try
        {
            return process.StandardOutput.ReadLine() ?? process.StandardError.ReadToEnd();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private System.Diagnostics.Process Start(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash to run it.");
        var function = $"samarkand() {{ '{Command.Dotnet}' '{Command.Program}' \"$@\"; }}\n";
        return Command.Start(Path, "bash", "-c", function + line);
    }
}
