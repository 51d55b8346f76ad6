using System.Xml.Linq;
using Samarkand.Analyses.Coalitions;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Each member's change of real income before transfers, and the one that all have after them.</summary>
internal sealed record BurdenChart(CoalitionStudy Study, BurdenSharing Shared) : Figure(
    "burden",
    CoalitionTables.All.Make(CoalitionTables.Burden, Study),
    "Bars of each member's change of real income without transfers, with a line at the change that all have with them.")
{
    /// <inheritdoc/>
    public override Drawing Drawing
    {
        get
        {
            var world = Study.Question.Case.World;
            var members = Shared.Members.OrderBy(member => member.BeforePct).ToArray();
            return new BurdenDrawing(
                Id,
                [.. members.Select(member => world.Name(member.Region))],
                [.. members.Select(member => member.BeforePct)],
                [.. members.Select(member => member.AfterPct)],
                [.. members.Select(member => member.TransferMusd)]);
        }
    }

    protected override XElement Legend() => Element(
        "p",
        Class("legend"),
        Entry("dot before", "real income without transfers"),
        Entry("dot coalition", "with them (hatched)"),
        Element("span", "beside each: what it receives, or pays where below zero, bn USD a year"));
}
