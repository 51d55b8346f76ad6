using System.Xml.Linq;
using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Shapley values of the instruments, harm and own cost side by side.</summary>
internal sealed record InstrumentBars(CaseExplanation Explanation) : Figure(
    "instruments",
    ExplanationTables.All.Make(ExplanationTables.Instruments, new ExplainedRegions(Explanation, [])),
    "Bars of each instrument's Shapley value in harm to the target and in the coalition's own cost.")
{
    /// <inheritdoc/>
    public override Drawing Drawing => new PairsDrawing(
        Id,
        [.. Explanation.Instruments.Parts.Select(worth => $"{ExplanationTables.What(worth.Part)}{(worth.Part.Name == worth.Part.Kind ? "" : $" · {worth.Part.Label}")}")],
        Table.Numbers("shapley_harm_musd"),
        Table.Numbers("shapley_cost_musd"),
        Table.Numbers("harm_standard_error_musd"),
        Table.Numbers("cost_standard_error_musd"));

    protected override XElement Legend() => Element("p", Class("legend"), Entry("dot target", "harm to the target"), Entry("dot coalition", "the coalition's own cost (hatched)"));
}
