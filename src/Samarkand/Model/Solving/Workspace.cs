using Samarkand.Model.Preconditioning;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>The memory of one solve at a time: made once, used again for any number of solves of one solver.</summary>
internal sealed unsafe class Workspace
{
    private readonly AlignedMemory _memory;
    private StateMixing? _stateMixing;

    public Workspace(PackedBaseline packed, int depth)
    {
        var (n, s) = (packed.N, packed.S);
        var length = SweepState.Length(packed);
        var grid = n * packed.RowS;
        var turned = s * packed.RowN;
        _memory = new AlignedMemory((depth + 3L) * (length + packed.RowN) + 4L * grid + 6L * turned + 13L * packed.RowN + 7L * packed.RowS + length / 2 + 192 + DirectionSums.Length(packed));
        StateLength = length;
        StateMemory = _memory.Take(length);
        State = new SweepState(packed, StateMemory);
        ResidualMemory = _memory.Take(length);
        Residual = new SweepState(packed, ResidualMemory);
        Costs = _memory.Take(grid);
        CostPowers = _memory.Take(grid);
        Demand = _memory.Take(turned);
        Pull = _memory.Take(turned);
        PriceSums = _memory.Take(turned);
        Sales = _memory.Take(turned);
        HomeSales = _memory.Take(turned);
        BasicPriceSums = _memory.Take(turned);
        Wages = _memory.Take(packed.RowN);
        Incomes = _memory.Take(packed.RowN);
        LastIncomes = _memory.Take(packed.RowN);
        LastPull = _memory.Take(packed.RowN);
        MoveMemory = (float*)_memory.Take(length / 2);
        PowerMoves = (float*)_memory.Take(grid / 2);
        CostMoves = (float*)_memory.Take(packed.RowS / 2);
        DemandMoves = (float*)_memory.Take(packed.RowS / 2);
        TradeMoves = (float*)_memory.Take(packed.RowN / 2);
        PullMoves = (float*)_memory.Take(packed.RowN / 2);
        LabourIncomes = _memory.Take(packed.RowN);
        Scratch = _memory.Take(2 * packed.RowN);
        Directions = new DirectionSums(_memory, packed);
        SectorScratch = _memory.Take(2 * packed.RowS + 16);
        Turned = _memory.Take(grid);
        History = _memory.Take((depth + 1) * length);
        WageHistory = _memory.Take((depth + 1) * packed.RowN);
        Scenario = new Scenario(packed, keepsSingles: depth > 0 && packed.Singles is not null);
        Nests = packed.Nests is null ? null : new NestSpace(n, packed.RowS);
        Mixing = new AndersonMixing(packed.RowN, depth);
    }

    public Scenario Scenario { get; }

    public AndersonMixing Mixing { get; }

    /// <summary>Made when first asked for: few solves need it.</summary>
    public StateMixing StateMixing => _stateMixing ??= new StateMixing(StateLength, Mixing.Depth);

    /// <summary>Room for nests; null where the baseline has none.</summary>
    public NestSpace? Nests { get; }

    public int StateLength { get; }

    public double* StateMemory { get; }

    public SweepState State { get; }

    public double* ResidualMemory { get; }

    /// <summary>G(x) - x of the last sweep.</summary>
    public SweepState Residual { get; }

    /// <summary>log c, [region][sector].</summary>
    public double* Costs { get; }

    /// <summary>q = c^-theta, [region][sector].</summary>
    public double* CostPowers { get; }

    /// <summary>X', million USD, [sector][region].</summary>
    public double* Demand { get; }

    /// <summary>z = X' / sum_i A q, [sector][region]: a flow is q z A.</summary>
    public double* Pull { get; }

    /// <summary>sum_i A q, [sector][region].</summary>
    public double* PriceSums { get; }

    /// <summary>Y' / q of the direct trade, [sector][region].</summary>
    public double* Sales { get; }

    /// <summary>Sales at home of two tiers, [sector][region].</summary>
    public double* HomeSales { get; }

    /// <summary>sum_i A q / prod(1 + tau) of sectors with many wedges, [sector][region].</summary>
    public double* BasicPriceSums { get; }

    public double* Wages { get; }

    public double* Incomes { get; }

    /// <summary>I' of the last sweep.</summary>
    public double* LastIncomes { get; }

    /// <summary>z of one sector in the last sweep.</summary>
    public double* LastPull { get; }

    /// <summary>By how much the last step changed the state, laid out as it is.</summary>
    public float* MoveMemory { get; }

    /// <summary>By how much q changed, [region][sector].</summary>
    public float* PowerMoves { get; }

    /// <summary>By how much log c of one region changed.</summary>
    public float* CostMoves { get; }

    /// <summary>By how much X' of one region changed.</summary>
    public float* DemandMoves { get; }

    /// <summary>By how much one sector's sums over trade changed.</summary>
    public float* TradeMoves { get; }

    /// <summary>By how much z of one sector changed.</summary>
    public float* PullMoves { get; }

    /// <summary>sum_s g Y', million USD.</summary>
    public double* LabourIncomes { get; }

    /// <summary>Room for one number per region, twice.</summary>
    public double* Scratch { get; }

    public DirectionSums Directions { get; }

    /// <summary>Room for two numbers per sector.</summary>
    public double* SectorScratch { get; }

    /// <summary>Room for one number per region and sector.</summary>
    public double* Turned { get; }

    /// <summary>State plus direction of the last sweeps, for the mixing.</summary>
    public double* History { get; }

    /// <summary>Directions of log wages of the last sweeps.</summary>
    public double* WageHistory { get; }
}
