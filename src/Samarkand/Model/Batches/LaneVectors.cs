using Samarkand.Model.Preconditioning;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>The joint state of the iteration, or one vector of its shape, in lanes.</summary>
internal readonly unsafe struct LaneState(AlignedMemory memory, int grid, int row)
{
    public double* Prices { get; } = memory.Take(grid);

    public double* Outputs { get; } = memory.Take(grid);

    public double* Wages { get; } = memory.Take(row);

    public double* Revenues { get; } = memory.Take(row);
}

/// <summary>A vector of the state's shape in single precision.</summary>
internal readonly unsafe struct LaneSteps(AlignedMemory memory, int grid, int row)
{
    public float* Prices { get; } = (float*)memory.Take((grid + 1) / 2);

    public float* Outputs { get; } = (float*)memory.Take((grid + 1) / 2);

    public float* Wages { get; } = (float*)memory.Take((row + 1) / 2);

    public float* Revenues { get; } = (float*)memory.Take((row + 1) / 2);
}

/// <summary>The preconditioner's sums and sizes in lanes, as <see cref="DirectionSums"/> of one scenario.</summary>
internal readonly unsafe struct LaneDirections(AlignedMemory memory, int row, int sectors)
{
    public float* WageResiduals { get; } = (float*)memory.Take(row / 2);

    public float* PriceSums { get; } = (float*)memory.Take(row / 2);

    public float* OutputSums { get; } = (float*)memory.Take(row / 2);

    public float* SectorSums { get; } = (float*)memory.Take(sectors / 2);

    public float* Wages { get; } = (float*)memory.Take(row / 2);

    public float* PriceSizes { get; } = (float*)memory.Take(row / 2);

    public float* OutputSizes { get; } = (float*)memory.Take(row / 2);

    public float* PriceSpreads { get; } = (float*)memory.Take(row / 2);

    public float* OutputSpreads { get; } = (float*)memory.Take(row / 2);

    public float* SectorSizes { get; } = (float*)memory.Take(sectors / 2);

    /// <summary>Room for a product.</summary>
    public float* Product { get; } = (float*)memory.Take(row / 2);
}

/// <summary>G(x) - x in lanes. What is by sector and region only steers, its norms being taken before it is rounded to single precision.</summary>
internal readonly unsafe struct LaneResidual(AlignedMemory memory, int grid, int row)
{
    public float* Prices { get; } = (float*)memory.Take((grid + 1) / 2);

    public float* Outputs { get; } = (float*)memory.Take((grid + 1) / 2);

    public double* Wages { get; } = memory.Take(row);

    public double* Revenues { get; } = memory.Take(row);
}
