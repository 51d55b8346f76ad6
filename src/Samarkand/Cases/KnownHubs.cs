using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>What states are known to sell on of the goods that they import; the table is <c>Routes/re-exports.csv</c>, with its sources.</summary>
internal static class KnownHubs
{
    /// <summary>Re-exports over imports of goods of a state that the table does not name; see docs/track-record.md.</summary>
    public const double OrdinaryReExports = 0.05;

    private const string File = "re-exports.csv";

    /// <summary>Every state of the table, by code.</summary>
    public static IReadOnlyDictionary<string, KnownHub> All { get; } = Read();

    private static Dictionary<string, KnownHub> Read()
    {
        var (hubs, problems) = (new Dictionary<string, KnownHub>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["region", "reexports_over_imports", "year", "source"]), problems))
        {
            while (table.Read())
                hubs.Add(table.Text(0), new KnownHub(double.Parse(table.Text(1), CultureInfo.InvariantCulture), table.Text(2), table.Text(3)));
        }

        problems.ThrowIfAny();
        return hubs;
    }

    private static Stream Resource() =>
        typeof(KnownHubs).Assembly.GetManifestResourceStream($"routes/{File}")
        ?? throw new InvalidOperationException($"The library does not carry routes/{File}.");
}

/// <summary>A state's re-exports.</summary>
/// <param name="ReExports">Re-exports over imports of goods.</param>
/// <param name="Year">The year or years.</param>
/// <param name="Source">Where the figure is from.</param>
internal sealed record KnownHub(double ReExports, string Year, string Source);
