namespace Samarkand.Equilibrium;

/// <summary>One sector's own copies of what a shock changes, [origin][destination]; made on first use, then reused.</summary>
internal sealed unsafe class SectorOverlay(int length)
{
    private readonly AlignedMemory _memory = new(4L * length);
    private double* _weights;
    private double* _tariffs;
    private double* _wedges;
    private double* _basicWeights;

    /// <summary>True once the sector's weights were copied for this shock.</summary>
    public bool HasWeights { get; private set; }

    /// <summary>True once the sector's tariffs were copied for this shock.</summary>
    public bool HasTariffs { get; private set; }

    /// <summary>True once the sector has wedges beside the tariff in this shock.</summary>
    public bool HasWedges { get; private set; }

    public void Reset() => HasWeights = HasTariffs = HasWedges = false;

    /// <summary>A = pi k^-theta, begun from the baseline's shares.</summary>
    public double* Weights(double* shares)
    {
        if (!HasWeights)
            Copy(shares, _weights == null ? _weights = _memory.Take(length) : _weights);
        HasWeights = true;
        return _weights;
    }

    /// <summary>1 + the importer's tariff, begun from the baseline's, or from 1 where that is null.</summary>
    public double* Tariffs(double* factors)
    {
        if (!HasTariffs)
            CopyOrOnes(factors, _tariffs == null ? _tariffs = _memory.Take(length) : _tariffs);
        HasTariffs = true;
        return _tariffs;
    }

    /// <summary>The product of 1 + the other wedges, begun from 1.</summary>
    public double* Wedges()
    {
        if (!HasWedges)
            CopyOrOnes(null, _wedges == null ? _wedges = _memory.Take(length) : _wedges);
        HasWedges = true;
        return _wedges;
    }

    /// <summary>A / prod(1 + tau') from the weights, the tariffs (null: none) and this sector's other wedges.</summary>
    public double* BasicWeights(double* weights, double* tariffs)
    {
        if (_basicWeights == null)
            _basicWeights = _memory.Take(length);
        for (var c = 0; c < length; c++)
        {
            var factor = tariffs == null ? 1 : tariffs[c];
            if (HasWedges)
                factor *= _wedges[c];
            _basicWeights[c] = factor == 1 || factor == 0 ? weights[c] : weights[c] / factor;
        }

        return _basicWeights;
    }

    private void CopyOrOnes(double* source, double* target)
    {
        if (source != null)
            Copy(source, target);
        else
            new Span<double>(target, length).Fill(1);
    }

    private void Copy(double* source, double* target) =>
        new ReadOnlySpan<double>(source, length).CopyTo(new Span<double>(target, length));
}
