using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Names and tags of published tables' sectors, by their codes.</summary>
internal static partial class WideSectors
{
    private static readonly Lazy<ImmutableArray<SectorInfo>> Wiod = new(() => WiodLabels.Read().Sectors);

    /// <summary>
    /// The sector of a code: WIOD's and the ADB's <c>c1</c> to <c>c35</c>; divisions of ISIC Rev. 4, with the letter of their section
    /// (<c>C26</c>) or without (<c>01T02</c>); or divisions of Rev. 3 as in the OECD's edition of 2016 (<c>C30T33XCEQ</c>).
    /// </summary>
    public static SectorInfo Of(string code)
    {
        if (WiodCode().IsMatch(code) && Wiod.Value.FirstOrDefault(sector => sector.Code == code) is { } known)
            return known;
        if (Rev3().Match(code) is { Success: true } third)
            return new SectorInfo(code, code, Rev3Tags(Number(third)));
        if (Rev4().Match(code) is { Success: true } fourth)
            return new SectorInfo(code, code, Rev4Tags(Number(fourth)));
        return new SectorInfo(code, code, code.Length == 1 && code[0] is >= 'A' and <= 'T' ? [code[0] <= 'C' ? "goods" : "services", .. code == "D" ? ["utilities"] : Array.Empty<string>()] : []);
    }

    private static int Number(Match code) => int.Parse(code.Groups["division"].ValueSpan, CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Rev4Tags(int division) => Tags(division < 35, division switch
    {
        5 or 6 or 19 => "energy",
        26 => "electronics",
        28 => "machinery",
        29 or 30 => "vehicles",
        35 => "utilities",
        49 or 50 or 51 or 52 => "transport",
        64 or 65 or 66 => "finance",
        _ => null,
    });

    /// <summary>Mining, which is one sector there, counts as energy, as in <c>wiod-2011</c>.</summary>
    private static ImmutableArray<string> Rev3Tags(int division) => Tags(division < 40, division switch
    {
        10 or 23 => "energy",
        29 => "machinery",
        30 or 31 or 32 => "electronics",
        34 or 35 => "vehicles",
        40 => "utilities",
        >= 60 and <= 63 => "transport",
        >= 65 and <= 67 => "finance",
        _ => null,
    });

    private static ImmutableArray<string> Tags(bool isGood, string? more) => more is null ? [isGood ? "goods" : "services"] : [isGood ? "goods" : "services", more];

    [GeneratedRegex("^c[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex WiodCode();

    [GeneratedRegex("^C(?<division>[0-9]{2})(T[0-9]{2})?X?[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rev3();

    [GeneratedRegex("^[A-T]?(?<division>[0-9]{2})([^0-9].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rev4();
}
