using MathNet.Numerics.Distributions;

namespace Samarkand.Estimation.Leaks;

/// <summary>
/// How surprising placebos are. A pair is compared with placebos of its own size, large, middle or small by what is expected in a month,
/// since small trade comes in lumps, and a pair that hardly traded before with others such; with few placebos, with all of them.
/// </summary>
internal sealed class PlaceboSet
{
    private const int LeastForSizes = 300;
    private const int LeastForNew = 100;
    private const int Tail = 10;

    // From the thinnest tail to the thickest.
    private static readonly double[] Freedoms = [30, 15, 10, 7, 5, 4, 3];

    private readonly double[] _borders;
    private readonly double[][] _bySize;

    /// <param name="placebos">The size of each, and its surprise.</param>
    /// <param name="least">Of how many USD a month trade must be to count as trade before.</param>
    public PlaceboSet(IEnumerable<(double Size, double Surprise)> placebos, double least)
    {
        var all = placebos.Where(one => double.IsFinite(one.Surprise)).OrderBy(one => one.Size).ToArray();
        Count = all.Length;
        var hardly = all.Count(one => one.Size < least);
        var isSplit = hardly >= LeastForNew && Count - hardly >= LeastForNew;
        var rest = isSplit ? all[hardly..] : all;
        _borders = [.. isSplit ? [least] : (double[])[], .. rest.Length < LeastForSizes ? [] : (double[])[rest[rest.Length / 3].Size, rest[2 * rest.Length / 3].Size]];
        _bySize = [.. Enumerable.Range(0, _borders.Length + 1).Select(size => all.Where(one => Place(one.Size) == size).Select(one => one.Surprise).Order().ToArray())];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The surprises of the placebos of a size, in order.</summary>
    public double[] Of(double size) => _bySize[Place(size)];

    /// <summary>
    /// The share of placebos of that size as surprising; beyond the eleventh highest, the tail of Student's t that meets it there, with
    /// as many degrees of freedom, 3 to 30, as its distance from the 84th percentile tells.
    /// </summary>
    public double Chance(double size, double surprise)
    {
        var placebos = Of(size);
        var above = placebos.Count(one => one >= surprise);
        if (above > Tail || placebos.Length <= 2 * Tail)
            return (1.0 + above) / (1 + placebos.Length);
        var (middle, joint) = (placebos[placebos.Length / 2], placebos[^(Tail + 1)]);
        var share = (1.0 + Tail) / (1 + placebos.Length);
        var freedom = Freedom((joint - middle) / Math.Max(1e-12, placebos[(int)(0.84 * (placebos.Length - 1))] - middle), share);
        var scale = Math.Max(1e-12, (joint - middle) / StudentT.InvCDF(0, 1, freedom, 1 - share));
        // No tail makes rarer what placebos did.
        return Math.Clamp(StudentT.CDF(0, scale, freedom, middle - surprise), Math.Max(1e-300, (double)above / (1 + placebos.Length)), share);
    }

    private static double Freedom(double ratio, double share)
    {
        foreach (var freedom in Freedoms)
        {
            if (StudentT.InvCDF(0, 1, freedom, 1 - share) / StudentT.InvCDF(0, 1, freedom, 0.84) >= ratio)
                return freedom;
        }

        return Freedoms[^1];
    }

    private int Place(double size)
    {
        var place = 0;
        while (place < _borders.Length && size >= _borders[place])
            place++;
        return place;
    }
}
