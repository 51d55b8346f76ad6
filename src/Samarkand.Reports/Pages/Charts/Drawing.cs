using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>What the page's scripts draw of a figure; <c>kind</c> says how.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BurdenDrawing), "burden")]
[JsonDerivedType(typeof(CellsDrawing), "cells")]
[JsonDerivedType(typeof(CurveDrawing), "curve")]
[JsonDerivedType(typeof(HeatDrawing), "heat")]
[JsonDerivedType(typeof(IntervalsDrawing), "intervals")]
[JsonDerivedType(typeof(PairsDrawing), "pairs")]
[JsonDerivedType(typeof(SharesDrawing), "shares")]
[JsonDerivedType(typeof(WaterfallDrawing), "waterfall")]
internal abstract record Drawing(string Id);

/// <summary>Two bars and a label for each name.</summary>
internal sealed record BurdenDrawing(string Id, string[] Names, double[] Before, double[] After, double[] Transfers) : Drawing(Id);

/// <summary>Cells over two axes, each in a category.</summary>
internal sealed record CellsDrawing(string Id, string XName, string YName, ImmutableArray<string> Categories, string[] Letters, Cell[] Cells) : Drawing(Id);

/// <summary>A cell, in the category of that place in the list.</summary>
internal readonly record struct Cell(double X, double Y, int Category);

/// <summary>Lines over an axis from 0 to 1.</summary>
internal sealed record CurveDrawing(string Id, string XName, string YName, double[] X, ImmutableArray<double> Levels, DrawnLine[] Lines, ImmutableArray<CurveMark> Marks) : Drawing(Id);

/// <summary>A line, with the band around it where there is one.</summary>
internal sealed record DrawnLine(string Name, double[] Values)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Low { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? High { get; init; }
}

/// <summary>Shaded cells with a number in each; labels that stand on both axes have the same order on both.</summary>
internal sealed record HeatDrawing(string Id, string ValueName, string[] Xs, HeatCell[] Cells) : Drawing(Id);

/// <summary>A shaded cell, and what its number means in words.</summary>
internal sealed record HeatCell(string X, string Y, string Reading, double Value);

/// <summary>A band for each row, from percentiles.</summary>
internal sealed record IntervalsDrawing(string Id, string XName, DrawnRow[] Rows, double[] P5, double[] P25, double[] P50, double[] P75, double[] P95, double[] CaseValue) : Drawing(Id);

/// <summary>The name of a row, and the side on which it stands.</summary>
internal sealed record DrawnRow(string Name, string Side);

/// <summary>Two amounts with their errors for each name.</summary>
internal sealed record PairsDrawing(string Id, string[] Names, double[] Harm, double[] Cost, double[] HarmError, double[] CostError) : Drawing(Id)
{
    /// <summary>What the two amounts are called, where it is not harm and cost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Labels { get; init; }
}

/// <summary>A share of a whole for each name, with its error.</summary>
internal sealed record SharesDrawing(string Id, string XName, string Side, string[] Names, double[] Shares, double[] Errors) : Drawing(Id);

/// <summary>A step for each name, from nothing to the sum.</summary>
internal sealed record WaterfallDrawing(string Id, string[] Names, double[] Pct, double[] Musd) : Drawing(Id);
