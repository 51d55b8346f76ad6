using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <content>From a solution of the transposed system to derivatives with respect to what is not part of the state.</content>
internal sealed partial class TransposedSweep
{
    /// <summary>The derivative of the vector times G with respect to each flow's weight in the free part of its market.</summary>
    public double[] WeightSlopes(double[] vector)
    {
        var (values, slopes) = (OutputValues(vector), new double[_flows.Weights.Length]);
        var falls = Falls(vector, values);
        for (var cell = 0; cell < slopes.Length; cell++)
        {
            var (row, j) = Math.DivRem(cell, _n);
            var (k, i) = Math.DivRem(row, _n);
            var factor = _flows.Factors[cell];
            var value = values[i * _s + k] + (factor - 1) * Revenue(vector, j);
            slopes[cell] = _powers[row] * (_pulls[k * _n + j] * value / factor - falls.Price[k * _n + j]);
        }

        foreach (var transfer in _flows.Transfers)
        {
            var (cell, row) = (Cell(transfer), transfer.Sector * _n + transfer.Origin);
            slopes[cell] += _powers[row] * _pulls[transfer.Sector * _n + transfer.Destination] / _flows.Factors[cell] * Passed(transfer, vector);
        }

        return slopes;
    }

    /// <summary>Adds, for each flow, the derivative with respect to the logarithm of its weight in the listed parts of its market.</summary>
    public void AddListed(double[] vector, double[] slopes)
    {
        var values = OutputValues(vector);
        var falls = Falls(vector, values);
        for (var m = 0; m < _parts.Length; m++)
        {
            var part = _flows.Parts[m];
            for (var i = 0; i < _n; i++)
                slopes[Cube.At(_n, part.Sector, i, part.Destination)] += part.Weights[i] * PartSlope(vector, values, falls.Parts[m], m, i);
        }
    }

    /// <summary>
    /// The derivative with respect to the logarithm of 1 + a wedge of the importer's on each flow, where its weight is held: what the
    /// exporter and others no longer receive, the importer does.
    /// </summary>
    public double[] WedgeSlopes(double[] vector)
    {
        var (values, flows) = (OutputValues(vector), new double[_flows.Weights.Length]);
        for (var cell = 0; cell < flows.Length; cell++)
            flows[cell] = _basic[cell] * _powers[cell / _n] * _pulls[cell / (_n * _n) * _n + cell % _n];
        for (var m = 0; m < _parts.Length; m++)
        {
            var part = _flows.Parts[m];
            for (var i = 0; i < _n; i++)
            {
                var cell = Cube.At(_n, part.Sector, i, part.Destination);
                flows[cell] += part.Weights[i] / _flows.Factors[cell] * _powers[part.Sector * _n + i] * _parts[m].Pull;
            }
        }

        var slopes = new double[flows.Length];
        for (var cell = 0; cell < slopes.Length; cell++)
            slopes[cell] = flows[cell] * (Revenue(vector, cell % _n) - values[cell / _n % _n * _s + cell / (_n * _n)]);
        foreach (var transfer in _flows.Transfers)
            slopes[Cell(transfer)] -= flows[Cell(transfer)] * Passed(transfer, vector);
        return slopes;
    }
}
