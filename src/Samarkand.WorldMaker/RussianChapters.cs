namespace Samarkand.WorldMaker;

/// <summary>
/// Step 4, second half: Russia's exports, and its imports, are balanced between partners, whose totals customs publish, and groups of HS
/// chapters, by generalised RAS. Fuels by buyer move least. What customs do not publish by chapter (aircraft, arms, secret codes)
/// is with ships, aircraft and rail, and other manufacturing.
/// </summary>
internal sealed class RussianChapters(Flows flows, Statistics statistics, Provenance provenance)
{
    private static readonly (string[] Sectors, string[] Chapters)[] Groups =
    [
        (["crp", "frs", "fod"], ["01-24"]),
        (["ore", "stl", "nfm", "fab"], ["25", "26", "71", "72", "73", "74", "75", "76", "78", "79", "80", "81", "82", "83"]),
        (["coa", "cru", "gas", "ref"], ["27"]),
        (["pha"], ["30"]),
        (["chm", "pla"], ["28", "29", "31", "32", "33", "34", "35", "36", "37", "38", "39", "40"]),
        (["wod"], ["44", "45", "46", "47", "48", "49"]),
        (["tex"], ["41", "42", "43", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64", "65"]),
        (["mnr"], ["68", "69", "70"]),
        (["elc", "eqp", "mac", "mvh"], ["84", "85", "87", "90", "91"]),
    ];

    /// <summary>What is left of the total: these sectors.</summary>
    private static readonly string[] Left = ["trn", "mnf"];

    private readonly Labels2021 _labels = flows.Labels;
    private readonly int _russia = flows.Labels.Find("RUS");

    public static void Balance(Flows flows, Statistics statistics, Provenance provenance, bool[] fuels)
    {
        var chapters = new RussianChapters(flows, statistics, provenance);
        chapters.BalanceExports(fuels);
        chapters.BalanceImports();
    }

    private void BalanceExports(bool[] fuels) =>
        Balance(j => (_russia, j), chapter => chapter.Export, (k, j) => (byte)(fuels[k * _labels.N + j] ? 1 : 2));

    private void BalanceImports() =>
        Balance(i => (i, _russia), chapter => chapter.Import, (_, _) => 2);

    private void Balance(Func<int, (int From, int To)> pair, Func<(double Export, double Import), double> value, Func<int, int, byte> power)
    {
        var (n, goods) = (_labels.N, _labels.Goods);
        var (cells, powers, rows) = (new double[n * goods], new byte[n * goods], new double[n]);
        for (var partner = 0; partner < n; partner++)
        {
            var (from, to) = pair(partner);
            for (var k = 0; k < goods; k++)
            {
                cells[partner * goods + k] = from == to ? 0 : flows[k, from, to];
                powers[partner * goods + k] = power(k, partner);
            }

            rows[partner] = from == to ? 0 : flows.Goods(from, to);
        }

        var (columnOf, totals) = Totals(Flows.Sum(rows), value);
        var (balanced, error) = WeightedScaling.Of(cells, powers, rows, columnOf, totals);
        if (!(error < 1e-9))
            throw new InvalidOperationException($"The balance of Russia's trade stopped {error} away.");
        for (var partner = 0; partner < n; partner++)
        {
            var (from, to) = pair(partner);
            if (from == to)
                continue;
            flows.SetGoods(from, to, rows[partner], balanced[(partner * goods)..((partner + 1) * goods)]);
            provenance.SetProfile(from, to, provenance[from, to].Profile.StartsWith("observed", StringComparison.Ordinal) ? "corrected:russian-chapters" : provenance[from, to].Profile);
        }
    }

    private (int[] ColumnOf, double[] Totals) Totals(double sum, Func<(double Export, double Import), double> value)
    {
        var all = value(statistics.RussianChapters["TOTAL"]);
        var (columnOf, totals) = (new int[_labels.Goods], new double[Groups.Length + 1]);
        var left = sum;
        for (var g = 0; g < Groups.Length; g++)
        {
            foreach (var sector in Groups[g].Sectors)
                columnOf[_labels.Sector(sector)] = g;
            foreach (var chapter in Groups[g].Chapters)
                totals[g] += value(statistics.RussianChapters[chapter]) * sum / all;
            left -= totals[g];
        }

        foreach (var sector in Left)
            columnOf[_labels.Sector(sector)] = Groups.Length;
        totals[Groups.Length] = left;
        return (columnOf, totals);
    }
}
