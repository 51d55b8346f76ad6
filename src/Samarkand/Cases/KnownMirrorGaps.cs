using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>
/// The share of what others recorded as sold to a state that the state did not record as bought, before any ban; negative where it recorded
/// more. The table is <c>mirror-gaps.csv</c>, with its sources.
/// </summary>
internal static class KnownMirrorGaps
{
    private const string File = "mirror-gaps.csv";

    /// <summary>Every state of the table, by code.</summary>
    public static IReadOnlyDictionary<string, double> All { get; } = Read();

    private static Dictionary<string, double> Read()
    {
        var (gaps, problems) = (new Dictionary<string, double>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["region", "gap", "year", "source"]), problems))
        {
            while (table.Read())
                gaps.Add(table.Text(0), double.Parse(table.Text(1), CultureInfo.InvariantCulture));
        }

        problems.ThrowIfAny();
        return gaps;
    }

    private static Stream Resource() =>
        typeof(KnownMirrorGaps).Assembly.GetManifestResourceStream($"routes/{File}") ?? throw new InvalidOperationException($"The library does not carry routes/{File}.");
}
