using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>
/// Where each label of a long table goes: a region's or sector's position, for a use that is final demand a position after the sectors,
/// and for an account the complement of its kind.
/// </summary>
internal sealed class LongSlots
{
    private readonly Dictionary<string, int>[] _slots = [.. Enumerable.Range(0, LongColumns.Value).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly string[] _last = ["", "", "", ""];
    private readonly int[] _lastSlots = new int[LongColumns.Value];

    public LongSlots(LongScan scan, LongLabels labels, WorldLabels known)
    {
        for (var column = 0; column < LongColumns.Value; column++)
        {
            foreach (var code in scan.Labels[column].Keys)
            {
                _slots[column][code] = column switch
                {
                    0 or 2 => known.RegionSet.Position(code),
                    1 => labels.RowKind(code) is { } row ? ~(int)row : known.SectorSet.Position(code),
                    _ => labels.ColumnKind(code) is { } account ? ~(int)account
                        : labels.IsFinal(code) ? known.Sectors.Length + labels.Finals.IndexOf(code)
                        : known.SectorSet.Position(code),
                };
            }

            _lastSlots[column] = _slots[column].GetValueOrDefault("", -1);
        }

        Uses = known.Sectors.Length + labels.Finals.Length;
    }

    /// <summary>How many sectors and final categories there are.</summary>
    public int Uses { get; }

    public int Of(TableRows rows, int column)
    {
        var code = rows.Text(column);
        if (ReferenceEquals(code, _last[column]))
            return _lastSlots[column];
        if (!_slots[column].TryGetValue(code, out var slot))
            throw new InputException(new InputProblem(rows.File, rows.Line, 0, "has changed while it was read", "import it again when it is complete"));
        (_last[column], _lastSlots[column]) = (code, slot);
        return slot;
    }
}
