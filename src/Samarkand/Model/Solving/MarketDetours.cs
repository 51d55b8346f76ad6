using System.Collections.Immutable;

namespace Samarkand.Model.Solving;

/// <summary>A shock's detours by market, in the shock's order within each. Memory for one shock after another.</summary>
internal sealed class MarketDetours
{
    private Detour[] _detours = [];
    private int[] _starts = [];
    private int _regions;

    public void Set(ImmutableArray<Detour> detours, int sectors, int regions)
    {
        _regions = regions;
        if (_starts.Length == 0)
            _starts = new int[sectors * regions + 2];
        if (_detours.Length < detours.Length)
            _detours = new Detour[detours.Length];
        Array.Clear(_starts);
        // Counted two places on, so that filling a market moves its start to where it ends, one place on.
        foreach (var detour in detours)
            _starts[Market(detour) + 2]++;
        for (var market = 2; market < _starts.Length; market++)
            _starts[market] += _starts[market - 1];
        foreach (var detour in detours)
            _detours[_starts[Market(detour) + 1]++] = detour;
    }

    public ReadOnlySpan<Detour> Of(int sector, int destination)
    {
        var market = sector * _regions + destination;
        return _detours.AsSpan(_starts[market].._starts[market + 1]);
    }

    private int Market(Detour detour) => detour.Sector.Index * _regions + detour.Destination.Index;
}
