using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Flows while they are being made, million USD: between regions [sector, origin, destination], and what each sells itself apart. Services
/// of a pair are one sum until they are divided.
/// </summary>
internal sealed class Flows(Labels2021 labels)
{
    private readonly double[] _values = new double[labels.S * labels.N * labels.N];

    private readonly double[] _home = UnknownHome(labels);

    public Labels2021 Labels { get; } = labels;

    /// <summary>Services of each pair [origin, destination], before they are divided among sectors.</summary>
    public double[] Services { get; } = new double[labels.N * labels.N];

    /// <summary>Services that each region sells itself; not a number where nobody knows.</summary>
    public double[] HomeServices { get; } = [.. Enumerable.Repeat(double.NaN, labels.N)];

    /// <summary>What a region sells itself of a sector; not a number where nobody knows.</summary>
    public ref double Home(int region, int sector) => ref _home[region * Labels.S + sector];

    public ref double this[int sector, int origin, int destination] => ref _values[Cube.At(Labels.N, sector, origin, destination)];

    /// <summary>The sum of a pair's flows over the goods sectors.</summary>
    public double Goods(int origin, int destination)
    {
        var sum = 0.0;
        for (var k = 0; k < Labels.Goods; k++)
            sum += this[k, origin, destination];
        return sum;
    }

    /// <summary>A pair's goods by sector.</summary>
    public double[] Profile(int origin, int destination)
    {
        var profile = new double[Labels.Goods];
        for (var k = 0; k < profile.Length; k++)
            profile[k] = this[k, origin, destination];
        return profile;
    }

    /// <summary>Gives a pair's goods a total, divided among sectors as a profile is.</summary>
    public void SetGoods(int origin, int destination, double total, double[] profile)
    {
        var sum = Sum(profile);
        for (var k = 0; k < profile.Length; k++)
            this[k, origin, destination] = sum > 0 ? total * profile[k] / sum : 0;
    }

    /// <summary>Multiplies a pair's goods.</summary>
    public void ScaleGoods(int origin, int destination, double factor)
    {
        for (var k = 0; k < Labels.Goods; k++)
            this[k, origin, destination] *= factor;
    }

    /// <summary>A region's exports by sector, over all destinations.</summary>
    public double[] Exports(int origin)
    {
        var exports = new double[Labels.S];
        for (var k = 0; k < Labels.S; k++)
        {
            for (var j = 0; j < Labels.N; j++)
                exports[k] += j == origin ? 0 : this[k, origin, j];
        }

        return exports;
    }

    /// <summary>A region's imports by sector, over all origins.</summary>
    public double[] Imports(int destination)
    {
        var imports = new double[Labels.S];
        for (var k = 0; k < Labels.S; k++)
        {
            for (var i = 0; i < Labels.N; i++)
                imports[k] += i == destination ? 0 : this[k, i, destination];
        }

        return imports;
    }

    private static double[] UnknownHome(Labels2021 labels)
    {
        var home = new double[labels.N * labels.S];
        Array.Fill(home, double.NaN);
        return home;
    }

    public static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
