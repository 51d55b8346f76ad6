namespace Samarkand.Cli.Tests;

/// <summary>An enumeration of subsets that is killed at any moment goes on where it was, and ends with the same bytes as one that nobody disturbed.</summary>
public sealed class CoalitionKillTests : IDisposable
{
    private const int Kills = 20;
    private const int KillsInARow = 6;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kills_change_no_byte()
    {
        _folder.Run(Coalition("undisturbed")).Answered();
        var (expected, random) = (Bytes("undisturbed"), new Random(5));
        Assert.Contains("coalition-subsets.csv", expected.Keys);
        for (var kills = 0; kills < Kills;)
        {
            var output = FormattableString.Invariant($"killed-{kills}");
            for (var inARow = 0; inARow < KillsInARow && kills < Kills; inARow++)
            {
                if (!KillWhenFilesAppear(output, random.Next(0, 16)))
                    break;
                kills++;
            }

            _folder.Run(Coalition(output)).Answered();
            var found = Bytes(output);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), $"{file.Key} differs"));
        }
    }

    private static string[] Coalition(string output) =>
        ["coalition", "cases/west-russia-cut.yaml", "--members", "DEU,FRA,ITA,GBR,USA,JPN,KOR", "--subsets", "--chunk", "10", "--output", output];

    // True where it was killed; false where it was done first.
    private bool KillWhenFilesAppear(string output, int files)
    {
        using var appeared = new SemaphoreSlim(0);
        Directory.CreateDirectory(_folder[output]);
        using var watcher = new FileSystemWatcher(_folder[output]) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => appeared.Release();
        watcher.Renamed += (_, _) => appeared.Release();
        watcher.EnableRaisingEvents = true;
        using var process = Command.Start(_folder.Path, Command.Dotnet, [Command.Program, .. Coalition(output)]);
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        for (var seen = 0; seen < files; seen++)
        {
            var next = appeared.WaitAsync(TestContext.Current.CancellationToken);
            if (Task.WaitAny([next, ended], TestContext.Current.CancellationToken) == 1)
                break;
        }

        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    private Dictionary<string, byte[]> Bytes(string output) => Directory.GetFiles(_folder[output], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_folder[output], file), File.ReadAllBytes);
}
