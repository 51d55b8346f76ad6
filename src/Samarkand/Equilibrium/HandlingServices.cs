namespace Samarkand.Equilibrium;

/// <summary>What a conduit buys with a part of its margin: services of its own sectors, in proportion to the baseline's outputs.</summary>
internal static unsafe class HandlingServices
{
    /// <summary>Adds the sales to the conduit's row of outputs by sector, and returns what they cost; 0 where it has no such sector.</summary>
    public static double Sell(Baseline baseline, Handling? handling, int conduit, double margin, double* outputs)
    {
        if (handling is null)
            return 0;
        var total = 0.0;
        foreach (var sector in handling.Sectors)
            total += baseline.Outputs[conduit * baseline.SectorCount + sector.Index];
        if (!(total > 0))
            return 0;
        var sales = handling.Share * margin;
        foreach (var sector in handling.Sectors)
            outputs[sector.Index] += sales * (baseline.Outputs[conduit * baseline.SectorCount + sector.Index] / total);
        return sales;
    }
}
