using System.Collections.Immutable;
using Samarkand.Analyses.Design;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>The drawings of a design.</summary>
internal static class DesignFigures
{
    public const string FrontierId = "frontier";
    public const string LeverageId = "leverage";

    public static ImmutableArray<Figure> Of(DesignStudy study) => study.Points.IsEmpty ? [Leverage(study)] : [Frontier(study), Leverage(study)];

    private static CurveChart Frontier(DesignStudy study)
    {
        var marks = ImmutableArray.CreateBuilder<CurveMark>();
        var (package, areClose) = (study.Chosen.Package, Math.Abs(study.Chosen.Package.Cost - study.OwnCost) < 0.03 * study.Full.Cost && Math.Abs(study.Chosen.Package.Harm - study.OwnHarm) < 0.03 * study.Full.Harm);
        if (!areClose)
            Mark("the case", study.OwnCost, study.OwnHarm);
        Mark(areClose ? "the package, near the case" : "the package", package.Cost, package.Harm);
        return new CurveChart(
            FrontierId,
            DesignTables.All.Make(DesignTables.FrontierName, new DesignResult(study) { By = LeverageBy.Sector }),
            FormattableString.Invariant($"What the target loses over what the coalition pays, from nothing to the {study.Full.Cost / 1000:0.0} bn USD a year of a full ban: the frontier, the uniform ban of the same cost, and as points the case as it stands and the package."),
            "cost_share",
            "target's loss, percent of income",
            [new CurveLine("target_loss_pct", "The frontier"), new CurveLine("uniform_target_loss_pct", "The same share of everything")])
        {
            Marks = marks.ToImmutable(),
        };

        void Mark(string name, double cost, double harm)
        {
            if (cost >= 0 && cost <= study.Full.Cost)
                marks.Add(new CurveMark(cost / study.Full.Cost, 100 * harm / study.TargetIncome, name));
        }
    }

    private static HeatMap Leverage(DesignStudy study) => new(
        LeverageId,
        DesignTables.All.Make(DesignTables.LeverageName, new DesignResult(study) { By = LeverageBy.Sector }),
        "Dollars of harm to the target for each dollar of own cost, for the first percent of a ban, by sector and direction. Darker is more. Where the coalition gains by a ban, or the target does, the cell says so.",
        "direction",
        "sector",
        "harm_per_cost",
        "reading");
}
