using System.Xml.Linq;
using Samarkand.Analyses.Coalitions;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Two amounts for each member of a coalition, side by side.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Study">The coalition.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="First">The heading of the first amount, which is the target's.</param>
/// <param name="Second">The heading of the second, which is the coalition's.</param>
/// <param name="Values">The amounts with their standard errors, million USD a year.</param>
internal sealed record MemberBars(
    string Id, CoalitionStudy Study, string Description, string First, string Second, Func<MemberWorth, ((double Value, double Error) First, (double Value, double Error) Second)> Values)
    : Figure(Id, CoalitionTables.MembersForPeople(Study), Description)
{
    /// <summary>Shapley values of harm and own cost.</summary>
    public static MemberBars Shapley(CoalitionStudy study) => new(
        "members",
        study,
        "Bars of each member's Shapley value in harm to the target and in the coalition's own cost.",
        "harm to the target",
        "the coalition's own cost",
        worth => ((worth.HarmShapley, worth.StandardError), (worth.CostShapley, worth.CostStandardError)));

    /// <summary>What happens when each leaves by itself.</summary>
    public static MemberBars Leaving(CoalitionStudy study)
    {
        var whole = study.Whole.Harm;
        return new MemberBars(
            "leaving",
            study,
            "Bars of what the target would lose less without each member, and of what that member would gain by leaving.",
            "what the target would be spared",
            "what the member would gain",
            worth => ((whole - worth.TargetLossWithout, 0), (worth.OwnGainByLeaving, 0)));
    }

    /// <inheritdoc/>
    public override Drawing Drawing
    {
        get
        {
            var world = Study.Question.Case.World;
            var rows = Study.Members.Select(worth => (worth.Member.Name, Values: Values(worth))).OrderByDescending(row => row.Values.First.Value).ToArray();
            return new PairsDrawing(
                Id,
                [.. rows.Select(row => world.Regions.FirstOrDefault(region => region.Code == row.Name)?.Name ?? row.Name)],
                [.. rows.Select(row => row.Values.First.Value)],
                [.. rows.Select(row => row.Values.Second.Value)],
                [.. rows.Select(row => row.Values.First.Error)],
                [.. rows.Select(row => row.Values.Second.Error)])
            {
                Labels = [First, Second],
            };
        }
    }

    protected override XElement Legend() => Element("p", Class("legend"), Entry("dot target", First), Entry("dot coalition", $"{Second} (hatched)"));
}
