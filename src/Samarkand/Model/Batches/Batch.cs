using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// Scenarios of one baseline side by side: each number of the iteration is a row of lanes, one a scenario. Everything by sector and region
/// lies at (sector * Step + region * Width); a lane never reads another.
/// </summary>
internal sealed unsafe class Batch
{
    /// <summary>How many older steps are mixed.</summary>
    public const int Depth = 4;

    private readonly AlignedMemory _memory;

    /// <summary>Makes empty lanes.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="width">How many lanes: a multiple of 8, at most 32.</param>
    public Batch(PackedBaseline b, int width)
    {
        Width = width;
        var (n, s) = (Grouped(b.N), Grouped(b.S));
        // A step of whole pages would put every sector into the same few lines of the cache.
        Step = n * width + (n * width % 512 == 0 ? width : 0);
        var (grid, row) = (s * Step, n * width);
        Row = row;
        var singles = (2 * grid + 2 * row) / 2 + 16;
        _memory = new AlignedMemory(5L * grid + 27L * row + (Depth + 1L) * singles + (2L * Depth + 2) * row + 6L * s * width + 3L * Grouped(2 * b.S) * width + 40L * width + 512);
        State = new LaneState(_memory, grid, row);
        Residual = new LaneResidual(_memory, grid, row);
        CostPowers = _memory.Take(grid);
        Demand = _memory.Take(grid);
        Pending = new LaneSteps(_memory, grid, row);
        for (var d = 0; d < Depth; d++)
            Steps[d] = new LaneSteps(_memory, grid, row);
        PriceSums = _memory.Take(row);
        BasicSums = _memory.Take(row);
        LogPrices = _memory.Take(row);
        Pull = _memory.Take(row);
        HomeSales = _memory.Take(row);
        Sales = _memory.Take(row);
        Wages = _memory.Take(row);
        Incomes = _memory.Take(row);
        Labour = _memory.Take(row);
        Money = _memory.Take(row);
        Handled = _memory.Take(row);
        WeightedPrices = _memory.Take(row);
        WeightedOutputs = _memory.Take(row);
        WageDirection = _memory.Take(row);
        LastWageDirection = _memory.Take(row);
        Target = _memory.Take(row);
        WageSteps = _memory.Take(Depth * row);
        Basis = _memory.Take(Depth * row);
        MinusElasticities = _memory.Take(s * width);
        Costs = _memory.Take(s * width);
        Singles = (float*)_memory.Take(3 * s * width / 2);
        SectorSums = _memory.Take(Grouped(2 * b.S) * width);
        Directions = new LaneDirections(_memory, row, Grouped(2 * b.S) * width);
        Coefficients = _memory.Take(Depth * width);
        Triangle = _memory.Take(Depth * Depth * width);
        Cut = _memory.Take(width);
        Nests = b.Nests is null ? null : new LaneNests(b, grid, width);
        Steering = (float*)_memory.Take((Depth + 1) * width / 2);
        LargestPrice = _memory.Take(width);
        LargestOutput = _memory.Take(width);
        LargestWage = _memory.Take(width);
        LargestRevenue = _memory.Take(width);
        LargestWalras = _memory.Take(width);
        TouchingLanes = new uint[b.S];
        SplittingLanes = new uint[b.S];
        Shocks = new LaneShock?[width];
        Sweeps = new int[width];
        Norms = new Residuals[width];
        for (var lane = 0; lane < width; lane++)
            Load(b, lane, null, Closure.Fixed);
    }

    /// <summary>Lanes.</summary>
    public int Width { get; }

    /// <summary>From one sector to the next.</summary>
    public int Step { get; }

    /// <summary>Length of what is by region alone.</summary>
    public int Row { get; }

    public LaneState State { get; }

    /// <summary>G(x) - x.</summary>
    public LaneResidual Residual { get; }

    /// <summary>The last step less the last direction, in single precision, since it only steers.</summary>
    public LaneSteps Pending { get; }

    /// <summary>Differences of state plus direction, a ring.</summary>
    public LaneSteps[] Steps { get; } = new LaneSteps[Depth];

    /// <summary>q.</summary>
    public double* CostPowers { get; }

    /// <summary>X'.</summary>
    public double* Demand { get; }

    /// <summary>sum_i A q of one sector, by destination.</summary>
    public double* PriceSums { get; }

    /// <summary>sum_i A q / prod(1 + tau') of one sector, by destination.</summary>
    public double* BasicSums { get; }

    /// <summary>log P of one sector, by destination.</summary>
    public double* LogPrices { get; }

    /// <summary>z of one sector, by destination.</summary>
    public double* Pull { get; }

    /// <summary>Sales at home of one sector in two tiers, by region.</summary>
    public double* HomeSales { get; }

    /// <summary>Y' of one sector, by origin; over q at first.</summary>
    public double* Sales { get; }

    public double* Wages { get; }

    public double* Incomes { get; }

    public double* Labour { get; }

    /// <summary>Lump payments, and under a fixed closure deficits.</summary>
    public double* Money { get; }

    /// <summary>The margins of each region as a conduit, million USD.</summary>
    public double* Handled { get; }

    public double* WeightedPrices { get; }

    public double* WeightedOutputs { get; }

    public double* WageDirection { get; }

