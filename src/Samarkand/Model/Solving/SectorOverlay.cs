using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// One sector's own copies of what a shock changes, [origin][destination]. Made from the baseline on first use; after a shock
/// its cells are put back, so that the next one touches nothing but its own.
/// </summary>
internal sealed unsafe class SectorOverlay(PackedBaseline baseline, int sector)
{
    private readonly List<AlignedMemory> _memory = [];
    private readonly List<int> _wedged = [];
    private readonly int _start = sector * baseline.TradeBlock;
    private double* _weights;
    private double* _tariffs;
    private double* _wedges;
    private double* _basicWeights;
    private float* _singleWeights;
    private float* _singleBasicWeights;

    /// <summary>True once the shock changed the sector's weights.</summary>
    public bool HasWeights { get; private set; }

    /// <summary>True once the shock changed the sector's tariffs.</summary>
    public bool HasTariffs { get; private set; }

    /// <summary>True once the shock put wedges beside the sector's tariffs.</summary>
    public bool HasWedges { get; private set; }

    /// <summary>A = pi k^-theta, begun from the baseline's shares.</summary>
    public double* Weights
    {
        get
        {
            HasWeights = true;
            return _weights == null ? _weights = Copy(Shares) : _weights;
        }
    }

    /// <summary>1 + the importer's tariff, begun from the baseline's.</summary>
    public double* Tariffs
    {
        get
        {
            HasTariffs = true;
            return _tariffs == null ? _tariffs = Copy(Factors) : _tariffs;
        }
    }

    /// <summary>The product of 1 + the other wedges, begun from 1.</summary>
    public double* Wedges
    {
        get
        {
            HasWedges = true;
            return _wedges == null ? _wedges = Copy((double*)null) : _wedges;
        }
    }

    /// <summary>A / prod(1 + tau'), which holds once <see cref="Divide"/> has seen every cell that the shock changed.</summary>
    public double* BasicWeights => _basicWeights == null ? _basicWeights = Copy(BasicShares) : _basicWeights;

    /// <summary>The weights in single precision, begun from the baseline's; rounding a block brings the shock's cells.</summary>
    public float* SingleWeights(PackedSingles singles) => _singleWeights == null ? _singleWeights = Copy(singles.Shares + _start) : _singleWeights;

    /// <summary>The same divided by the wedges.</summary>
    public float* SingleBasicWeights(PackedSingles singles) =>
        _singleBasicWeights == null ? _singleBasicWeights = Copy(singles.BasicShares + _start) : _singleBasicWeights;

    private double* Shares => baseline.Shares + _start;

    private double* BasicShares => baseline.HasTariffs ? baseline.BasicShares + _start : Shares;

    private double* Factors => baseline.HasTariffs ? baseline.Factors + _start : null;

    /// <summary>The cells on which the shock put a wedge; more than <see cref="Few"/> of them are not counted any further.</summary>
    public IReadOnlyList<int> Wedged => _wedged;

    /// <summary>Up to how many wedges are accounted for one by one: more are cheaper in one pass over the sector.</summary>
    public int Few => baseline.N;

    /// <summary>Forgets what the last shock used; its cells have to be put back one by one.</summary>
    public void Reset()
    {
        HasWeights = HasTariffs = HasWedges = false;
        _wedged.Clear();
    }

    /// <summary>Puts the cells of a block back to the baseline.</summary>
    public void Restore(FlowBlock flows)
    {
        Restore(flows, _weights, Shares);
        Restore(flows, _basicWeights, BasicShares);
        Restore(flows, _tariffs, Factors);
        Restore(flows, _wedges, null);
        Round(flows, Shares, _singleWeights);
        Round(flows, BasicShares, _singleBasicWeights);
    }

    /// <summary>Brings the weights of a block to single precision.</summary>
    public void Round(FlowBlock flows, PackedSingles singles)
    {
        Round(flows, _weights, SingleWeights(singles));
        if (_basicWeights != null)
            Round(flows, _basicWeights, SingleBasicWeights(singles));
    }

    private void Round(FlowBlock flows, double* source, float* target)
    {
        if (target == null)
            return;
        foreach (var i in flows.Origins.AsSpan())
        {
            foreach (var j in flows.Destinations.AsSpan())
            {
                var cell = i.Index * baseline.RowN + j.Index;
                target[cell] = (float)source[cell];
            }
        }
    }

    /// <summary>Divides the weights of a block by their wedges.</summary>
    public void Divide(FlowBlock flows)
    {
        // A block names each flow once, so that only what earlier blocks found needs a look.
        var earlier = _wedged.Count;
        foreach (var i in flows.Origins.AsSpan())
        {
            foreach (var j in flows.Destinations.AsSpan())
            {
                var cell = i.Index * baseline.RowN + j.Index;
                var factor = Factor(cell);
                BasicWeights[cell] = factor == 1 || factor == 0 ? Weights[cell] : Weights[cell] / factor;
                if (factor != 1 && _wedged.Count <= Few && _wedged.IndexOf(cell, 0, Math.Min(earlier, _wedged.Count)) < 0)
                    _wedged.Add(cell);
            }
        }
    }

    /// <summary>The product of 1 + the wedges on one cell.</summary>
    public double Factor(int cell) =>
        (HasTariffs ? _tariffs[cell] : Factors == null ? 1 : Factors[cell]) * (HasWedges ? _wedges[cell] : 1);

    // A null source stands for ones.
    private void Restore(FlowBlock flows, double* target, double* source)
    {
        if (target == null)
            return;
        var row = baseline.RowN;
        foreach (var i in flows.Origins.AsSpan())
        {
            foreach (var j in flows.Destinations.AsSpan())
            {
                var cell = i.Index * row + j.Index;
                target[cell] = source == null ? 1 : source[cell];
            }
        }
    }

    private double* Copy(double* source)
    {
        var length = baseline.TradeBlock;
        var target = Take(length);
        if (source == null)
            new Span<double>(target, length).Fill(1);
        else
            new ReadOnlySpan<double>(source, length).CopyTo(new Span<double>(target, length));
        return target;
    }

    private float* Copy(float* source)
    {
        var length = baseline.TradeBlock;
        var target = (float*)Take(length / 2);
        new ReadOnlySpan<float>(source, length).CopyTo(new Span<float>(target, length));
        return target;
    }

    // A shock seldom needs all of these blocks.
    private double* Take(int length)
    {
        var memory = new AlignedMemory(AlignedMemory.Padded(length));
        _memory.Add(memory);
        return memory.Take(length);
    }
}
