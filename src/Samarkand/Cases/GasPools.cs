using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>States that pipes connect into one market of gas, and what can reach them beyond what did; the table is <c>gas-pools.csv</c>, with its sources.</summary>
internal static class GasPools
{
    private const string File = "gas-pools.csv";

    /// <summary>Every row of the table; no state is in two.</summary>
    public static ImmutableArray<GasPoolRow> All { get; } = Read();

    private static ImmutableArray<GasPoolRow> Read()
    {
        var (pools, problems) = (ImmutableArray.CreateBuilder<GasPoolRow>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["pool", "regions", "consumption_bcm", "spare_bcm", "source"]), problems))
        {
            while (table.Read())
                pools.Add(new GasPoolRow(table.Text(0), [.. table.Text(1).Split(' ')], Number(table.Text(2)), Number(table.Text(3)), table.Text(4)));
        }

        problems.ThrowIfAny();
        return pools.ToImmutable();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Stream Resource() =>
        typeof(GasPools).Assembly.GetManifestResourceStream($"routes/{File}")
        ?? throw new InvalidOperationException($"The library does not carry routes/{File}.");
}

/// <summary>One pool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Regions">The codes of its states.</param>
/// <param name="Consumption">What they used in 2021, billion cubic metres.</param>
/// <param name="Spare">What could reach them besides within a year, billion cubic metres.</param>
/// <param name="Source">Where the figures are from.</param>
internal sealed record GasPoolRow(string Name, ImmutableArray<string> Regions, double Consumption, double Spare, string Source);
