using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>Who comes to the target's rescue: the game of stances.</summary>
internal static class RescueStudy
{
    private const int MostDraws = 1000;

    public static StudyWork Begin(PostedCase posted, BoundCase bound, StudyRequest request, Answering answering)
    {
        if (!RescueAnswer.IsAskedBy(bound))
            throw new ApiException(422, "no-rescuer", "Nobody is asked about", "the case asks about no state that may come to the rescue", "write `question: { rescuer: CHN }`, and what that state may do under `players`");
        var asked = new RescueRequest { Draws = StudyRequest.Within(request.Draws, "draws", 0, MostDraws, RescueRequest.DefaultDraws), Seed = StudyRequest.Within(request.Seed, "seed", 0, int.MaxValue, 1) };
        return (tell, cancellation) =>
        {
            var tables = answering.Solve(bound, withHorizons: true, cancellation);
            tables = tables with { Rescue = RescueAnswer.Solve(posted.Source, bound, asked, tell, cancellation) };
            var document = CaseDocuments.Report(tables, null, isFull: true) with { Names = [.. NameGrounds.Of(tables.Answer)] };
            var more = RescueTables.All.Select(table => table.Make(tables.Rescue)).Where(table => table.RowCount > 0 && document.Tables.All(one => one.Name != table.Name));
            return new StudyAnswer(
                document with { Tables = [.. document.Tables, .. more.Select(table => new TableDocument(table))] },
                LiveReport.Rescue(new HtmlReport(tables.Answer, tables.Make(HorizonTable.Name), "", []) { Rescue = tables.Rescue }));
        };
    }
}
