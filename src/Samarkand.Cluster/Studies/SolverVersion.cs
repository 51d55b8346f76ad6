using System.Runtime.Intrinsics;
using Samarkand.Core;

namespace Samarkand.Cluster.Studies;

/// <summary>Which solver this process has: results of two that are equal have the same bytes.</summary>
internal static class SolverVersion
{
    /// <summary>The version, the build, and the width of the vectors with which it computes here: wider ones may change last digits.</summary>
    public static string Here { get; } = FormattableString.Invariant($"{Made.Version} build {typeof(Made).Module.ModuleVersionId.ToString("N")[..12]} vectors of {Width} bits");

    private static int Width => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
