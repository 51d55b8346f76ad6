using System.Diagnostics;

namespace Samarkand.Cli.Tests;

/// <summary>A sweep that is killed at any moment goes on where it was, and ends with the same bytes as one that nobody disturbed.</summary>
public sealed class SweepKillTests : IDisposable
{
    // Fifty with the long forms of the tests.
    private static readonly int Kills = Environment.GetEnvironmentVariable("SAMARKAND_SOAK") == "1" ? 50 : 15;
    private const int KillsInARow = 10;

    private readonly WorkFolder _folder = new();

    public SweepKillTests()
    {
        // A small world, so that fifty sweeps take no longer than one of a large one.
        File.WriteAllText(_folder["merge.csv"], "from,to\n" + string.Concat("AUT BEL BGR CYP CZE DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE GBR DEU".Split(' ').Select(code => $"{code},EUR\n"))
            + string.Concat("AUS BRA CAN IDN IND JPN KOR MEX TUR TWN".Split(' ').Select(code => $"{code},OTH\n")));
        _folder.Run("world", "aggregate", "wiod-2011", "small", "--regions", "merge.csv").Answered();
        File.WriteAllText(_folder["small.yaml"], "title: t\nworld: small\ntarget: RUS\ncoalition: [EUR, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n  elasticities: scale lognormal(1, 0.2)\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kills_change_no_byte()
    {
        _folder.Run(Sweep("undisturbed")).Answered();
        var (expected, random) = (Bytes("undisturbed"), new Random(11));
        for (var kills = 0; kills < Kills;)
        {
            var output = FormattableString.Invariant($"killed-{kills}");
            for (var inARow = 0; inARow < KillsInARow && kills < Kills; inARow++)
            {
                if (!KillWhenFilesAppear(output, random.Next(0, 14)))
                    break;
                kills++;
            }

            _folder.Run(Sweep(output)).Answered();
            var found = Bytes(output);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), $"{file.Key} differs"));
        }
    }

    private static string[] Sweep(string output) => ["sweep", "small.yaml", "--draws", "60", "--chunk", "3", "--output", output];

    // True where the sweep was killed; false where it was done first.
    private bool KillWhenFilesAppear(string output, int files)
    {
        using var appeared = new SemaphoreSlim(0);
        Directory.CreateDirectory(_folder[output]);
        using var watcher = new FileSystemWatcher(_folder[output]) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => appeared.Release();
        watcher.Renamed += (_, _) => appeared.Release();
        watcher.EnableRaisingEvents = true;
        using var process = Command.Start(_folder.Path, Command.Dotnet, [Command.Program, .. Sweep(output)]);
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
