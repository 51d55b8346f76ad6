using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Analyses.Coalitions;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Each member's change of real income before transfers, and the one that all have after them.</summary>
internal sealed record BurdenChart(CoalitionStudy Study, BurdenSharing Shared) : Figure(
    "burden",
    CoalitionTables.Make(CoalitionTables.Burden, Study),
    "Bars of each member's change of real income without transfers, with a line at the change that all have with them.")
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        var world = Study.Question.Case.World;
        var members = Shared.Members.OrderBy(member => member.BeforePct).ToArray();
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", "burden");
        json.WriteStartArray("names");
        foreach (var member in members)
            json.WriteStringValue(world.Name(member.Region));
        json.WriteEndArray();
        WriteNumbers(json, "before", members.Select(member => member.BeforePct));
        WriteNumbers(json, "after", members.Select(member => member.AfterPct));
        WriteNumbers(json, "transfers", members.Select(member => member.TransferMusd));
        json.WriteEndObject();
    }

    protected override XElement Legend() => Element(
        "p",
        Class("legend"),
        Entry("dot before", "real income without transfers"),
        Entry("dot coalition", "with them (hatched)"),
        Element("span", "beside each: what it receives, or pays where below zero, bn USD a year"));
}
