using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>What the members of the coalition bear, how they could share it, and what each is worth.</summary>
internal static class CoalitionStudies
{
    // So many that all subsets take no longer than anything else; of more, each is left out by itself.
    private const int FewMembers = 8;

    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering)
    {
        if (bound.Coalition.IsEmpty)
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, "the case names no coalition, so there are no members to compare", "add `coalition`, for instance [EU, USA]"));
        var notes = new List<string>();
        var members = StudyRequest.List(request.Members) is { } names ? CoalitionMember.Named(bound, "members", names, notes.Add) : CoalitionMember.Each(bound);
        var joining = Joiner.Named(bound, "joins", StudyRequest.List(request.Joins) ?? [], notes.Add);
        var question = new CoalitionQuestion(bound, members, joining) { Enumerates = members.Length <= FewMembers, Chunk = 16 };
        return (tell, cancellation) =>
        {
            tell("Sharing the burden", 0, 0);
            var study = CoalitionStudy.Of(question, progress: (done, all) => tell("Subsets of the members", done, all), cancellation: cancellation);
            return new StudyAnswer(
                StudyDocuments.Of(study, null) with { Names = [.. NameGrounds.Of(bound), .. notes] },
                LiveReport.Part(new CoalitionReport(study, posted.Source.Text, []).Page(), "coalition"));
        };
    }
}
