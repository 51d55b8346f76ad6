using System.Globalization;
using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Reports a table that does not balance, or repairs it and says what was changed.</summary>
internal sealed class Repair(Flows flows, WorldLabels labels, string source, List<string> notes, ProblemList problems)
{
    private const int Shown = 10;
    private const double Rounding = 1e-9;

    /// <summary>Fits the flows to their totals.</summary>
    /// <param name="totals">What they must add up to.</param>
    /// <param name="gaps">Where they do not.</param>
    /// <param name="balance">Whether to repair instead of reporting.</param>
    public void FitTotals(Totals totals, List<TotalGap> gaps, bool balance)
    {
        if (gaps.Count == 0)
            return;
        if (!balance)
        {
            foreach (var gap in gaps.Take(Shown))
            {
                var repair = gap.Sum == 0 ? "give the table rows for them, since zeros cannot be scaled" : $"repair the whole table with {new Parameter("balance")}, which starts by scaling them by {Number(gap.Total / gap.Sum)}";
                problems.Add(source, 0, 0, Text(gap, totals), $"correct them by {Number(gap.Missing)}, or {repair}");
            }

            if (gaps.Count > Shown)
                problems.Add(source, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {gaps.Count - Shown} more totals are missed"));
            return;
        }

        foreach (var gap in gaps.Where(gap => gap.Sum == 0))
            problems.Add(source, 0, 0, Text(gap, totals), "zeros cannot be scaled: give the table a row for them, or set the total to 0");
        if (!problems.IsEmpty)
            return;
        var (trade, inputs, final) = ((double[])flows.Trade.Clone(), (double[])flows.Inputs.Clone(), (double[])flows.Final.Clone());
        var left = FlowBalancing.Fit(flows, totals);
        if (left > WorldBalance.Tolerance)
        {
            problems.Add(source, 0, 0, string.Create(CultureInfo.InvariantCulture, $"cannot be balanced: after scaling, a total is still missed by {left:G3} of it"), $"the zeros of the table contradict {totals.Source}; the worst total was: {Text(gaps[0], totals)}");
            return;
        }

        notes.Add(string.Create(CultureInfo.InvariantCulture, $"balanced by RAS: {gaps.Count} totals were missed, the worst by {Math.Abs(gaps[0].Missing):G6} million USD ({labels.Name(gaps[0].Cell)}, {gaps[0].What})"));
        notes.Add("balanced by RAS: " + new Changes(labels).Of(trade, flows.Trade, inputs, flows.Inputs, final, flows.Final));
    }

    /// <summary>Where a region-sector's inputs cost more than its output: scales them, and adds what is taken away to final demand.</summary>
    public void ValueAdded(bool repair)
    {
        var (sales, costs) = (flows.Sales(), flows.InputCosts());
        var (count, moved, shown) = (0, 0.0, 0);
        for (var cell = 0; cell < costs.Length; cell++)
        {
            if (costs[cell] - sales[cell] <= Rounding * costs[cell])
                continue;
            var kept = (1 - WiodImport.LeastValueAddedShare) * sales[cell] / costs[cell];
            count++;
            if (repair)
                moved += Move(cell, kept);
            else if (shown++ < Shown)
                problems.Add(source, 0, 0, $"{labels.Name(cell)} has negative value added: it sells {Number(sales[cell])} and its inputs cost {Number(costs[cell])} million USD", $"lower its inputs by {Number(costs[cell] - sales[cell])} or more, or give {new Parameter("balance")}, which scales them by {Number(kept)} and moves the rest to final demand");
        }

        if (repair && count > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} region-sectors had negative value added: their inputs were scaled until value added is {WiodImport.LeastValueAddedShare} of output, and {moved:N0} million USD went to final demand"));
        else if (count > shown)
            problems.Add(source, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {count - shown} more region-sectors have negative value added"));
    }

    private double Move(int cell, double kept)
    {
        var (region, sector, moved) = (cell / flows.Sectors, cell % flows.Sectors, 0.0);
        for (var input = 0; input < flows.Sectors; input++)
        {
            ref var cost = ref flows.Inputs[flows.Input(region, input, sector)];
            flows.Final[flows.Cell(region, input)] += cost - kept * cost;
            moved += cost - kept * cost;
            cost *= kept;
        }

        return moved;
    }

    private string Text(TotalGap gap, Totals totals) => gap.What == "sales"
        ? $"{labels.Name(gap.Cell)}: its sales add up to {Number(gap.Sum)}, its output is {Number(gap.Total)} million USD by {Path.GetFileName(totals.Source)}"
        : $"{labels.Name(gap.Cell)}: its inputs add up to {Number(gap.Sum)}, its output less value added is {Number(gap.Total)} million USD by {Path.GetFileName(totals.Source)}";

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
