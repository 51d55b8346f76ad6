namespace Samarkand.Worlds.Samarkand2021;

/// <summary>
/// Step 4: makes the flows of goods agree with the official figures of 2021. The first source to name a pair of regions has it; a figure
/// for several origins scales those that are still free. What a later source says is kept for comparison.
/// </summary>
internal static class OfficialTotals
{
    /// <summary>The figures, each with the source that overruled it, or an empty text.</summary>
    public static List<(OfficialTotal Total, string OverruledBy)> Impose(Flows flows, Statistics statistics, Labels2021 labels, Provenance provenance)
    {
        var fixedBy = new string?[labels.N * labels.N];
        var results = new List<(OfficialTotal, string)>();
        foreach (var total in OfficialTotal.List(statistics, labels))
        {
            var (free, taken, rival) = (new List<int>(), 0.0, "");
            foreach (var origin in total.Origins)
            {
                if (fixedBy[origin * labels.N + total.Destination] is not { } holder)
                {
                    free.Add(origin);
                    continue;
                }

                taken += flows.Goods(origin, total.Destination);
                rival = holder == total.Source ? rival : holder;
            }

            Share(flows, total, free, total.Value - taken);
            foreach (var origin in free)
            {
                fixedBy[origin * labels.N + total.Destination] = total.Source;
                provenance.SetTotal(origin, total.Destination, total.Origins.Length > 1 ? "scaled:eurostat-eu27" : $"observed:{total.Source}");
            }

            results.Add((total, free.Count == 0 ? rival : ""));
        }

        return results;
    }

    private static void Share(Flows flows, OfficialTotal total, List<int> origins, double value)
    {
        var now = 0.0;
        foreach (var origin in origins)
            now += flows.Goods(origin, total.Destination);
        foreach (var origin in origins)
        {
            var part = origins.Count == 1 ? value : value * flows.Goods(origin, total.Destination) / now;
            var profile = flows.Profile(origin, total.Destination);
            if (Flows.Sum(profile) == 0)
                profile = flows.Exports(origin)[..profile.Length];
            flows.SetGoods(origin, total.Destination, part, profile);
        }
    }
}
