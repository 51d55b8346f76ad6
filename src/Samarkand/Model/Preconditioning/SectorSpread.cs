using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// The part of the preconditioner that looks at sectors: residuals of prices and of outputs that a sector has in common all over the world
/// are summed (outputs as they are), and answered by a wage response and by one shape a sector. Derivation: docs/method.md, "The preconditioner".
/// </summary>
internal sealed unsafe class SectorSpread
{
    private readonly AlignedMemory _memory;
    private readonly double* _priceWeights;
    private readonly double* _priceShape;
    private readonly double* _outputShape;
    private readonly float* _sizes;
    private readonly float* _wages;

    /// <summary>A part that answers nothing, until <see cref="SectorSpreadBuilder"/> fills it.</summary>
    public SectorSpread(PackedBaseline b)
    {
        var (grid, turned) = (b.N * b.RowS, b.S * b.RowN);
        Length = 2 * b.S;
        Row = AlignedMemory.Padded(Length);
        // A product of whole groups of rows may read past the last column.
        _memory = new AlignedMemory((long)grid + 2L * turned + (long)Length * (Row + b.RowN) + 2L * Row + 64);
        _priceWeights = _memory.Take(turned);
        _priceShape = _memory.Take(turned);
        _outputShape = _memory.Take(grid);
        _sizes = (float*)_memory.Take(Length * Row / 2);
        _wages = (float*)_memory.Take(Length * b.RowN / 2);
        _ = _memory.Take(Row);
    }

    /// <summary>Writes all of its numbers, or takes them.</summary>
    public void Exchange(PackedBaseline b, ref ShippedNumbers numbers)
    {
        numbers.Rows(_priceWeights, b.S, b.N, b.RowN);
        numbers.Rows(_priceShape, b.S, b.N, b.RowN);
        numbers.Rows(_outputShape, b.N, b.S, b.RowS);
        numbers.Rows(_sizes, Length, Length, Row);
        numbers.Rows(_wages, Length, b.N, b.RowN);
    }

    /// <summary>2 S: sums of price residuals, then of output residuals.</summary>
    public int Length { get; }

    /// <summary>The same, padded.</summary>
    public int Row { get; }

    /// <summary>Memory for sums or sizes, in which a row over sectors may begin at S.</summary>
    public int Room => Row + 8;

    /// <summary>Weights of price residuals, [sector][region].</summary>
    public double* PriceWeights => _priceWeights;

    /// <summary>The response of prices, [sector][region].</summary>
    public double* PriceShape => _priceShape;

    /// <summary>The response of outputs, [region][sector].</summary>
    public double* OutputShape => _outputShape;

    /// <summary>From sums to the sizes of the responses, by columns of <see cref="Row"/>.</summary>
    public float* Sizes => _sizes;

    /// <summary>From sums to wages, by columns.</summary>
    public float* Wages => _wages;
}
