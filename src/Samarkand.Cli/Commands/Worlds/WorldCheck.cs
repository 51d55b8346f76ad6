using Samarkand.Model;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>Whether a world is an exact equilibrium: its sums, and what the solver makes of it without a shock.</summary>
/// <param name="Findings">What was looked at, each with its largest gap, where that is, and what is allowed.</param>
/// <param name="Certificate">The certificate without a shock, or null.</param>
/// <param name="Reason">Why there is no certificate, or null.</param>
internal sealed record WorldCheck(WorldCheck.Finding[] Findings, Certificate? Certificate, string? Reason)
{
    private const double Tolerance = 1e-12;

    public bool Holds => Certificate is not null && Array.TrueForAll(Findings, finding => finding.Holds);

    public static WorldCheck Of(World world, CancellationToken cancellation)
    {
        var balance = WorldBalance.Of(world);
        var worst = balance.WorstGaps.IsEmpty ? "" : Cell(world, balance.WorstGaps[0].Region, balance.WorstGaps[0].Sector);
        var findings = (Finding[])
        [
            new("Markets: expenditure is what users pay", balance.LargestGap, worst, WorldBalance.Tolerance),
            new("Income is what final demand pays", balance.LargestIncomeGap, "", WorldBalance.Tolerance),
            new("Negative value added, region-sectors", balance.NegativeValueAdded.Length, balance.NegativeValueAdded.IsEmpty ? "" : Cell(world, balance.NegativeValueAdded[0].Region, balance.NegativeValueAdded[0].Sector), 0),
            new("Without value added, regions", balance.WithoutValueAdded.Length, balance.WithoutValueAdded.IsEmpty ? "" : world.Regions[balance.WithoutValueAdded[0].Index].Code, 0),
        ];
        if (!balance.NegativeValueAdded.IsEmpty || !balance.WithoutValueAdded.IsEmpty)
            return new WorldCheck(findings, null, "not solved: value added must be above zero first");
        try
        {
            var equilibrium = Solver.For(Baseline.Of(world, Horizon.Long)).Solve(Shock.None, tolerance: Tolerance, cancellation: cancellation);
            return new WorldCheck(findings, equilibrium.Certificate, null);
        }
        catch (NoEquilibriumException none)
        {
            return new WorldCheck(findings, null, none.Message);
        }
    }

    public void Write(string name, TextWriter writer)
    {
        var table = new Table("check", $"Is {name} an exact equilibrium?",
        [
            new TextColumn("what", "What must hold", [.. Findings.Select(finding => finding.What)]),
            new NumberColumn("largest", "Largest", [.. Findings.Select(finding => finding.Largest)], 16) { Format = "0.0e+0;-0.0e+0;0" },
            new NumberColumn("allowed", "Allowed", [.. Findings.Select(finding => finding.Allowed)], 16) { Format = "0.0e+0;-0.0e+0;0" },
            new TextColumn("where", "Where", [.. Findings.Select(finding => finding.Largest > 0 ? finding.Where : "")]),
            new TextColumn("verdict", "Verdict", [.. Findings.Select(finding => finding.Holds ? "holds" : "FAILS")]),
        ]);
        TextTable.Write(table, writer);
        Paragraph.Write(writer, "Certificate without a shock: ", Certificate is null ? Reason! : CertificateTable.Line(Certificate));
        Paragraph.Write(writer, "", Holds ? $"{name} is an exact equilibrium." : $"{name} is not an exact equilibrium.", ink: Ink.Bold);
    }

    private static string Cell(World world, Region region, Sector sector) => $"{world.Code(region)} {world.Code(sector)}";

    internal sealed record Finding(string What, double Largest, string Where, double Allowed)
    {
        public bool Holds => Largest <= Allowed;
    }
}
