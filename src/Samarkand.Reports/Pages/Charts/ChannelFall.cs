using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A waterfall: a region's change of real income, channel by channel.</summary>
internal sealed record ChannelFall(CaseExplanation Explanation, Region Region, string Name) : Figure(
    $"channels-{Explanation.Answer.Case.World.Code(Region)}",
    ExplanationTables.Make(ExplanationTables.Totals, Explanation, [Region]),
    $"A waterfall from zero to the change of real income of {Name}, a step for each channel.")
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        var region = Explanation.Channels[Region.Index];
        var kinds = Enum.GetValues<ChannelKind>().Where(kind => region.Total(kind) != 0).ToArray();
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", "waterfall");
        json.WriteStartArray("names");
        foreach (var kind in kinds)
            json.WriteStringValue(ChannelText.Label(kind));
        json.WriteStringValue("together: real income");
        json.WriteEndArray();
        WriteNumbers(json, "pct", [.. kinds.Select(kind => region.Percent(region.Total(kind))), 100 * (region.RealIncome - 1)]);
        WriteNumbers(json, "musd", [.. kinds.Select(kind => region.Musd(region.Total(kind))), (region.RealIncome - 1) * region.Income]);
        json.WriteEndObject();
    }

    protected override XElement Legend() => Element("p", Class("legend"), Entry("swatch loss-2", "lowers real income"), Entry("swatch gain-2", "raises it"));
}
