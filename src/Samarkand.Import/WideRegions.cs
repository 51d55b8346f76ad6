using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Samarkand.Import;

/// <summary>What becomes of the codes by which published wide tables name their regions.</summary>
internal static partial class WideRegions
{
    /// <summary>The ADB's codes, and WIOD's, where they differ from ISO 3166.</summary>
    private static readonly FrozenDictionary<string, string> OwnCodes = """
        BAN BGD, BHU BTN, BRU BRN, CAM KHM, DEN DNK, FIJ FJI, GER DEU, INO IDN, IRE IRL, KUW KWT, MAL MYS, MLD MDV, MON MNG, NEP NPL, NET NLD,
        PHI PHL, POR PRT, PRC CHN, ROM ROU, ROW ROW, RoW ROW, SIN SGP, SPA ESP, SRI LKA, SWI CHE, TAP TWN, UAE ARE, UKG GBR, VIE VNM
        """.Split([' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The ISO code for one of the ADB's or WIOD's.</summary>
    public static string Iso(string code) => OwnCodes.GetValueOrDefault(code, code);

    /// <summary>The state of which a region of the OECD's tables is a part: they split China and Mexico by the kind of producer.</summary>
    public static string Whole(string code) => Part().IsMatch(code) ? code.StartsWith("CN", StringComparison.Ordinal) || code.StartsWith("CHN", StringComparison.Ordinal) ? "CHN" : "MEX" : code;

    [GeneratedRegex(@"^((CN|MX)[1-9]|(CHN|MEX)\.[A-Z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
