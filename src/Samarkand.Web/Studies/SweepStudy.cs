using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>How sure the effects are: draws of what is not known.</summary>
internal static class SweepStudy
{
    private const int MostDraws = 2000;
    private const int UsualDraws = 200;
    // So that a person sees it move.
    private const int Chunk = 25;

    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering)
    {
        EnsembleStudy.CheckPriors(posted.Source);
        var (draws, seed) = (StudyRequest.Within(request.Draws, "draws", 2, MostDraws, UsualDraws), StudyRequest.Within(request.Seed, "seed", 0, int.MaxValue, 1));
        return (tell, cancellation) =>
        {
            var answer = EnsembleStudy.Solve(posted.Source, bound.World, draws, seed, chunk: Chunk, progress: (done, all) => tell("Draws", done, all), cancellation: cancellation);
            string[] toRepeat = [FormattableString.Invariant($"--draws={draws}"), FormattableString.Invariant($"--seed={seed}")];
            return new StudyAnswer(
                StudyDocuments.Of(answer, null) with { Names = [.. NameGrounds.Of(answer.Central)] },
                LiveReport.Part(new EnsembleReport(answer, posted.Source, toRepeat).Page(), "sweep", "grounds"));
        };
    }
}
