namespace Samarkand.Equilibrium;

/// <summary>The memory of one solve at a time: made once, used again for any number of solves of one solver.</summary>
internal sealed unsafe class Workspace
{
    private readonly AlignedMemory _memory;

    public Workspace(PackedBaseline packed, int depth)
    {
        var (n, s) = (packed.N, packed.S);
        var length = SweepState.Length(packed);
        var grid = n * packed.RowS;
        var turned = s * packed.RowN;
        _memory = new AlignedMemory((depth + 3L) * (length + packed.RowN) + 3L * grid + 2L * turned + 11L * packed.RowN + 64);
        StateLength = length;
        StateMemory = _memory.Take(length);
        State = new SweepState(packed, StateMemory);
        ResidualMemory = _memory.Take(length);
        Residual = new SweepState(packed, ResidualMemory);
        Costs = _memory.Take(grid);
        CostPowers = _memory.Take(grid);
        Demand = _memory.Take(turned);
        Pull = _memory.Take(turned);
        PriceSum = _memory.Take(packed.RowN);
        BasicPriceSum = _memory.Take(packed.RowN);
        Wages = _memory.Take(packed.RowN);
        Incomes = _memory.Take(packed.RowN);
        LabourIncomes = _memory.Take(packed.RowN);
        Scratch = _memory.Take(5 * packed.RowN);
        Turned = _memory.Take(grid);
        History = _memory.Take((depth + 1) * length);
        WageHistory = _memory.Take((depth + 1) * packed.RowN);
        Scenario = new Scenario(packed);
        Mixing = new AndersonMixing(packed.RowN, depth);
    }

    public Scenario Scenario { get; }

    public AndersonMixing Mixing { get; }

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

    public double* PriceSum { get; }

    public double* BasicPriceSum { get; }

    public double* Wages { get; }

    public double* Incomes { get; }

    /// <summary>sum_s g Y', million USD.</summary>
    public double* LabourIncomes { get; }

    public double* Scratch { get; }

    /// <summary>Room for one number per region and sector.</summary>
    public double* Turned { get; }

    /// <summary>State plus direction of the last sweeps, for the mixing.</summary>
    public double* History { get; }

    /// <summary>Directions of log wages of the last sweeps.</summary>
    public double* WageHistory { get; }
}
