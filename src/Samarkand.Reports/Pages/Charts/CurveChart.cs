using System.Collections.Immutable;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Columns of a table as lines over one that goes from 0 to 1, such as a price over the severity of secondary sanctions.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table, in ascending order of <paramref name="X"/>.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="X">The column from 0 to 1.</param>
/// <param name="YName">What the lines are, with their unit.</param>
/// <param name="Lines">The lines, at most four.</param>
internal sealed record CurveChart(string Id, Table Table, string Description, string X, string YName, ImmutableArray<CurveLine> Lines)
    : Figure(Id, Table, Description)
{
    private static readonly ImmutableArray<string> Signs = ["line first", "line second", "line third", "line fourth"];

    /// <summary>Values to compare the lines with, each a level line.</summary>
    public ImmutableArray<double> Levels { get; init; } = [];

    /// <summary>Points that the drawing names, such as where a line crosses a level.</summary>
    public ImmutableArray<CurveMark> Marks { get; init; } = [];

    /// <inheritdoc/>
    public override Drawing Drawing => new CurveDrawing(
        Id,
        Table.Columns.Single(column => column.Name == X).Heading,
        YName,
        Table.Numbers(X),
        Levels,
        [.. Lines.Select(line => new DrawnLine(line.Name, Table.Numbers(line.Column)) { Low = Bound(line.Band?.Low), High = Bound(line.Band?.High) })],
        Marks);

    private double[]? Bound(string? column) => column is null ? null : Table.Numbers(column);

    protected override XElement Legend() => Element("p", Class("legend"), Lines.Select((line, l) => Entry(Signs[l], line.Name)));
}

/// <summary>A line of a chart.</summary>
/// <param name="Column">Its column; NaN is a gap.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Band">The columns of the least and the most that it could be, or null.</param>
internal sealed record CurveLine(string Column, string Name, (string Low, string High)? Band = null);

/// <summary>A point that a chart names.</summary>
internal sealed record CurveMark(double X, double Y, string Text);
