using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>
/// Reads how much of the trade a ban covers: a share, or the name of a list of goods that says how much of each sector it reaches. A share before
/// the name, which is how a draw is written, is that on the day of the case, and over time goes with the list.
/// </summary>
internal static class CoverageReader
{
    private const string Key = "coverage";
    private const string FromList = "from-list ";

    /// <summary>The coverage, 1 where nothing is written, and what it comes from on the day on which the case stands; null where it is a share.</summary>
    public static (double Coverage, ListedShare? Listed) Read(Fields fields, FlowScope scope, ReaderState reading)
    {
        if (Parts(fields.Find(Key)) is not var (share, list))
            return (fields.Fraction(Key, Fraction.Share) ?? 1, null);
        var place = fields.PlaceOf(Key)!;
        if (!BanLists.Names.Contains(list))
            reading.Problems.Add(place, $"there is no list `{list}`", NearestName.Hint(list, [.. BanLists.Names]) ?? $"expected one of: {string.Join(", ", BanLists.Names)}");
        else if (scope.Sectors.IsEmpty || BanLists.Coverage(list, [.. scope.Sectors.Select(sector => sector.Text)]) is null)
            reading.Problems.Add(place, $"the list `{list}` says nothing of {(scope.Sectors.IsEmpty ? "all goods together" : string.Join(", ", scope.Sectors.Select(sector => sector.Text).Except(BanLists.SectorsOf(list))))}", $"name `sectors` by the codes that it reaches: {string.Join(", ", BanLists.SectorsOf(list))}");
        else if (new ListedShare(list, [.. scope.Sectors.Select(sector => sector.Text)], reading.AsOf) is var listed)
            return (share is null ? listed.Own : Fraction.Share.Read(new YamlScalar(place, share, false), Key, reading) ?? listed.Own, listed);
        return (1, null);
    }

    /// <summary>The list that a coverage names, after the word for it; null where it is a share.</summary>
    public static string? ListIn(string? text) => text is not null && text.IndexOf(FromList, StringComparison.Ordinal) is >= 0 and var at ? text[at..] : null;

    // The share before the list, or null, and the list.
    private static (string? Share, string List)? Parts(YamlNode? node)
    {
        if (node is not YamlScalar { Text: var text } || ListIn(text) is not { } list)
            return null;
        var share = text[..^list.Length].Trim();
        return (share.Length == 0 ? null : share, list[FromList.Length..].Trim());
    }
}
