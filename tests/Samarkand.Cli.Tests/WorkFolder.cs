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
    public Outcome Bash(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash to run it.");
        var function = $"samarkand() {{ '{Command.Dotnet}' '{Command.Program}' \"$@\"; }}\n";
        return Command.Finish(Command.Start(Path, "bash", "-c", function + line));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
