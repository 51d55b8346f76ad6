namespace Samarkand.Cli.Tests.Clusters;

/// <summary>A command that needs no cluster loads nothing of one.</summary>
public sealed class StartTests
{
    private static readonly string[] OfClusters = ["Samarkand.Cluster", "Orleans", "Npgsql", "OpenTelemetry", "AWSSDK"];

    [Theory]
    [InlineData(true, "simulate", "cases/west-russia-cut.yaml")]
    [InlineData(true, "sweep", "cases/taiwan-embargo.yaml", "--draws", "5")]
    [InlineData(true, "batch", "cases/west-russia-cut.yaml")]
    [InlineData(false, "jobs", "list", "--cluster", "Host=127.0.0.1;Port=1")]
    public void Commands_run_where_no_cluster_could(bool runs, params string[] words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links to files need a right there.");
        using var folder = new WorkFolder();
        var (here, there) = (AppContext.BaseDirectory, Directory.CreateDirectory(folder["program"]).FullName);
        foreach (var file in Directory.GetFiles(here, "*.dll").Where(file => !OfClusters.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal))))
        {
            var name = Path.GetFileName(file);
            if (name == Path.GetFileName(Command.Program))
                File.Copy(file, Path.Combine(there, name));
            else
                File.CreateSymbolicLink(Path.Combine(there, name), file);
        }

        File.Copy(Path.ChangeExtension(Command.Program, ".runtimeconfig.json"), Path.Combine(there, "Samarkand.Cli.runtimeconfig.json"));
        var outcome = Command.Finish(Command.Start(folder.Path, Command.Dotnet, [Path.Combine(there, "Samarkand.Cli.dll"), .. words]));
        if (runs)
            outcome.Answered();
        else
            Assert.Contains("Could not load file or assembly 'Samarkand.Cluster", outcome.Error, StringComparison.Ordinal);
    }
}
