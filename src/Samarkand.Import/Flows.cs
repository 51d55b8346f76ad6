using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>The tables of a world in the making, in million USD, with the layouts of <see cref="Samarkand.Worlds.World"/>.</summary>
internal sealed class Flows(int regions, int sectors)
{
    public int Regions { get; } = regions;

    public int Sectors { get; } = sectors;

    /// <summary>[sector, origin, destination]: intermediate flows, and final ones too after <see cref="FinalDemand.Settle"/>.</summary>
    public double[] Trade { get; } = new double[sectors * regions * regions];

    /// <summary>[region, input, sector].</summary>
    public double[] Inputs { get; } = new double[regions * sectors * sectors];

    /// <summary>[sector, origin, destination], the sum of the final categories, with negative cells until it is settled.</summary>
    public double[] FinalByOrigin { get; } = new double[sectors * regions * regions];

    /// <summary>[region, sector].</summary>
    public double[] Final { get; } = new double[regions * sectors];

    public int Flow(int sector, int origin, int destination) => Cube.At(Regions, sector, origin, destination);

    public int Input(int region, int input, int sector) => Cube.At(Sectors, region, input, sector);

    public int Cell(int region, int sector) => region * Sectors + sector;

    /// <summary>What each region's sector sells, [region, sector].</summary>
    public double[] Sales()
    {
        var sales = new double[Regions * Sectors];
        for (var f = 0; f < Trade.Length; f++)
            sales[Cell(f / Regions % Regions, f / Regions / Regions)] += Trade[f];
        return sales;
    }

    /// <summary>What each region's sector pays for its inputs, [region, sector].</summary>
    public double[] InputCosts()
    {
        var costs = new double[Regions * Sectors];
        for (var f = 0; f < Inputs.Length; f++)
            costs[Cell(f / Sectors / Sectors, f % Sectors)] += Inputs[f];
        return costs;
    }
}
