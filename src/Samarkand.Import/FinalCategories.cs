using System.Collections.Immutable;

namespace Samarkand.Import;

/// <summary>The codes by which published tables name final demand.</summary>
public static class FinalCategories
{
    /// <summary>Those of OECD ICIO, WIOD and FIGARO, and the plain word.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "final",
        "HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR",
        "f1", "f2", "f3", "f4", "f5",
        "P3_S13", "P3_S14", "P3_S15", "P51G", "P5M",
    ];
}
