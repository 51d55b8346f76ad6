using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>Which bans hurt most for each dollar that they cost.</summary>
internal static class DesignStudies
{
    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering)
    {
        var (budget, harm) = (Given(request.Budget), Given(request.Harm));
        if (budget is not null && harm is not null)
            throw new ApiException(400, "design", "Two questions", "budget asks for the most harm, and harm for the least cost", "give one of the two");
        var baseline = bound.BaselineAt(bound.Horizon);
        var question = new DesignQuestion
        {
            Budget = budget is null ? null : DesignArguments.Amount("budget", budget, bound.Coalition.Sum(baseline.Income)),
            Harm = harm is null ? null : DesignArguments.Amount("harm", harm, baseline.Income(bound.Target)),
        };
        return (tell, cancellation) =>
        {
            var own = answering.Solve(bound, withHorizons: false, cancellation).Answer;
            var study = DesignStudy.Solve(own, question, tell, cancellation);
            var (text, answer) = DesignCase.Make(study, cancellation);
            return new StudyAnswer(
                StudyDocuments.Of(study, LeverageBy.Sector, answer, text, null) with { Names = [.. NameGrounds.Of(bound)] },
                LiveReport.Part(new DesignReport(study, answer, text, posted.Source.Text, []).Page(), "design", "pays"));
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
