using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Flows between regions while they are being made: [sector, origin, destination], million USD, nothing at home.</summary>
internal sealed class Flows(Labels2021 labels)
{
    private readonly double[] _values = new double[labels.S * labels.N * labels.N];

    public Labels2021 Labels { get; } = labels;

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

    public static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
