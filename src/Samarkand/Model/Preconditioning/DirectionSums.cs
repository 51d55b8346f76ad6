using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Preconditioning;

/// <summary>What the preconditioner works out on its way from residuals to a direction, in single precision since it only steers: padded rows.</summary>
internal readonly unsafe struct DirectionSums(AlignedMemory memory, PackedBaseline packed)
{
    /// <summary>Numbers to reserve.</summary>
    public static long Length(PackedBaseline packed) => 8L * packed.RowN + 4L * packed.RowS + 64;

    public float* WageResiduals { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>Price residuals, weighted, by region.</summary>
    public float* PriceSums { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>Output residuals, weighted, by region.</summary>
    public float* OutputSums { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>Residuals of prices, then of outputs, by sector; see <see cref="SectorSpread"/>.</summary>
    public float* SectorSums { get; } = (float*)memory.Take(packed.RowS + 16);

    public float* Wages { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>The size of each region's price response to wages.</summary>
    public float* PriceSizes { get; } = (float*)memory.Take(packed.RowN / 2);

    public float* OutputSizes { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>The size of what other regions' residuals do to each region's prices.</summary>
    public float* PriceSpreads { get; } = (float*)memory.Take(packed.RowN / 2);

    public float* OutputSpreads { get; } = (float*)memory.Take(packed.RowN / 2);

    /// <summary>The sizes of the sectors' responses.</summary>
    public float* SectorSizes { get; } = (float*)memory.Take(packed.RowS + 16);
}
