using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Shapley values of the instruments, harm and own cost side by side.</summary>
internal sealed record InstrumentBars(CaseExplanation Explanation) : Figure(
    "instruments",
    ExplanationTables.Make(ExplanationTables.Instruments, Explanation, []),
    "Bars of each instrument's Shapley value in harm to the target and in the coalition's own cost.")
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", "pairs");
        json.WriteStartArray("names");
        foreach (var worth in Explanation.Instruments.Parts)
            json.WriteStringValue($"{ExplanationTables.What(worth.Part)}{(worth.Part.Name == worth.Part.Kind ? "" : $" · {worth.Part.Label}")}");
        json.WriteEndArray();
        foreach (var (name, column) in (ReadOnlySpan<(string, string)>)[("harm", "shapley_harm_musd"), ("cost", "shapley_cost_musd"), ("harm_error", "harm_standard_error_musd"), ("cost_error", "cost_standard_error_musd")])
            WriteNumbers(json, name, Numbers(column));
        json.WriteEndObject();
    }

    protected override XElement Legend() => Element("p", Class("legend"), Entry("dot target", "harm to the target"), Entry("dot coalition", "the coalition's own cost (hatched)"));
}
