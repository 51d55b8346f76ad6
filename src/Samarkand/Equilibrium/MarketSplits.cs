namespace Samarkand.Equilibrium;

/// <summary>
/// Markets that a common list splits into parts with equal baseline shares: the free part stays in the sector's block of
/// weights, each listed part is a column of its own. Lists of one market are nested: the shorter lies inside the longer.
/// </summary>
internal sealed unsafe class MarketSplits
{
    private readonly List<Split> _splits = [];
    private int[] _starts = [];

    /// <summary>True where the shock has any.</summary>
    public bool Any => _splits.Count > 0;

    /// <summary>The split markets, ordered by sector. A list, since enumerating an interface would allocate in every sweep.</summary>
    public List<Split> All => _splits;

    /// <summary>Where a sector's markets begin in <see cref="All"/>; they end where the next one's begin.</summary>
    public int Start(int sector) => Any ? _starts[sector] : 0;

    public void Set(IReadOnlyList<ListedBan> bans, Scenario scenario, PackedBaseline packed)
    {
        _splits.Clear();
        if (bans.Count == 0)
            return;
        var markets = new SortedDictionary<(int Sector, int Destination), List<ListedBan>>();
        foreach (var ban in bans)
        {
            foreach (var sector in ban.Flows.Sectors)
            {
                foreach (var destination in ban.Flows.Destinations)
                {
                    var market = (sector.Index, destination.Index);
                    if (!markets.TryGetValue(market, out var listed))
                        markets.Add(market, listed = []);
                    listed.Add(ban);
                }
            }
        }

        foreach (var ((sector, destination), listed) in markets)
            _splits.Add(Make(listed, sector, destination, scenario, packed));
        _starts = [.. Enumerable.Range(0, packed.S + 1).Select(s => _splits.Count(split => split.Sector < s))];
    }

    private static Split Make(List<ListedBan> bans, int sector, int destination, Scenario scenario, PackedBaseline packed)
    {
        var parts = new List<SplitPart>();
        var below = 0.0;
        foreach (var coverage in bans.Select(ban => ban.Coverage).Distinct().Order())
        {
            var (weights, basic) = (new double[packed.N], new double[packed.N]);
            for (var i = 0; i < packed.N; i++)
            {
                weights[i] = scenario.Weights[sector][i * packed.RowN + destination];
                basic[i] = scenario.BasicWeights[sector][i * packed.RowN + destination];
            }

            foreach (var ban in bans.Where(ban => ban.Coverage >= coverage))
            {
                foreach (var origin in ban.Flows.Origins)
                {
                    if (origin.Index != destination)
                        weights[origin.Index] = basic[origin.Index] = 0;
                }
            }

            parts.Add(new SplitPart(coverage - below, weights, basic));
            below = coverage;
        }

        return new Split(sector, destination, 1 - below, [.. parts]);
    }
}

/// <summary>One market (a sector in a destination) with a listed and a free part.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Destination">The destination.</param>
/// <param name="FreeShare">The share of expenditure on the free part.</param>
/// <param name="Parts">The listed parts.</param>
internal sealed record Split(int Sector, int Destination, double FreeShare, SplitPart[] Parts)
{
    /// <summary>Whether an origin still sells some listed part.</summary>
    public bool HasPartOf(int origin) => Array.Exists(Parts, part => part.Weights[origin] > 0);
}

/// <summary>A listed part: its share of expenditure, and its weights by origin, before and after division by the wedges.</summary>
internal sealed class SplitPart(double share, double[] weights, double[] basicWeights)
{
    public double Share => share;

    public double[] Weights => weights;

    public double[] BasicWeights => basicWeights;

    /// <summary>Expenditure over the price sum in the last sweep, million USD.</summary>
    public double Pull { get; set; }
}
