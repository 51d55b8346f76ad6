using System.Collections.Immutable;
using Samarkand.Analyses.Rescue;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages;

/// <summary>
/// The report of an answer as one self-contained HTML page for people: words, charts, tables, what the answer rests on, and how to
/// reproduce it. The page loads nothing from anywhere, and without scripts it still shows every word and number.
/// </summary>
/// <param name="Answer">The answer.</param>
/// <param name="Horizons">Real income of the case's sides by horizon: a label and a number for each horizon.</param>
/// <param name="CaseText">The case file's text, shown in full.</param>
/// <param name="Overrides">What the command line set over the case's own values, and its options about dates.</param>
/// <example>
/// <code>
/// using Samarkand.Cases;
/// using Samarkand.Effects;
/// using Samarkand.Reports.Pages;
/// using Samarkand.Reports.Tables;
///
/// var source = CaseSource.FromFile("cases/west-russia-costs.yaml");
/// var answer = CaseAnswer.Solve(source.Open());
/// var horizons = new CaseTables(answer, HorizonAnswer.All(answer)).Make("horizons");
/// using var page = File.CreateText(Path.Combine(Directory.CreateTempSubdirectory().FullName, HtmlReport.FileName));
/// new HtmlReport(answer, horizons, source.Text, source.Overrides).Write(page);
/// Console.WriteLine("written");
/// </code>
/// </example>
public sealed record HtmlReport(
    CaseAnswer Answer,
    Table Horizons,
    string CaseText,
    IReadOnlyList<string> Overrides)
{
    /// <summary>The name of the page in a folder of results.</summary>
    public const string FileName = "report.html";

    /// <summary>The case month by month, or null.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Who comes to the rescue, or null where nobody asked.</summary>
    public RescueAnswer? Rescue { get; init; }

    internal CaseAnswer? Against => Answer.Other;

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    internal void WriteTo(string folder) => Page().WriteTo(folder);

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer) => Page().Write(writer);

    internal ImmutableArray<PageSection> Sections(Cast people) =>
    [
        BriefSection.Of(this, people),
        AnswerSection.Of(this, people),
        .. RescueSection.Verdict(this, people),
        .. Annex(people).Select(section => section.Annex()),
    ];

    private PageSection[] Annex(Cast people) =>
    [
        EffectSections.WhoPays(this, people, withMap: false),
        EffectSections.Trade(this, people),
        .. RouteSection.Of(this, people),
        .. RescueSection.Details(this, people),
        EffectSections.Output(this, people),
        EffectSections.More(this, people),
        GroundsSection.Of(Answer, people),
        Reproduction.Section("run", Answer, CaseText, Overrides),
    ];

    private Page Page()
    {
        var people = new Cast(Answer.Case);
        return new Page(
            Answer.Case.Title,
            Opening.Header(Answer, people),
            Sections(people),
            PageData.Of(Answer, people, RescueFigures.Of(Rescue)));
    }
}