    public double* LastWageDirection { get; }

    public double* Target { get; }

    /// <summary>Differences of wage directions, a ring of [region].</summary>
    public double* WageSteps { get; }

    public double* Basis { get; }

    /// <summary>-theta, [sector].</summary>
    public double* MinusElasticities { get; }

    /// <summary>log c of one region, [sector].</summary>
    public double* Costs { get; }

    /// <summary>Room for three columns of one region in single precision.</summary>
    public float* Singles { get; }

    /// <summary>Sums of price and of output residuals over regions, [sector] twice.</summary>
    public double* SectorSums { get; }

    /// <summary>What leads from residuals to wage directions and the sizes of responses.</summary>
    public LaneDirections Directions { get; }

    /// <summary>The weights of the older steps, newest first.</summary>
    public double* Coefficients { get; }

    public double* Triangle { get; }

    /// <summary>What each direction is multiplied by: 1, or less where wages would jump.</summary>
    public double* Cut { get; }

    /// <summary>Cut and mixing weights in single precision.</summary>
    public float* Steering { get; }

    public double* LargestPrice { get; }

    public double* LargestOutput { get; }

    public double* LargestWage { get; }

    public double* LargestRevenue { get; }

    public double* LargestWalras { get; }

    /// <summary>Room for nests; null where the baseline has none.</summary>
    public LaneNests? Nests { get; }

    /// <summary>For each sector the lanes whose scenarios touch it, as bits.</summary>
    public uint[] TouchingLanes { get; }

    /// <summary>For each sector the lanes that add to its prices or outputs by other means than changed cells, as bits.</summary>
    public uint[] SplittingLanes { get; }

    /// <summary>The scenario of each lane; null where it is empty.</summary>
    public LaneShock?[] Shocks { get; }

    /// <summary>Sweeps of each lane's scenario so far.</summary>
    public int[] Sweeps { get; }

    /// <summary>The norms of each lane's last sweep.</summary>
    public Residuals[] Norms { get; }

    /// <summary>The number of sweeps of the batch, which turns its rings.</summary>
    public int Turn { get; set; }

    /// <summary>Rounded up to whole groups of rows of a product.</summary>
    public static int Grouped(int rows) => (rows + 5) / 6 * 6;

    /// <summary>Puts a scenario at the baseline's own elasticities into a lane.</summary>
    public void Load(PackedBaseline b, int lane, LaneShock? shock, Closure closure) => Load(b, lane, shock, b.MinusElasticities, closure);

    /// <summary>
    /// Puts a scenario into a lane, at the baseline's state; null empties the lane. What the last one left behind has no weight in the first sweep and is gone
    /// after it.
    /// </summary>
    public void Load(PackedBaseline b, int lane, LaneShock? shock, double* minusElasticities, Closure closure)
    {
        (Shocks[lane], Sweeps[lane]) = (shock, 0);
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * Width + lane;
            (State.Wages[cell], State.Revenues[cell]) = (0, b.Revenues[n]);
            Money[cell] = (shock is null ? 0 : shock.LumpPayments[n]) + (closure == Closure.Fixed || closure.Confines() ? b.Deficits[n] : 0);
        }

        for (var s = 0; s < b.S; s++)
        {
            MinusElasticities[s * Width + lane] = minusElasticities[s];
            TouchingLanes[s] = shock?.Touches(s) == true ? TouchingLanes[s] | 1u << lane : TouchingLanes[s] & ~(1u << lane);
            SplittingLanes[s] = shock?.IsSplitIn(s) == true ? SplittingLanes[s] | 1u << lane : SplittingLanes[s] & ~(1u << lane);
            var prices = State.Prices + s * Step + lane;
            var outputs = State.Outputs + s * Step + lane;
            for (var n = 0; n < b.N; n++)
                (prices[n * Width], outputs[n * Width]) = (0, b.Outputs[n * b.RowS + s]);
        }
    }

    /// <summary>Clears what a lane that broke down left behind: not even a weight of zero would silence it.</summary>
    public void Forget(PackedBaseline b, int lane)
    {
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * Width + lane;
            Residual.Wages[cell] = Residual.Revenues[cell] = WeightedPrices[cell] = WeightedOutputs[cell] = LastWageDirection[cell] = 0;
            for (var d = 0; d < Depth; d++)
                WageSteps[d * Row + cell] = 0;
        }

        for (var s = 0; s < b.S; s++)
        {
            SectorSums[s * Width + lane] = SectorSums[(b.S + s) * Width + lane] = 0;
            for (var n = 0; n < b.N; n++)
                Residual.Prices[s * Step + n * Width + lane] = Residual.Outputs[s * Step + n * Width + lane] = 0;
        }

        Forget(b, lane, Pending);
        foreach (var steps in Steps)
            Forget(b, lane, steps);
    }

    private void Forget(PackedBaseline b, int lane, in LaneSteps steps)
    {
        for (var n = 0; n < b.N; n++)
        {
            steps.Wages[n * Width + lane] = steps.Revenues[n * Width + lane] = 0;
            for (var s = 0; s < b.S; s++)
                steps.Prices[s * Step + n * Width + lane] = steps.Outputs[s * Step + n * Width + lane] = 0;
        }
    }
}
