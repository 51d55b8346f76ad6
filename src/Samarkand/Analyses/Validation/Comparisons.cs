using Samarkand.Core;

namespace Samarkand.Analyses.Validation;

/// <summary>What can be compared with published or independent results: alone, or with data that may not be shipped.</summary>
internal static class Comparisons
{
    /// <summary>Every comparison, in order; those that need absent data are not run and say what they need.</summary>
    /// <param name="data">A folder with <c>data/</c> and <c>reference/</c> as <c>docs/validation.md</c> lists them, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There is no such folder.</exception>
    public static IEnumerable<Comparison> Run(string? data, CancellationToken cancellation)
    {
        if (data is not null && !Directory.Exists(data))
            throw new Parameter("data").Wrong($"there is no folder {data}", "docs/validation.md says what it has to hold");
        return ClosedForms.Run(cancellation).Concat(ShippedWorlds.Run(cancellation))
            .Concat(KiteSolutions.Run(data is null ? null : Path.Combine(data, "reference", "wiod2011"), cancellation)).Concat(SolutionsOf2014.Run(data, cancellation)).Concat(Nafta.Run(data, cancellation));
    }
}
