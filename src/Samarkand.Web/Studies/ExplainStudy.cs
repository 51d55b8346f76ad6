using System.Collections.Immutable;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Web.Studies;

/// <summary>Which instrument does what, and by which channels.</summary>
internal static class ExplainStudy
{
    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering)
    {
        var notes = new List<string>();
        var asked = StudyRequest.List(request.Regions) is { } names ? CaseExplanation.Named(bound.World, "regions", names, notes.Add) : (ImmutableArray<Region>?)null;
        return (tell, cancellation) =>
        {
            var explanation = CaseExplanation.Of(bound, progress: (done, all) => tell("Subsets of the instruments", done, all), cancellation: cancellation);
            var regions = asked ?? explanation.Protagonists;
            return new StudyAnswer(
                StudyDocuments.Of(explanation, regions, null) with { Names = [.. NameGrounds.Of(explanation.Answer), .. notes] },
                LiveReport.Part(new ExplanationReport(explanation, regions, posted.Source.Text, []).Page(), "explain"));
        };
    }
}
