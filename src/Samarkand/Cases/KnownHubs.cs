using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>What states are known to sell on of the goods that they import; the table is <c>re-exports.csv</c>, with its sources.</summary>
internal static class KnownHubs
{
    /// <summary>Re-exports over imports of goods of a state that the table does not name; see docs/track-record.md.</summary>
    public const double OrdinaryReExports = 0.05;

    private const string File = "re-exports.csv";

    /// <summary>Every row of the table; of two rows that fit a state's sector the later holds.</summary>
    public static ImmutableArray<KnownHub> All { get; } = Read();

    private static ImmutableArray<KnownHub> Read()
    {
        var (hubs, problems) = (ImmutableArray.CreateBuilder<KnownHub>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["region", "goods", "reexports_over_imports", "valued_at", "year", "source"]), problems))
        {
            while (table.Read())
                hubs.Add(new KnownHub(table.Text(0), table.Text(1), double.Parse(table.Text(2), CultureInfo.InvariantCulture), table.Text(3) == "import", table.Text(4), table.Text(5)));
        }

        problems.ThrowIfAny();
        return hubs.ToImmutable();
    }

    private static Stream Resource() =>
        typeof(KnownHubs).Assembly.GetManifestResourceStream($"routes/{File}")
        ?? throw new InvalidOperationException($"The library does not carry routes/{File}.");
}

/// <summary>A state's re-exports.</summary>
/// <param name="Region">Its code.</param>
/// <param name="Goods">The tag of the goods; <c>goods</c> for all of them.</param>
/// <param name="ReExports">Re-exports over imports of these goods.</param>
/// <param name="IsAtImportValue">True where what is sold on is valued as it was bought; else its margin is in it.</param>
/// <param name="Year">The year or years.</param>
/// <param name="Source">Where the figure is from.</param>
internal sealed record KnownHub(string Region, string Goods, double ReExports, bool IsAtImportValue, string Year, string Source);
