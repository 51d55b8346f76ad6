using System.Collections.Immutable;
using Samarkand.Analyses.Rescue;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>The drawings of who comes to the rescue: the price over severity, and the best stance over severity and affinity.</summary>
internal static class RescueFigures
{
    public const string Curve = "friendship-curve";
    public const string Map = "equilibrium-map";
    public const string HeldMap = "stance-map";

    /// <summary>Those that the answer has; none where nobody asked or the coalition threatens with nothing.</summary>
    public static ImmutableArray<Figure> Of(RescueAnswer? answer)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (answer?.Curve is { } curve && curve.Points.Any(point => double.IsFinite(point.Price.Price)))
            figures.Add(OfCurve(answer, curve));
        if (answer?.Landscape is not null)
            figures.Add(new CellMap(Map, RescueTables.All.Make(Map, answer), "The rescuer's stance in the pure equilibria of the whole game, by severity of secondary sanctions, across, and weight on the target, upwards; it says where there are several equilibria or none, and where others than the rescuer move too.", "severity", "affinity", "outcome"));
        else if (answer?.Map is not null)
            figures.Add(new CellMap(HeldMap, RescueTables.All.Make(HeldMap, answer), "The best stance by severity of secondary sanctions, across, and weight on the target, upwards, the others held at the equilibrium taken.", "severity", "affinity", "stance"));
        return figures.ToImmutable();
    }

    private static CurveChart OfCurve(RescueAnswer answer, SeverityCurve curve)
    {
        var (first, last) = (curve.Points[0].Price.Price, curve.Points[^1].Price.Price);
        var marks = new[] { (Price: 0.0, Text: "pays for itself"), (Price: 1.0, Text: "a dollar for a dollar"), (Price: answer.Affinity, Text: "its weight on the target") }
            .Where(level => curve.Crossing(level.Price) is not null)
            .DistinctBy(level => level.Price)
            .Select(level => new CurveMark(curve.Crossing(level.Price)!.Value, level.Price, level.Text));
        return new CurveChart(
            Curve,
            RescueTables.All.Make(Curve, answer),
            FormattableString.Invariant($"The price of the rescue goes from {first:0.00} without secondary sanctions to {last:0.00} at their full size."),
            "severity",
            "dollars for a dollar",
            [new CurveLine("price", "price of the rescue"), new CurveLine("credibility", "what the coalition pays for each dollar of punishment")])
        {
            Levels = [0, 1],
            Marks = [.. marks],
        };
    }
}
