using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Controls;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Pages;

/// <summary>Answers the page: a report in parts with the controls of its case, and the report as a file.</summary>
internal sealed class PageAnswers(Answering answering, OpenWorlds worlds)
{
    private readonly Lazy<CaseLeads> _leads = new(() => new CaseLeads([.. ShippedCases.Names.SelectMany(name => Lead(answering, name))]));

    /// <summary>The answers to the cases that ship, a sentence each.</summary>
    public CaseLeads Leads => _leads.Value;

    /// <summary>Writes <c>{"report": ..., "controls": ...}</c>.</summary>
    public void Write(PageQuestion question, Stream stream, CancellationToken cancellation)
    {
        var source = CaseSource.FromText(question.Text, PostedCase.Name, folder: Path.GetTempPath());
        var report = Report(new PostedCase(source), question, cancellation);
        stream.Write("{\"report\":"u8);
        DocumentWriter.Write(question.Whole ? LiveReport.Whole(report) : LiveReport.Quick(report), stream);
        stream.Write(",\"controls\":"u8);
        JsonSerializer.Serialize(stream, ControlsOfCase.Of(source, report.Answer.Case), PageJson.Default.CaseControls);
        stream.Write(",\"world\":"u8);
        JsonSerializer.Serialize(stream, report.Answer.Case.World.About.Name, PageJson.Default.String);
        stream.Write(",\"quote\":"u8);
        JsonSerializer.Serialize(stream, Quote(report.Answer), PageJson.Default.String);
        stream.Write(RescueAnswer.IsAskedBy(report.Answer.Case) ? ",\"asks_for_rescue\":true}"u8 : "}"u8);
    }

    /// <summary>The answer in a sentence that can be quoted, with what it rests on and how exactly it holds.</summary>
    private string Quote(CaseAnswer answer)
    {
        var (bound, largest) = (answer.Case, answer.Equilibrium.Certificate.Largest);
        return string.Create(CultureInfo.InvariantCulture, $"{Wording.Plain(Briefing.Of(answer, most: 1)[0])} (\"{bound.Title}\", solved with Samarkand {Reproduction.Version} on the world {bound.World.About.Name}, sha256 {worlds.Version(bound.World)}; horizon {AnswerDocumentStart.Word(answer.Horizon)}, deficits {AnswerDocumentStart.Word(bound.Closure)}; largest residual {largest:0.0e+0}.)");
    }

    /// <summary>Writes the report as the command line does, one file that needs nothing else.</summary>
    public void WriteFile(PageQuestion question, Stream stream, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Report(PostedCase.Of(question.Text), question with { Whole = true }, cancellation).Write(writer);
    }

    private HtmlReport Report(PostedCase posted, PageQuestion question, CancellationToken cancellation)
    {
        var tables = Solve(posted, withHorizons: question.Whole && question.Against is null);
        if (question.Against is { } pinned)
        {
            var answer = tables.Answer.Against(Solve(PostedCase.Of(pinned, "the pinned case"), withHorizons: false).Answer);
            tables = new CaseTables(answer, question.Whole ? HorizonAnswer.All(answer, cancellation) : []);
        }

        return new HtmlReport(tables.Answer, tables.Horizons.IsEmpty ? new Table(HorizonTable.Name, "", []) : tables.Make(HorizonTable.Name), question.Text, []);

        CaseTables Solve(PostedCase one, bool withHorizons) => answering.Solve(answering.Open(one), withHorizons, cancellation);
    }

    private static IEnumerable<CaseLead> Lead(Answering answering, string name)
    {
        string text;
        try
        {
            var answer = answering.Solve(answering.Open(PostedCase.Of(ShippedCases.Text(name)!)), withHorizons: false, CancellationToken.None).Answer;
            text = Briefing.Of(answer, most: 1)[0];
        }
        catch (InputException)
        {
            yield break;
        }

        yield return new CaseLead(name, text);
    }
}
