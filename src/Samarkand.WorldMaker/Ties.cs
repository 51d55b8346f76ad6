using System.Collections.Immutable;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>
/// What ties the world's states: memberships as of September 2022, those that began by the end of an earlier year, typed from the treaties (<c>memberships.csv</c>), positions in the
/// General Assembly, and what China committed to lend.
/// </summary>
internal static class Ties
{
    private const double Billion = 1e3;

    private static readonly string[] MembershipHeader = ["organisation", "region", "obligation", "since", "source"];

    public static ImmutableArray<Tie> Of(Labels2021 labels, Statistics statistics)
    {
        var ties = ImmutableArray.CreateBuilder<Tie>();
        foreach (var row in RecordTable.Rows("memberships.csv", EmbeddedWorlds.Resource($"{Labels2021.Folder}/memberships.csv"), MembershipHeader))
        {
            if (labels.Find(row[1]) >= 0 && (statistics.Year == WorldYear.Shipped || string.CompareOrdinal(row[3], $"{statistics.Year.Text}-12-31") <= 0))
                ties.Add(new Tie("membership", row[1], row[0], row[2], null, row[3], row[4]));
        }

        foreach (var (state, point) in statistics.IdealPoints)
        {
            if (labels.Find(state) >= 0)
                ties.Add(new Tie("ideal-point", state, "UNGA", "", Math.Round(point, 4), statistics.Year.Text, "Bailey, Strezhnev and Voeten, https://doi.org/10.7910/DVN/LEJUQZ"));
        }

        foreach (var (state, vote) in statistics.VotesOnCrimea)
        {
            if (labels.Find(state) >= 0)
                ties.Add(new Tie("roll-call", state, "A/RES/68/262", "", vote, "2014-03-27", "1 yes, 0 abstention, -1 no, absent states left out: United Nations, on the territorial integrity of Ukraine, https://undocs.org/A/RES/68/262"));
        }

        foreach (var (state, billions) in statistics.ChineseLending)
        {
            if (labels.Find(state) is >= 0 && statistics.Gdp.TryGetValue((state, statistics.Year.Year), out var gdp))
                ties.Add(new Tie("lending", state, "CHN", "", Math.Round(billions * Billion / gdp, 4), "2000 to 2021", "commitments, in USD of 2021, over GDP of 2021: AidData GCDF 3.0, https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-3-0"));
        }

        return ties.ToImmutable();
    }
}
