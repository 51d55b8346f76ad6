using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Web.Studies;

/// <summary>Who depends on whom: a pair, or every pair of a bloc, before and under the sanctions of a case.</summary>
internal static class DependenceStudies
{
    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering) => Begin(bound.World, bound, request);

    /// <summary>The same of a world without a case.</summary>
    public static StudyWork Begin(World world, BoundCase? bound, StudyRequest request)
    {
        var notes = new List<string>();
        var (question, people) = (new DependenceQuestion(world, bound), bound is null ? new Cast(world) : new Cast(bound));
        if (!string.IsNullOrWhiteSpace(request.Matrix))
        {
            var regions = PairArguments.Members(world, "matrix", request.Matrix, notes.Add);
            return (tell, cancellation) => Answer(question.Matrix(regions, null, tell, cancellation));
        }

        if (string.IsNullOrWhiteSpace(request.One) || string.IsNullOrWhiteSpace(request.Two))
            throw new ApiException(400, "pair", "Whose dependence?", "two regions are missing", "give one and two, such as RUS and CHN, or a bloc as matrix");
        var (one, two) = PairArguments.Pair(world, ("one", request.One), ("two", request.Two), notes.Add);
        return (tell, cancellation) =>
        {
            tell("Cutting trade", 0, 0);
            return Answer(question.Pair(one, two, null, cancellation));
        };

        StudyAnswer Answer(AnswerDocument document)
        {
            document = document with { Names = [.. notes] };
            return new StudyAnswer(document, LiveReport.Part(new DependenceReport(document, world, people).Page(), "dependence"));
        }
    }
}
