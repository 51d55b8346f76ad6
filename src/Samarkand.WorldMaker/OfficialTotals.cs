namespace Samarkand.WorldMaker;

/// <summary>
/// Step 4: makes the flows of goods agree with the official figures of the year. The first source to name a pair of regions has it; a figure
/// for several origins scales those that are still free. What a later source says is kept for comparison.
/// </summary>
internal sealed class OfficialTotals
{
    /// <summary>What rounding may leave of a total whose members all have figures of their own, ten times over, million USD.</summary>
    private const double Rounding = 1e-5;

    private readonly string?[] _holders;
    private readonly bool[] _isShared;
    private readonly List<(OfficialTotal Total, List<int> Free, double Value)> _groups = [];
    private readonly Flows _flows;

    private readonly bool _hasHongKongsReExports;

    private OfficialTotals(Flows flows, bool hasHongKongsReExports)
    {
        (_flows, _hasHongKongsReExports) = (flows, hasHongKongsReExports);
        _isShared = new bool[flows.Labels.N * flows.Labels.N];
        _holders = new string?[flows.Labels.N * flows.Labels.N];
    }

    /// <summary>The figures, each with the source that overruled it, or an empty text.</summary>
    public List<(OfficialTotal Total, string OverruledBy)> Results { get; } = [];

    /// <summary>Whether a figure of 2021 stands for this pair alone.</summary>
    public bool IsObserved(int origin, int destination) => Holder(origin, destination) is not null && !_isShared[origin * _flows.Labels.N + destination];

    public static OfficialTotals Impose(Flows flows, Statistics statistics, Provenance provenance, Imputation imputation)
    {
        var totals = new OfficialTotals(flows, imputation.HasHongKongsReExports);
        foreach (var total in imputation.HasTotals ? OfficialTotal.List(statistics, flows.Labels) : [])
            totals.Impose(total, provenance);
        totals.ShareGroups();
        return totals;
    }

    /// <summary>Gives the groups' totals again to those of their members' flows that no figure of their own fixes.</summary>
    public void ShareGroups()
    {
        foreach (var (total, free, value) in _groups)
        {
            var now = 0.0;
            foreach (var origin in free)
                now += _flows.Goods(origin, total.Destination);
            foreach (var origin in free)
                _flows.ScaleGoods(origin, total.Destination, value / now);
        }
    }

    private ref string? Holder(int origin, int destination) => ref _holders[origin * _flows.Labels.N + destination];

    /// <summary>
    /// The partners' customs count in Hong Kong's sales what passes through it, many times what it makes; its other sales are the OECD's, which
    /// count what it makes. One customs' figure among these would turn all that it sells on towards that partner.
    /// </summary>
    private bool CountsReExports(OfficialTotal total) => !_hasHongKongsReExports && total is { IsGroup: false, Source: "imf" } && total.Origins[0] == _flows.Labels.Find("HKG");

    private void Impose(OfficialTotal total, Provenance provenance)
    {
        if (CountsReExports(total))
        {
            Results.Add((total, "icio"));
            return;
        }

        var (free, taken, rival) = (new List<int>(), 0.0, "");
        foreach (var origin in total.Origins)
        {
            if (Holder(origin, total.Destination) is not { } holder)
            {
                free.Add(origin);
                continue;
            }

            taken += _flows.Goods(origin, total.Destination);
            rival = holder == total.Source ? rival : holder;
        }

        var left = total.Value - taken;
        var isShared = total.IsGroup && left > Rounding;
        foreach (var origin in free)
        {
            Holder(origin, total.Destination) = total.Source;
            _isShared[origin * _flows.Labels.N + total.Destination] = isShared;
            provenance.SetTotal(origin, total.Destination, isShared ? "scaled:eurostat-eu27" : $"observed:{total.Source}");
            if (!isShared)
                Set(origin, total.Destination, total.IsGroup ? 0 : total.Value);
        }

        if (isShared && free.Count > 0)
            _groups.Add((total, free, left));
        Results.Add((total, free.Count == 0 ? rival : ""));
    }

    private void Set(int origin, int destination, double value)
    {
        var profile = _flows.Profile(origin, destination);
        if (Flows.Sum(profile) == 0)
            profile = _flows.Exports(origin)[..profile.Length];
        _flows.SetGoods(origin, destination, value, profile);
    }
}
