using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>Room for the nests of one solve: rows over sectors of the region at hand, and the shares of value added of all regions.</summary>
internal sealed unsafe class NestSpace
{
    private readonly AlignedMemory _memory;

    public NestSpace(int regions, int rowS)
    {
        _memory = new AlignedMemory((regions + 14L) * rowS + 160);
        AddedShares = _memory.Take(regions * rowS);
        LogPrices = _memory.Take(rowS);
        MaterialPowers = _memory.Take(rowS);
        EnergyLogPrices = _memory.Take(rowS);
        FuelPowers = _memory.Take(rowS);
        FeedPowers = _memory.Take(rowS);
        MaterialSums = _memory.Take(rowS);
        FuelSums = _memory.Take(rowS);
        FeedSums = _memory.Take(rowS);
        MaterialUse = _memory.Take(rowS);
        FuelUse = _memory.Take(rowS);
        FeedUse = _memory.Take(rowS);
        Dots = _memory.Take(rowS);
    }

    /// <summary>g' of the last sweep, [region][sector].</summary>
    public double* AddedShares { get; }

    /// <summary>log P by input.</summary>
    public double* LogPrices { get; }

    /// <summary>P^(1-sigma) of materials, or log P where sigma is 1; 0 for energy.</summary>
    public double* MaterialPowers { get; }

    /// <summary>log P of the sectors of energy alone, in the order of <see cref="NestTables.EnergySectors"/>, as the next two.</summary>
    public double* EnergyLogPrices { get; }

    /// <summary>P^(1-sigma) of energy, or log P where sigma is 1, for those who buy it.</summary>
    public double* FuelPowers { get; }

    /// <summary>The same for those who make fuels of it.</summary>
    public double* FeedPowers { get; }

    /// <summary>Sums of material powers by user.</summary>
    public double* MaterialSums { get; }

    /// <summary>Sums of fuel powers by user.</summary>
    public double* FuelSums { get; }

    /// <summary>Sums of feedstock powers by user.</summary>
    public double* FeedSums { get; }

    /// <summary>Y' times what all of a user's materials have in common.</summary>
    public double* MaterialUse { get; }

    /// <summary>The same of energy, for those who buy it.</summary>
    public double* FuelUse { get; }

    /// <summary>The same of energy, for those who make fuels of it.</summary>
    public double* FeedUse { get; }

    /// <summary>B times the use of materials, by input; then demand.</summary>
    public double* Dots { get; }
}
