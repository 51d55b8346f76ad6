using Samarkand.Model.Solving;

namespace Samarkand.Model.Vectors;

/// <summary>The matrices of a <see cref="PackedBaseline"/> in single precision, in its layout, for what follows from differences.</summary>
internal sealed unsafe class PackedSingles
{
    private readonly AlignedMemory _memory;

    public PackedSingles(PackedBaseline b)
    {
        var (trade, inputs, grid) = (b.S * b.TradeBlock, b.N * b.InputBlock, b.N * b.RowS);
        _memory = new AlignedMemory(((b.HasTariffs ? 2L : 1L) * trade + inputs + 2L * grid + b.RowS) / 2 + 64);
        Shares = Round(b.Shares, trade);
        BasicShares = b.HasTariffs ? Round(b.BasicShares, trade) : Shares;
        Inputs = Round(b.Inputs, inputs);
        ValueAddedShares = Round(b.ValueAddedShares, grid);
        FinalShares = Round(b.FinalShares, grid);
        MinusElasticities = Round(b.MinusElasticities, b.RowS);
    }

    /// <summary>pi, [sector][origin][destination].</summary>
    public float* Shares { get; }

    /// <summary>pi / (1 + tau); <see cref="Shares"/> without tariffs.</summary>
    public float* BasicShares { get; }

    /// <summary>g^{ks}, [region][input][sector].</summary>
    public float* Inputs { get; }

    /// <summary>g, [region][sector].</summary>
    public float* ValueAddedShares { get; }

    /// <summary>a, [region][sector].</summary>
    public float* FinalShares { get; }

    /// <summary>-theta by sector.</summary>
    public float* MinusElasticities { get; }

    private float* Round(double* source, int length)
    {
        var target = (float*)_memory.Take((length + 1) / 2);
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating(new ReadOnlySpan<double>(source, length), new Span<float>(target, length));
        return target;
    }
}
