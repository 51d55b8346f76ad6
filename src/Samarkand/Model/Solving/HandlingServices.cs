namespace Samarkand.Model.Solving;

/// <summary>What a conduit buys with a part of its margin: services of its own sectors, in proportion to the baseline's outputs.</summary>
internal static unsafe class HandlingServices
{
    /// <summary>What the services cost; 0 where the conduit has no such sector.</summary>
    public static double Cost(Baseline baseline, Handling? handling, int conduit, double margin) =>
        handling is not null && Total(baseline, handling, conduit) > 0 ? handling.Share * margin : 0;

    /// <summary>What one of the handling sectors sells, million USD; a sector that is named twice sells twice.</summary>
    public static double Sale(Baseline baseline, Handling handling, int conduit, double margin, int sector)
    {
        var total = Total(baseline, handling, conduit);
        var named = 0;
        foreach (var one in handling.Sectors)
            named += one.Index == sector ? 1 : 0;
        return total > 0 ? named * (handling.Share * margin * (baseline.Outputs[conduit * baseline.SectorCount + sector] / total)) : 0;
    }

    /// <summary>Adds the sales to the conduit's row of outputs by sector, and returns what they cost.</summary>
    public static double Sell(Baseline baseline, Handling? handling, int conduit, double margin, double* outputs)
    {
        if (handling is null || Total(baseline, handling, conduit) is not (> 0 and var total))
            return 0;
        var sales = handling.Share * margin;
        foreach (var sector in handling.Sectors)
            outputs[sector.Index] += sales * (baseline.Outputs[conduit * baseline.SectorCount + sector.Index] / total);
        return sales;
    }

    private static double Total(Baseline baseline, Handling handling, int conduit)
    {
        var total = 0.0;
        foreach (var sector in handling.Sectors)
            total += baseline.Outputs[conduit * baseline.SectorCount + sector.Index];
        return total;
    }
}
