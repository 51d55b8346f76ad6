namespace Samarkand.WorldMaker;

/// <summary>
/// What a state inside the tables' rest of the world exports by sector, as shares: by its own customs' product groups where there are any
/// (within a group as the rest of the world does), else as its donors do.
/// </summary>
internal sealed class ExportMix(Statistics statistics, Flows flows, double[] usual)
{
    /// <summary>The product groups, and the sectors that make their goods.</summary>
    private static readonly (string Group, string[] Sectors)[] Groups =
    [
        ("Animal", ["crp", "frs", "fod"]),
        ("Vegetable", ["crp", "frs"]),
        ("Food Products", ["fod"]),
        ("Minerals", ["ore"]),
        ("Fuels", ["coa", "cru", "gas", "ref"]),
        ("Chemicals", ["chm", "pha"]),
        ("Plastic or Rubber", ["pla"]),
        ("Hides and Skins", ["tex"]),
        ("Wood", ["wod"]),
        ("Textiles and Clothing", ["tex"]),
        ("Footwear", ["tex"]),
        ("Stone and Glass", ["mnr", "nfm"]),
        ("Metals", ["stl", "nfm", "fab"]),
        ("Mach and Elec", ["elc", "eqp", "mac"]),
        ("Transportation", ["mvh", "trn"]),
        ("Miscellaneous", ["mnf", "elc"]),
    ];

    private readonly Labels2021 _labels = flows.Labels;

    /// <summary>Where the shares of a region come from.</summary>
    public string Source(int region) => region == _labels.Remainder ? "imputed:icio-rest" : HasGroups(region) ? "scaled:wits-groups" : "imputed:export-donors";

    public double[] Shares(int region)
    {
        var exports = HasGroups(region) ? ByGroup(region) : ByDonors(region);
        var sum = Flows.Sum(exports);
        for (var k = 0; k < exports.Length; k++)
            exports[k] /= sum;
        return exports;
    }

    private bool HasGroups(int region) => statistics.ExportGroups.ContainsKey((_labels.Regions[region].Code, "Fuels"));

    private double[] ByGroup(int region)
    {
        var exports = new double[_labels.Goods];
        var code = _labels.Regions[region].Code;
        var gas = _labels.Donors[region].Gas ?? 0;
        foreach (var (group, sectors) in Groups)
        {
            var value = statistics.ExportGroups.GetValueOrDefault((code, group)).Value;
            var weights = new double[sectors.Length];
            for (var s = 0; s < sectors.Length; s++)
                weights[s] = usual[_labels.Sector(sectors[s])];
            if (group == "Fuels")
                (weights[1], weights[2]) = ((1 - gas) * (weights[1] + weights[2]), gas * (weights[1] + weights[2]));
            var sum = Flows.Sum(weights);
            for (var s = 0; s < sectors.Length; s++)
                exports[_labels.Sector(sectors[s])] += value * weights[s] / sum;
        }

        return exports;
    }

    private double[] ByDonors(int region)
    {
        var mixed = new double[_labels.Goods];
        foreach (var (donor, weight) in _labels.Donors[region].Exports)
        {
            var exports = flows.Exports(_labels.Find(donor))[..mixed.Length];
            var sum = Flows.Sum(exports);
            for (var k = 0; k < mixed.Length; k++)
                mixed[k] += weight * exports[k] / sum;
        }

        return mixed;
    }
}
