using System.Collections.Immutable;

namespace Samarkand.Import;

/// <summary>The codes by which published tables name final demand.</summary>
internal static class FinalCategories
{
    /// <summary>Those of OECD ICIO, WIOD and ADB, FIGARO, and the plain word; letter case is ignored.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "final",
        "HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR",
        "HC", "P33", "NPS", "INV", "DIRP", "CONS_ABR", "CONS_NONRES",
        "f1", "f2", "f3", "f4", "f5",
        "CONS_h", "CONS_np", "CONS_g", "INVEN", "xCONS_h", "xCONS_np", "xCONS_g", "xGFCF", "xINV",
        "P3_S13", "P3_S14", "P3_S15", "P51G", "P5M", "P52", "P53", "P52_P53",
    ];

    internal static bool IsKnown(string code) => Known.Contains(code, StringComparer.OrdinalIgnoreCase);
}
