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
    ExplanationTables.All.Make(ExplanationTables.Totals, new ExplainedRegions(Explanation, [Region])),
    $"A waterfall from zero to the change of real income of {Name}, a step for each channel.")
{
    /// <inheritdoc/>
    public override Drawing Drawing
    {
        get
        {
            var region = Explanation.Channels[Region.Index];
            var kinds = Enum.GetValues<ChannelKind>().Where(kind => region.Total(kind) != 0).ToArray();
            return new WaterfallDrawing(
                Id,
                [.. kinds.Select(ChannelText.Label), "together: real income"],
                [.. kinds.Select(kind => region.Percent(region.Total(kind))), 100 * (region.RealIncome - 1)],
                [.. kinds.Select(kind => region.Musd(region.Total(kind))), (region.RealIncome - 1) * region.Income]);
        }
    }

    protected override XElement Legend() => Element("p", Class("legend"), Entry("swatch loss-2", "lowers real income"), Entry("swatch gain-2", "raises it"));
}
