namespace Samarkand.Model.Solving;

/// <summary>
/// The joint state of the iteration, and one vector of the same shape. One contiguous row of memory:
/// log wages [region], log prices [sector][region], outputs [region][sector], revenues [region]; rows are padded with zeros.
/// </summary>
internal readonly unsafe struct SweepState
{
    public SweepState(PackedBaseline packed, double* start)
    {
        LogWages = start;
        LogPrices = start + packed.RowN;
        Outputs = LogPrices + packed.S * packed.RowN;
        Revenues = Outputs + packed.N * packed.RowS;
    }

    /// <summary>log w.</summary>
    public double* LogWages { get; }

    /// <summary>log P.</summary>
    public double* LogPrices { get; }

    /// <summary>Y', million USD.</summary>
    public double* Outputs { get; }

    /// <summary>R', million USD.</summary>
    public double* Revenues { get; }

    public static int Length(PackedBaseline packed) =>
        2 * packed.RowN + packed.S * packed.RowN + packed.N * packed.RowS;
}
