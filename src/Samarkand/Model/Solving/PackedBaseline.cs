using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// A baseline laid out for the sweep: rows padded to whole cache lines, one block a sector or region. Read-only once made,
/// so any number of threads may share it.
/// </summary>
internal sealed unsafe class PackedBaseline
{
    private readonly AlignedMemory _memory;

    /// <summary>Lays a baseline out.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="withSingles">Whether to keep the matrices in single precision too: worth it from a few solves on.</param>
    public PackedBaseline(Baseline baseline, bool withSingles = false)
    {
        Baseline = baseline;
        var (n, s) = (N, S) = (baseline.RegionCount, baseline.SectorCount);
        (RowN, RowS) = (AlignedMemory.Padded(n), AlignedMemory.Padded(s));
        TradeBlock = n * RowN;
        InputBlock = s * RowS;
        HasTariffs = !baseline.Tariffs.IsEmpty;
        _memory = new AlignedMemory(
            (long)s * TradeBlock * (HasTariffs ? 3 : 1) + (long)n * InputBlock + 4L * n * RowS + (5L + 3 * s) * RowN + 2L * RowS + 8L * RowN);
        Shares = _memory.Take(s * TradeBlock);
        Inputs = _memory.Take(n * InputBlock);
        ValueAddedShares = _memory.Take(n * RowS);
        FinalShares = _memory.Take(n * RowS);
        Outputs = _memory.Take(n * RowS);
        OutputScales = _memory.Take(n * RowS);
        ValueAdded = _memory.Take(RowN);
        ValueAddedInverses = _memory.Take(RowN);
        Deficits = _memory.Take(RowN);
        Incomes = _memory.Take(RowN);
        Revenues = _memory.Take(RowN);
        MinusElasticities = _memory.Take(RowS);
        Demand = _memory.Take(s * RowN);
        HomeRatio = baseline.HomeRatio;
        HomeShares = _memory.Take(s * RowN);
        ForeignShares = _memory.Take(s * RowN);
        if (HasTariffs)
        {
            Factors = _memory.Take(s * TradeBlock);
            BasicShares = _memory.Take(s * TradeBlock);
        }

        for (var k = 0; k < s; k++)
            MinusElasticities[k] = -baseline.Elasticities[k];
        // Markets beyond the last region have a price of 1.
        for (var cell = 0; cell < s * RowN; cell++)
            HomeShares[cell] = cell % RowN < n ? 0 : 1;
        for (var i = 0; i < n; i++)
            CopyRegion(i);
        CopyTrade();
        Nests = baseline.Nesting is null ? null : new NestTables(baseline, RowS);
        Singles = withSingles ? new PackedSingles(this) : null;
    }

    public Baseline Baseline { get; }

    /// <summary>The same matrices in single precision, or null.</summary>
    public PackedSingles? Singles { get; }

    /// <summary>The nests of inputs, or null where they are Cobb-Douglas.</summary>
    public NestTables? Nests { get; }

    public int N { get; }

    public int S { get; }

    /// <summary>True where home goods are a tier of their own: the blocks of shares then hold no home sales.</summary>
    public bool IsTwoTier => HomeRatio != 1;

    /// <summary>The elasticity between home and foreign goods over that among foreign ones.</summary>
    public double HomeRatio { get; }

    /// <summary>The share of home sales in each market, [sector][region]; of two tiers alone.</summary>
    public double* HomeShares { get; }

    /// <summary>The sum of the others.</summary>
    public double* ForeignShares { get; }

    /// <summary>Length of a row over regions, padded.</summary>
    public int RowN { get; }

    /// <summary>Length of a row over sectors, padded.</summary>
    public int RowS { get; }

    /// <summary>Length of one sector's N x RowN block.</summary>
    public int TradeBlock { get; }

    /// <summary>Length of one region's S x RowS block.</summary>
    public int InputBlock { get; }

    public bool HasTariffs { get; }

    /// <summary>pi, [sector][origin][destination].</summary>
    public double* Shares { get; }

    /// <summary>pi / (1 + tau), same layout; null without tariffs.</summary>
    public double* BasicShares { get; }

    /// <summary>1 + tau, same layout; null without tariffs.</summary>
    public double* Factors { get; }

    /// <summary>g^{ks}, [region][input][sector].</summary>
    public double* Inputs { get; }

    /// <summary>g, [region][sector].</summary>
    public double* ValueAddedShares { get; }

    /// <summary>a, [region][sector].</summary>
    public double* FinalShares { get; }

    /// <summary>Y, [region][sector].</summary>
    public double* Outputs { get; }

    /// <summary>One over the output by which a market's residual is measured: its own, but at least 1e-6 of its region's value added.</summary>
    public double* OutputScales { get; }

    /// <summary>B Y + a I, [sector][region]: expenditure, but for what a world does not balance.</summary>
    public double* Demand { get; }

    public double* ValueAdded { get; }

    /// <summary>One over value added.</summary>
    public double* ValueAddedInverses { get; }

    public double* Deficits { get; }

    public double* Incomes { get; }

    public double* Revenues { get; }

    /// <summary>-theta by sector.</summary>
    public double* MinusElasticities { get; }

    private void CopyRegion(int i)
    {
        var (b, s) = (Baseline, S);
        ValueAdded[i] = b.ValueAdded[i];
        ValueAddedInverses[i] = 1 / b.ValueAdded[i];
        Deficits[i] = b.Deficits[i];
        Revenues[i] = b.Revenues[i];
        Incomes[i] = b.ValueAdded[i] + b.Revenues[i] + b.Deficits[i];
        for (var k = 0; k < s; k++)
        {
            ValueAddedShares[i * RowS + k] = b.ValueAddedShares[i * s + k];
            FinalShares[i * RowS + k] = b.FinalShares[i * s + k];
            Outputs[i * RowS + k] = b.Outputs[i * s + k];
            OutputScales[i * RowS + k] = 1 / Math.Max(b.Outputs[i * s + k], 1e-6 * b.ValueAdded[i]);
            for (var l = 0; l < s; l++)
                Inputs[i * InputBlock + k * RowS + l] = b.InputShares[(i * s + k) * s + l];
        }

        for (var k = 0; k < s; k++)
        {
            var demand = b.FinalShares[i * s + k] * Incomes[i];
            for (var l = 0; l < s; l++)
                demand += b.InputShares[(i * s + k) * s + l] * b.Outputs[i * s + l];
            Demand[k * RowN + i] = demand;
        }
    }

    private void Separate(int sector, int origin, int destination, int cell)
    {
        var market = sector * RowN + destination;
        (origin == destination ? HomeShares : ForeignShares)[market] += Shares[cell];
        Shares[cell] = origin == destination ? 0 : Shares[cell];
    }

    private void CopyTrade()
    {
        var (b, n) = (Baseline, N);
        for (var row = 0; row < S * n; row++)
        {
            for (var j = 0; j < n; j++)
            {
                var (from, to) = (row * n + j, row * RowN + j);
                Shares[to] = b.TradeShares[from];
                if (IsTwoTier)
                    Separate(row / n, row % n, j, to);
                if (HasTariffs)
                {
                    Factors[to] = 1 + b.Tariffs[from];
                    BasicShares[to] = Shares[to] / Factors[to];
                }
            }
        }
    }
}
