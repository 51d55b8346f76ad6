using System.Numerics.Tensors;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// The couplings of a few wages at a time, one thread's: some regions' columns of S_P, S_y, L_P^T and L_y^T, each N S rows. Derivation:
/// docs/method.md, "The preconditioner". Columns beyond the last region are zero.
/// </summary>
internal sealed class PreconditionerColumns
{
    private readonly Baseline _b;
    private readonly BaselineResponses _responses;
    private readonly int _columns;
    private readonly double[] _work;
    private readonly double[] _more;
    private readonly double[] _wage;

    public PreconditionerColumns(Baseline baseline, ReadOnlyMemory<double> basicShares, int columns)
    {
        (_b, _columns) = (baseline, columns);
        _responses = new BaselineResponses(baseline, basicShares, columns);
        var length = _responses.Length;
        (_work, _more, _wage) = (new double[length], new double[length], new double[length]);
        (PricesFromWages, OutputsFromWages) = (new double[length], new double[length]);
        (WagesFromPrices, WagesFromOutputs) = (new double[length], new double[length]);
    }

    /// <summary>S_P, [sector][region] x wages.</summary>
    public double[] PricesFromWages { get; }

    /// <summary>S_y, [region][sector] x wages.</summary>
    public double[] OutputsFromWages { get; }

    /// <summary>L_P^T, [sector][region] x wages.</summary>
    public double[] WagesFromPrices { get; }

    /// <summary>L_y^T, [region][sector] x wages.</summary>
    public double[] WagesFromOutputs { get; }

    /// <summary>Fills them for the regions from <paramref name="from"/> on.</summary>
    public void Solve(int from, CancellationToken cancellation)
    {
        var r = _responses;

        // S_P = R Pi g.
        WageCosts(from);
        r.PricesFromCosts(_work, _more);
        r.Accumulate(_more, PricesFromWages, r.CostsFromPrices, r.PricesFromCosts, cancellation);

        // S_y = R_y (O a V + K (g + B^T S_P)).
        r.CostsFromPrices(PricesFromWages, _more);
        TensorPrimitives.Add<double>(_work, _more, _work);
        r.OutputsFromCosts(_work, _more);
        WageDemand(from);
        r.OutputsFromDemand(_work, _wage);
        TensorPrimitives.Add<double>(_wage, _more, _more);
        r.Accumulate(_more, OutputsFromWages, r.DemandFromOutputs, r.OutputsFromDemand, cancellation);

        // L_y^T = R_y^T W^T - W^T and L_P^T = R^T B K^T R_y^T W^T.
        WageWeights(from);
        r.Accumulate(_wage, WagesFromOutputs, r.DemandAdjoint, r.CostsFromPrices, cancellation);
        r.OutputsFromCostsAdjoint(WagesFromOutputs, _work);
        r.DemandFromOutputs(_work, _more);
        r.Accumulate(_more, WagesFromPrices, r.CostsAdjoint, r.DemandFromOutputs, cancellation);
        TensorPrimitives.Subtract<double>(WagesFromOutputs, _wage, WagesFromOutputs);
    }

    private int Many(int from) => Math.Min(_columns, _b.RegionCount - from);

    // g dw, [region][sector] x wages.
    private void WageCosts(int from)
    {
        Array.Clear(_work);
        for (var c = 0; c < Many(from); c++)
        {
            for (var k = 0; k < _b.SectorCount; k++)
                _work[((from + c) * _b.SectorCount + k) * _columns + c] = _b.ValueAddedShares[(from + c) * _b.SectorCount + k];
        }
    }

    // a V dw, [sector][region] x wages.
    private void WageDemand(int from)
    {
        Array.Clear(_work);
        for (var c = 0; c < Many(from); c++)
        {
            for (var k = 0; k < _b.SectorCount; k++)
                _work[(k * _b.RegionCount + from + c) * _columns + c] = _b.FinalShares[(from + c) * _b.SectorCount + k] * _b.ValueAdded[from + c];
        }
    }

    // W^T: a wage's response to outputs, less the mean weighted by value added (the numeraire), [region][sector] x wages.
    private void WageWeights(int from)
    {
        Array.Clear(_wage);
        var world = 0.0;
        foreach (var v in _b.ValueAdded)
            world += v;
        for (var row = 0; row < _b.Outputs.Length; row++)
        {
            var region = row / _b.SectorCount;
            for (var c = 0; c < Many(from); c++)
            {
                var own = region == from + c ? 1 / _b.ValueAdded[region] : 0;
                _wage[row * _columns + c] = _b.ValueAddedShares[row] * (own - 1 / world);
            }
        }
    }
}
