using System.Globalization;

namespace Samarkand.Import;

/// <summary>
/// Puts tariffs between the basic prices at which flows stand and the buyers' prices at which the model has inputs and final demand. In
/// market (j, s), with flows M_ij at basic prices and rates tau_ij, every user's purchases grow by f_j = sum_i M_ij (1 + tau_ij) / sum_i M_ij;
/// the revenue R_j is income of region j. Flows, outputs and deficits stay; value added falls by the tariffs on inputs, which it held before.
/// </summary>
internal static class TariffWedges
{
    public const string Rule = "Tariffs are those of a table of their own, ad valorem on values at basic prices, owned by the importer. Purchases of every user of a market are raised by the market's mean tariff to buyers' prices; so value added is output less inputs at buyers' prices, without the tariffs on inputs, which are revenue of the region that levies them.";

    /// <summary>Changes inputs and final demand in place; says what the tariffs come to.</summary>
    /// <param name="rates">[sector, exporter, importer].</param>
    /// <param name="flows">Settled flows that balance at basic prices.</param>
    public static string Put(double[] rates, Flows flows)
    {
        var (n, s) = (flows.Regions, flows.Sectors);
        var (imports, revenue, onInputs) = (0.0, 0.0, 0.0);
        for (var sector = 0; sector < s; sector++)
        {
            for (var importer = 0; importer < n; importer++)
            {
                var (basic, levied) = (0.0, 0.0);
                for (var exporter = 0; exporter < n; exporter++)
                {
                    var flow = flows.Flow(sector, exporter, importer);
                    basic += flows.Trade[flow];
                    levied += flows.Trade[flow] * rates[flow];
                    imports += exporter == importer ? 0 : flows.Trade[flow];
                }

                if (levied == 0)
                    continue;
                revenue += levied;
                onInputs += Raise(flows, importer, sector, (basic + levied) / basic);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"tariffs bring {revenue:N0} million USD a year, {100 * revenue / Math.Max(imports, double.Epsilon):G3} percent of imports: {revenue - onInputs:N0} on final demand, whose purchases are raised by it, and {onInputs:N0} on inputs, which are no longer counted in value added");
    }

    /// <summary>Raises what the users of a market pay; by how much those who use it as an input.</summary>
    private static double Raise(Flows flows, int region, int sector, double factor)
    {
        var raised = 0.0;
        flows.Final[flows.Cell(region, sector)] *= factor;
        foreach (ref var use in flows.Inputs.AsSpan(flows.Input(region, sector, 0), flows.Sectors))
        {
            raised += use * (factor - 1);
            use *= factor;
        }

        return raised;
    }
}
