using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads how much of the trade a ban covers: a share, or the name of a list of goods that says how much of each sector it reaches.</summary>
internal static class CoverageReader
{
    private const string Key = "coverage";
    private const string FromList = "from-list ";

    /// <summary>The coverage, 1 where nothing is written, and the list that it comes from, or null.</summary>
    public static (double Coverage, string? List) Read(Fields fields, FlowScope scope, ReaderState reading)
    {
        if (ListOf(fields.Find(Key)) is not { } list)
            return (fields.Fraction(Key, Fraction.Share) ?? 1, null);
        var place = fields.PlaceOf(Key)!;
        if (!BanLists.Names.Contains(list))
            reading.Problems.Add(place, $"there is no list `{list}`", NearestName.Hint(list, [.. BanLists.Names]) ?? $"expected one of: {string.Join(", ", BanLists.Names)}");
        else if (scope.Sectors.IsEmpty || BanLists.Coverage(list, [.. scope.Sectors.Select(sector => sector.Text)]) is not { } coverage)
            reading.Problems.Add(place, $"the list `{list}` says nothing of {(scope.Sectors.IsEmpty ? "all goods together" : string.Join(", ", scope.Sectors.Select(sector => sector.Text).Except(BanLists.SectorsOf(list))))}", $"name `sectors` by the codes that it reaches: {string.Join(", ", BanLists.SectorsOf(list))}");
        else
            return (coverage, list);
        return (1, list);
    }

    /// <summary>The list that a coverage names; null where it is a share.</summary>
    public static string? ListOf(YamlNode? node) =>
        node is YamlScalar { Text: var text } && text.StartsWith(FromList, StringComparison.Ordinal) ? text[FromList.Length..].Trim() : null;
}
