using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>
/// Seven classes of changes in percent, from large losses to large gains, whose limits are round numbers that spread the changes of a
/// map: in a world where one state loses ten percent and the others a thousandth, both can be told from nothing.
/// </summary>
/// <param name="Limits">The sizes at which the classes begin, ascending: a small, a middling and a large change.</param>
internal sealed record MapScale(ImmutableArray<double> Limits)
{
    private const double Least = 0.001;

    /// <summary>The scale of a set of changes.</summary>
    public static MapScale Of(IEnumerable<double> changes)
    {
        double[] sizes = [.. changes.Where(double.IsFinite).Select(Math.Abs).Order()];
        var limits = ImmutableArray.CreateBuilder<double>();
        foreach (var share in new[] { 0.3, 0.65, 0.93 })
        {
            var limit = Round(sizes.Length == 0 ? Least : sizes[(int)(share * (sizes.Length - 1))]);
            limits.Add(limits.Count > 0 && limit <= limits[^1] ? Round(2.2 * limits[^1]) : limit);
        }

        return new MapScale(limits.ToImmutable());
    }

    /// <summary>The class of a change.</summary>
    public string Class(double change)
    {
        var steps = Limits.Count(limit => Math.Abs(change) >= limit);
        return steps == 0 ? "level" : string.Create(CultureInfo.InvariantCulture, $"{(change < 0 ? "loss" : "gain")}-{steps}");
    }

    /// <summary>All classes with their range in percent, from large losses to large gains.</summary>
    public IEnumerable<(string Class, string Range)> Classes()
    {
        yield return ("loss-3", $"below {Signed(-Limits[2])}");
        yield return ("loss-2", $"{Signed(-Limits[2])} to {Signed(-Limits[1])}");
        yield return ("loss-1", $"{Signed(-Limits[1])} to {Signed(-Limits[0])}");
        yield return ("level", $"{Signed(-Limits[0])} to {Signed(Limits[0])}");
        yield return ("gain-1", $"{Signed(Limits[0])} to {Signed(Limits[1])}");
        yield return ("gain-2", $"{Signed(Limits[1])} to {Signed(Limits[2])}");
        yield return ("gain-3", $"above {Signed(Limits[2])}");
    }

    private static string Signed(double value) =>
        (value < 0 ? "\u2212" : "+") + Math.Abs(value).ToString("0.###", CultureInfo.InvariantCulture);

    // The nearest of 1, 2 and 5 times a power of ten, by ratio.
    private static double Round(double size)
    {
        var exponent = Math.Floor(Math.Log10(Math.Max(size, Least)));
        var lead = Math.Max(size, Least) / Math.Pow(10, exponent);
        var digit = lead < Math.Sqrt(2) ? 1 : lead < Math.Sqrt(10) ? 2 : lead < Math.Sqrt(50) ? 5 : 10;
        return exponent < 0 ? digit / Math.Pow(10, -exponent) : digit * Math.Pow(10, exponent);
    }
}
