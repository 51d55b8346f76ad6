using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>The tariffs of the world of 2014 in this world's sectors, weighted with its trade; states that it does not have are in its rest.</summary>
internal sealed class OldTariffs(Labels2021 labels, World world)
{
    private readonly Dictionary<string, int> _places = world.Regions.Select((region, place) => (region.Code, place)).ToDictionary(p => p.Code, p => p.place);
    private readonly int[][] _industries =
        [.. labels.Parts.Select(part => part.Wiod2014.Select(code => world.FindSector(code)!.Value.Index).ToArray())];

    /// <summary>Whether the world of 2014 has a state by itself.</summary>
    public bool Has(string code) => _places.ContainsKey(code);

    /// <summary>What an importer levied on a sector of an exporter.</summary>
    public double Rate(int sector, string exporter, string importer)
    {
        var n = world.Regions.Length;
        var (i, j) = (_places.GetValueOrDefault(exporter, _places["ROW"]), _places.GetValueOrDefault(importer, _places["ROW"]));
        if (i == j)
            i = _places["IDN"];
        var (paid, value, sum) = (0.0, 0.0, 0.0);
        foreach (var k in _industries[sector])
        {
            var place = Cube.At(n, k, i, j);
            (paid, value, sum) = (paid + world.Trade[place] * world.Tariffs[place], value + world.Trade[place], sum + world.Tariffs[place]);
        }

        return value > 0 ? paid / value : sum / _industries[sector].Length;
    }
}
