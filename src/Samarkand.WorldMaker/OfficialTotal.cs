namespace Samarkand.WorldMaker;

/// <summary>An official figure of the year for goods that one region, or the European Union, sold to another.</summary>
/// <param name="Origins">One region, or the members of the European Union.</param>
/// <param name="From">The code of the region or bloc.</param>
/// <param name="Destination">The buyer.</param>
/// <param name="Value">Million USD.</param>
/// <param name="Source">Who says so.</param>
internal sealed record OfficialTotal(int[] Origins, string From, int Destination, double Value, string Source)
{
    /// <summary>Whether it is the sum over several sellers.</summary>
    public bool IsGroup => Origins.Length > 1;

    /// <summary>Every figure, in the order of their rank: Russian customs, the IMF's table of them, Eurostat, the exporter's national table, the importer's.</summary>
    public static List<OfficialTotal> List(Statistics statistics, Labels2021 labels)
    {
        var totals = new List<OfficialTotal>();
        Russian(statistics, labels, totals);
        European(statistics, labels, totals);
        National(statistics.NationalExports, labels, (state, partner) => (state, partner), totals);
        National(statistics.NationalImports, labels, (state, partner) => (partner, state), totals);
        return totals;
    }

    private static void Russian(Statistics statistics, Labels2021 labels, List<OfficialTotal> totals)
    {
        var russia = labels.Find("RUS");
        foreach (var (partner, value) in statistics.RussianExports)
            totals.Add(new OfficialTotal([russia], "RUS", labels.Find(partner), value, "russian-customs"));
        foreach (var (partner, value) in statistics.RussianImports)
            totals.Add(new OfficialTotal([labels.Find(partner)], partner, russia, value, "russian-customs"));
        if (!statistics.Year.HasImf)
            return;
        foreach (var (partner, value) in ByRegion(statistics.RussianExportsOfImf, labels))
            totals.Add(new OfficialTotal([russia], "RUS", partner, value, "imf"));
        foreach (var (partner, value) in ByRegion(statistics.RussianImportsOfImf, labels))
            totals.Add(new OfficialTotal([partner], labels.Regions[partner].Code, russia, value, "imf"));
    }

    /// <summary>The IMF's table has every partner; those that are no region add up to the remainder.</summary>
    private static IEnumerable<(int Partner, double Value)> ByRegion(SortedDictionary<string, double> table, Labels2021 labels)
    {
        var byRegion = new double[labels.N];
        foreach (var (partner, value) in table)
            byRegion[labels.Find(partner) is var known and >= 0 ? known : labels.Remainder] += value;
        return Enumerable.Range(0, labels.N).Where(region => labels.Regions[region].Code != "RUS").Select(region => (region, byRegion[region]));
    }

    private static void European(Statistics statistics, Labels2021 labels, List<OfficialTotal> totals)
    {
        foreach (var ((member, partner), value) in statistics.MemberExports)
            totals.Add(new OfficialTotal([labels.Find(member)], member, labels.Find(partner), value, "eurostat"));
        var members = labels.Members("EU");
        var elsewhere = 0.0;
        foreach (var (partner, value) in statistics.EuropeanExports)
        {
            if (labels.Find(partner) is var j and >= 0)
                totals.Add(new OfficialTotal([.. members.Where(member => member != j)], "EU", j, value, "eurostat"));
            else
                elsewhere += value;
        }

        totals.Add(new OfficialTotal(members, "EU", labels.Remainder, elsewhere, "eurostat"));
    }

    private static void National(
        SortedDictionary<(string State, string Partner), double> table, Labels2021 labels, Func<int, int, (int From, int To)> direction, List<OfficialTotal> totals)
    {
        foreach (var state in table.Keys.Select(key => key.State).Distinct())
        {
            var reporter = labels.Find(state);
            var byPartner = new double[labels.N];
            foreach (var ((of, partner), value) in table)
            {
                if (of == state)
                    byPartner[labels.Find(partner) is var known and >= 0 ? known : labels.Remainder] += value;
            }

            for (var partner = 0; partner < labels.N; partner++)
            {
                if (partner == reporter)
                    continue;
                var (from, to) = direction(reporter, partner);
                totals.Add(new OfficialTotal([from], labels.Regions[from].Code, to, byPartner[partner], $"national-table-{state}"));
            }
        }
    }
}
