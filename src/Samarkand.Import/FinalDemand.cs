using System.Globalization;

namespace Samarkand.Import;

/// <summary>Adds final demand to trade and use.</summary>
internal static class FinalDemand
{
    /// <summary>The rule, for the world that results.</summary>
    public const string Rule = "Final demand is the sum of the final categories, inventories included; where the sum of an origin, sector and destination is negative it is 0.";

    /// <summary>
    /// Sets negative cells to zero and adds the rest up; a note on what was set to zero, or null, and what each region's sector sold before,
    /// [region, sector].
    /// </summary>
    public static (string? Note, double[] Sales) Settle(Flows flows)
    {
        var (count, total) = (0, 0.0);
        var n = flows.Regions;
        var sales = flows.Sales();
        for (var f = 0; f < flows.FinalByOrigin.Length; f++)
        {
            ref var demand = ref flows.FinalByOrigin[f];
            sales[flows.Cell(f / n % n, f / n / n)] += demand;
            if (demand < 0)
            {
                count++;
                total += demand;
                demand = 0;
            }

            flows.Trade[f] += demand;
            flows.Final[flows.Cell(f % n, f / n / n)] += demand;
        }

        return (count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} cells of final demand were negative, {total:N0} million USD together; they are 0 now"), sales);
    }
}
