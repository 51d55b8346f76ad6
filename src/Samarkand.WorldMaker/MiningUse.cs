namespace Samarkand.WorldMaker;

/// <summary>
/// Who uses coal, crude oil, natural gas and ores: the published tables have one mining sector, so what each user takes of it is divided by
/// this declared rule. Balancing then makes each market clear.
/// </summary>
internal static class MiningUse
{
    /// <summary>The code for final demand.</summary>
    public const string FinalDemand = "final";

    private static readonly double[] Others = [0.1, 0, 0.5, 0.4];

    /// <summary>Shares of coal, crude oil, natural gas and ores, by user.</summary>
    private static readonly Dictionary<string, double[]> Shares = new(StringComparer.Ordinal)
    {
        ["coa"] = [0.8, 0, 0.05, 0.15],
        ["cru"] = [0, 0.7, 0.2, 0.1],
        ["gas"] = [0, 0.1, 0.8, 0.1],
        ["ore"] = [0.05, 0, 0.1, 0.85],
        ["ref"] = [0.04, 0.93, 0.03, 0],
        ["chm"] = [0.05, 0.15, 0.6, 0.2],
        ["mnr"] = [0.15, 0, 0.25, 0.6],
        ["stl"] = [0.4, 0, 0.05, 0.55],
        ["nfm"] = [0.05, 0, 0.05, 0.9],
        ["fab"] = [0.05, 0, 0.15, 0.8],
        ["mnf"] = [0, 0, 0.05, 0.95],
        ["ely"] = [0.4, 0.02, 0.57, 0.01],
        ["con"] = [0, 0, 0, 1],
        [FinalDemand] = [0.1, 0.05, 0.4, 0.45],
    };

    private static readonly string[] Mined = ["coa", "cru", "gas", "ore"];

    /// <summary>The share of a mined good in what a user takes of them; null for another good.</summary>
    public static double? Share(string good, string user) =>
        Array.IndexOf(Mined, good) is >= 0 and var place ? Shares.GetValueOrDefault(user, Others)[place] : null;
}
