using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>Room for the nests of a batch: lanes by sector of the region at hand, and the shares of value added of all regions.</summary>
internal sealed unsafe class LaneNests
{
    private readonly AlignedMemory _memory;

    public LaneNests(PackedBaseline b, int grid, int width)
    {
        var column = Batch.Grouped(b.S) * width;
        _memory = new AlignedMemory(grid + 7L * column + 2L * width + 80);
        AddedShares = _memory.Take(grid);
        MaterialPowers = _memory.Take(column);
        FuelPowers = _memory.Take(column);
        FeedPowers = _memory.Take(column);
        MaterialSums = _memory.Take(column);
        MaterialUse = _memory.Take(column);
        EnergyUse = _memory.Take(column);
        Dots = _memory.Take(column);
        WagePart = _memory.Take(width);
    }

    /// <summary>g', laid out as prices are.</summary>
    public double* AddedShares { get; }

    /// <summary>P^(1-sigma) of materials, or log P where sigma is 1; 0 for energy.</summary>
    public double* MaterialPowers { get; }

    /// <summary>The same of energy, for those who buy it; what stands at materials is not read.</summary>
    public double* FuelPowers { get; }

    /// <summary>The same of energy, for those who make fuels of it.</summary>
    public double* FeedPowers { get; }

    /// <summary>Sums of material powers by user.</summary>
    public double* MaterialSums { get; }

    /// <summary>Y times what all of a user's materials have in common.</summary>
    public double* MaterialUse { get; }

    /// <summary>The same of energy.</summary>
    public double* EnergyUse { get; }

    /// <summary>B times the use of materials, by input.</summary>
    public double* Dots { get; }

    /// <summary>w^(1-sigma), or log w where sigma is 1.</summary>
    public double* WagePart { get; }
}
