namespace Samarkand.Worlds.Samarkand2021;

/// <summary>The choices made where data are missing, so that others can be tried.</summary>
/// <param name="Name">What the choice is, in words.</param>
/// <param name="Donor">The donor of a region, given the one of the main world; what it returns replaces it.</param>
internal sealed record Imputation(string Name, Func<Donors, Donors> Donor)
{
    /// <summary>The donors of <c>regions.csv</c>.</summary>
    public static Imputation Main { get; } = new("the main donors", donors => donors);

    /// <summary>Every region without tables of its own is like the average of the rest of the world.</summary>
    public static Imputation RestOfWorldTechnology { get; } = new(
        "technology of the rest of the world for every region without tables",
        donors => donors.Technology.Length == 0 ? donors : donors with { Technology = "ROW" });

    /// <summary>A neighbour by income and size instead of one by history.</summary>
    public static Imputation OtherDonors { get; } = new(
        "other donors: MEX for technology, TUR for imports",
        donors => donors with
        {
            Technology = donors.Technology.Length == 0 ? "" : "MEX",
            Imports = donors.Imports.Length == 0 ? "" : "TUR",
        });

    /// <summary>Oil and manufactures, half each.</summary>
    public static Imputation PlainExports { get; } = new(
        "exports by sector like those of Kazakhstan and Turkey, half each, wherever customs do not show them",
        donors => donors with { Exports = donors.Exports.IsEmpty ? [] : [("KAZ", 0.5), ("TUR", 0.5)] });

    public Labels2021 Apply(Labels2021 labels) =>
        labels with { Donors = [.. labels.Donors.Select(donors => Donor(donors))] };
}
