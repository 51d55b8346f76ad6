using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Finds what the rest of a preconditioner leaves of errors that a sector's prices, or its outputs, have in common in all regions, by running
/// it at the baseline; and the sums of residuals by which such errors are known. Derivation: docs/method.md, "The preconditioner".
/// </summary>
internal sealed unsafe class SectorSpreadBuilder
{
    // The derivative by central differences: its error is the square of this.
    private const double Step = 1e-4;

    // Errors are first taken to be the same everywhere, then as the first round leaves them; a region's part stays above this share of the largest.
    private const int Rounds = 2;
    private const double LeastPart = 0.3;

    private readonly PackedBaseline _b;
    private readonly Preconditioner _rest;
    private readonly Workspace _ws;
    private readonly SectorSpread _found;
    private readonly double[,] _patterns;
    private readonly Matrix<double> _sums;
    private readonly Matrix<double> _wages;
    private readonly Matrix<double> _prices;
    private readonly Matrix<double> _outputs;

    private SectorSpreadBuilder(SectorSpread found, PackedBaseline b, Preconditioner rest)
    {
        (_found, _b, _rest, _ws) = (found, b, rest, new Workspace(b, 0));
        var errors = 2 * b.S;
        _patterns = new double[errors, b.N];
        _sums = Matrix<double>.Build.Dense(errors, errors);
        _wages = Matrix<double>.Build.Dense(b.N, errors);
        (_prices, _outputs) = (Matrix<double>.Build.Dense(b.S * b.N, errors), Matrix<double>.Build.Dense(b.S * b.N, errors));
    }

    /// <summary>Fills the sector part that completes a preconditioner.</summary>
    public static void Fill(SectorSpread found, PackedBaseline b, Preconditioner rest, CancellationToken cancellation)
    {
        var builder = new SectorSpreadBuilder(found, b, rest);
        builder.Weigh();
        builder._ws.Scenario.Set(Shock.None);
        Matrix<double>? sizes = null;
        for (var round = 0; round < Rounds; round++)
        {
            for (var error = 0; error < 2 * b.S; error++)
            {
                cancellation.ThrowIfCancellationRequested();
                builder.Leave(error, 1);
                builder.Leave(error, -1);
            }

            sizes = builder.Shape();
        }

        builder.Store(sizes!);
    }

    private void Weigh()
    {
        for (var s = 0; s < _b.S; s++)
        {
            for (var n = 0; n < _b.N; n++)
            {
                _patterns[s, n] = _patterns[_b.S + s, n] = 1;
                _found.PriceWeights[s * _b.RowN + n] = _b.Baseline.Expenditures[s * _b.N + n];
            }
        }
    }

    // Half the difference that an error and its opposite make: of the sums of residuals, and of error plus direction. Relative to output.
    private void Leave(int error, int sign)
    {
        var (b, state, residual, isPrice, s) = (_b, _ws.State, _ws.Residual, error < _b.S, error % _b.S);
        if (sign > 0)
        {
            foreach (var matrix in new[] { _sums, _wages, _prices, _outputs })
                matrix.ClearColumn(error);
        }

        new Span<double>(_ws.StateMemory, _ws.StateLength).Clear();
        new ReadOnlySpan<double>(b.Outputs, b.N * b.RowS).CopyTo(new Span<double>(state.Outputs, b.N * b.RowS));
        new ReadOnlySpan<double>(b.Revenues, b.RowN).CopyTo(new Span<double>(state.Revenues, b.RowN));
        for (var n = 0; n < b.N; n++)
        {
            if (isPrice)
                state.LogPrices[s * b.RowN + n] = sign * Step * _patterns[error, n];
            else
                state.Outputs[n * b.RowS + s] *= 1 + sign * Step * _patterns[error, n];
            (isPrice ? _prices : _outputs)[s * b.N + n, error] += 0.5 * _patterns[error, n];
        }

        var part = sign / (2 * Step);
        Sweep<Lanes128, Vector128<double>>.Run(b, _ws, Closure.Fixed, 2);
        _rest.Apply<Lanes128, Vector128<double>>(b, _ws, backwards: false);
        for (var k = 0; k < _found.Length; k++)
            _sums[k, error] += part * _ws.Directions.SectorSums[k];
        for (var n = 0; n < b.N; n++)
        {
            _wages[n, error] += part * residual.LogWages[n];
            for (var k = 0; k < b.S; k++)
            {
                _prices[k * b.N + n, error] += part * residual.LogPrices[k * b.RowN + n];
                _outputs[k * b.N + n, error] += part * residual.Outputs[n * b.RowS + k] * b.OutputScales[n * b.RowS + k];
            }
        }
    }

    // One shape a sector, for prices and for outputs, and how much of it each error leaves.
    private Matrix<double> Shape()
    {
        var (sizes, block) = (Matrix<double>.Build.Dense(2 * _b.S, 2 * _b.S), new double[_b.N * 2 * _b.S]);
        for (var row = 0; row < 2 * _b.S; row++)
        {
            var s = row % _b.S;
            for (var n = 0; n < _b.N; n++)
            {
                for (var error = 0; error < 2 * _b.S; error++)
                    block[n * 2 * _b.S + error] = (row < _b.S ? _prices : _outputs)[s * _b.N + n, error];
            }

            var (shape, left) = LeadingPair.Of(block, _b.N);
            sizes.SetRow(row, left);
            var largest = shape.MaxBy(Math.Abs);
            for (var n = 0; n < _b.N; n++)
            {
                if (row < _b.S)
                    _found.PriceShape[s * _b.RowN + n] = shape[n];
                else
                    _found.OutputShape[n * _b.RowS + s] = shape[n] / _b.OutputScales[n * _b.RowS + s];
                _patterns[row, n] = largest == 0 ? 1 : Math.Max(LeastPart, shape[n] / largest);
            }
        }

        return sizes;
    }

    // Errors are known by their sums: responses to them follow from responses to errors.
    private void Store(Matrix<double> sizes)
    {
        // Sums are money; of one size they are easier to invert.
        for (var k = 0; k < _found.Length; k++)
            _sums.SetRow(k, _sums.Row(k) * Scale(k));
        var errors = _sums.PseudoInverse();
        for (var k = 0; k < _found.Length; k++)
            errors.SetColumn(k, errors.Column(k) * Scale(k));
        var (toSizes, toWages) = (-sizes * errors, -_wages * errors);
        for (var sum = 0; sum < _found.Length; sum++)
        {
            for (var row = 0; row < _found.Length; row++)
                _found.Sizes[sum * _found.Row + row] = (float)toSizes[row, sum];
            for (var n = 0; n < _b.N; n++)
                _found.Wages[sum * _b.RowN + n] = (float)toWages[n, sum];
        }
    }

    // One over what is spent on a sector in the world.
    private double Scale(int sum)
    {
        var total = 0.0;
        for (var n = 0; n < _b.N; n++)
            total += _found.PriceWeights[sum % _b.S * _b.RowN + n];
        return total == 0 ? 0 : 1 / total;
    }
}
