using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// A published world's cost structures in groups of this world's sectors: sectors made of the same industries are one group, since the source
/// does not tell them apart.
/// </summary>
internal sealed class TechnologyTable
{
    private readonly string[] _codes;
    private readonly int[] _groupOfIndustry;
    private readonly double[] _inputs;
    private readonly double[] _output;
    private readonly double[] _final;

    private TechnologyTable(World world, Labels2021 labels, Func<SectorParts, ImmutableArray<string>> parts)
    {
        Labels = labels;
        _codes = [.. world.Regions.Select(region => region.Code)];
        var lists = labels.Parts.Select(part => string.Join(' ', parts(part))).ToArray();
        var groups = lists.Distinct().ToList();
        GroupOf = [.. lists.Select(list => groups.IndexOf(list))];
        Groups = groups.Count;
        _groupOfIndustry = [.. world.Sectors.Select(industry => groups.FindIndex(list => list.Split(' ').Contains(industry.Code)))];
        var (n, s, g) = (_codes.Length, world.Sectors.Length, Groups);
        (_inputs, _output, _final) = (new double[n * g * g], new double[n * g], new double[n * g]);
        var sums = WorldSums.Of(world);
        for (var r = 0; r < n; r++)
        {
            for (var k = 0; k < s; k++)
            {
                _output[r * g + _groupOfIndustry[k]] += sums.Output[r * s + k];
                _final[r * g + _groupOfIndustry[k]] += world.Final[r * s + k];
                for (var user = 0; user < s; user++)
                    _inputs[Cube.At(g, r, _groupOfIndustry[k], _groupOfIndustry[user])] += world.Inputs[Cube.At(s, r, k, user)];
            }
        }
    }

    public Labels2021 Labels { get; }

    /// <summary>The group of each sector.</summary>
    public int[] GroupOf { get; }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    public static TechnologyTable Of(World world, Labels2021 labels, Func<SectorParts, ImmutableArray<string>> parts) => new(world, labels, parts);

    /// <summary>The position of a region, -1 where the source does not have it.</summary>
    public int Find(string code) => Array.IndexOf(_codes, code);

    /// <summary>Whether the region makes anything of a group.</summary>
    public bool Makes(int region, int group) => _output[region * Groups + group] > 0;

    /// <summary>Input over output, of groups.</summary>
    public double Input(int region, int input, int user) => _inputs[Cube.At(Groups, region, input, user)] / _output[region * Groups + user];

    /// <summary>The share of a group in final demand.</summary>
    public double Final(int region, int group)
    {
        var sum = 0.0;
        for (var g = 0; g < Groups; g++)
            sum += _final[region * Groups + g];
        return _final[region * Groups + group] / sum;
    }

    /// <summary>What a region of the source sold another of a service; regions that it does not have are in its rest of the world.</summary>
    public double ServicesFlow(World world, int sector, string origin, string destination)
    {
        var rest = _codes.Length - 1;
        while (!world.Regions[rest].IsRemainder)
            rest--;
        var (i, j) = (Find(origin) is var a and >= 0 ? a : rest, Find(destination) is var b and >= 0 ? b : rest);
        var sum = 0.0;
        for (var k = 0; k < _groupOfIndustry.Length; k++)
        {
            if (_groupOfIndustry[k] != GroupOf[sector])
                continue;
            if (i != j)
                sum += world.Trade[Cube.At(_codes.Length, k, i, j)];
            for (var other = 0; i == j && other < _codes.Length; other++)
                sum += other == i ? 0 : world.Trade[Cube.At(_codes.Length, k, i, other)];
        }

        return sum;
    }
}
