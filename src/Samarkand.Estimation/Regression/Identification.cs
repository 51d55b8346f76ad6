using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>A regressor whose coefficient the data cannot tell.</summary>
/// <param name="Term">Its name.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record Unidentified(string Term, string Reason);

/// <summary>Finds the regressors that fixed effects absorb or that others make up.</summary>
internal static class Identification
{
    private const double Absorbed = 1e-12;
    private const double Collinear = 1e-9;
    private const double Tolerance = 1e-10;

    /// <summary>The regressors that are identified, and the others with the reason.</summary>
    public static (bool[] IsKept, List<Unidentified> Others) Of(Design design, Columns columns, double[] sizes)
    {
        var sample = design.Sample;
        var ones = new double[sample.Rows];
        Array.Fill(ones, 1.0);
        design.Projection.Weigh(ones);
        var before = columns.Products(ones);
        columns.Project(Tolerance);
        var after = columns.Products(ones);
        var (kept, others) = (new bool[sizes.Length], new List<Unidentified>());
        var left = new List<int>();
        for (var k = 0; k < sizes.Length; k++)
        {
            if (sizes[k] > 0 && after[k + 1, k + 1] > Absorbed * before[k + 1, k + 1])
                left.Add(k);
            else
                others.Add(new Unidentified(sample.Regressors[k].Name, sizes[k] > 0 ? $"the fixed effects {string.Join(" + ", sample.Effects.Select(one => one.Name))} absorb it: it does not vary within them" : "it has the same value in every row that is left"));
        }

        var products = new double[left.Count, left.Count];
        for (var a = 0; a < left.Count; a++)
        {
            for (var b = 0; b < left.Count; b++)
                products[a, b] = after[left[a] + 1, left[b] + 1];
        }

        var inverse = Symmetric.Inverse(products, Collinear, out var isFree);
        for (var a = 0; a < left.Count; a++)
        {
            kept[left[a]] = isFree[a];
            if (isFree[a])
                continue;
            var row = new double[left.Count];
            for (var b = 0; b < a; b++)
                row[b] = products[a, b];
            var weights = Symmetric.Times(inverse, row);
            var makers = Enumerable.Range(0, a).Where(b => Math.Abs(weights[b]) > 1e-6).Select(b => sample.Regressors[left[b]].Name);
            others.Add(new Unidentified(sample.Regressors[left[a]].Name, $"{string.Join(", ", makers)} and the fixed effects make it up: it is collinear with them"));
        }

        return (kept, others);
    }
}
