using Samarkand.Analyses.Design;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>A design as one self-contained HTML page: words, the frontier, leverage as a heat map, the package, and how to reproduce it.</summary>
/// <param name="Study">The design.</param>
/// <param name="Designed">The package solved as a case.</param>
/// <param name="DesignedText">That case's text.</param>
/// <param name="CaseText">The text of the case that it was designed for.</param>
/// <param name="Overrides">What the command line set, to be repeated.</param>
internal sealed record DesignReport(DesignStudy Study, CaseAnswer Designed, string DesignedText, string CaseText, IReadOnlyList<string> Overrides)
{
    /// <summary>The name of the package as a case in a folder of results.</summary>
    public const string CaseName = "design.yaml";

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder) => Page().WriteTo(folder);

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer) => Page().Write(writer);

    internal Page Page()
    {
        var people = new Cast(Study.Model.Case);
        var figures = DesignFigures.Of(Study);
        return new Page(
            $"Design: {Study.Model.Case.Title}",
            Opening.Header(
                "the design of sanctions",
                "Which bans hurt most for what they cost?",
                $"Designed for the case: {Study.Model.Case.Title}",
                null,
                Study.Model.Case,
                people,
                FormattableString.Invariant($"{Study.Model.Case.Coalition.Length} states")),
            [
                Answer(people),
                .. figures.Select(figure => Section(figure, people)),
                EffectSections.WhoPays(new HtmlReport(Designed, Package(), DesignedText, []), people, withMap: true),
                Reproduce(),
            ],
            PageData.Of(Designed, people, figures));
    }

    private PageSection Answer(Cast people) => PageSection.Of(
        "answer",
        "Answer",
        "The short answer",
        PageSection.Words(DesignText.Of(Study)),
            GroundsSection.Names(Study.Own),
        PageSection.Certificate(Element("strong", "Certificate"), $" {DesignText.Certificate(Study)}."),
        HtmlTable.Of(Package(), people));

    private static PageSection Section(Figure figure, Cast people) => PageSection.Of(
        $"{figure.Id}-section", figure.Id == DesignFigures.FrontierId ? "Frontier" : "Leverage", figure.Table.Title, PageSection.Note(figure.Description), figure.Elements(people));

    private PageSection Reproduce() => Reproduction.Section(
        $"With samarkand {Reproduction.Version}, in the folder of this page; the package runs as a case of its own:",
        $"{Reproduction.Command("design", Study.Own, Overrides)}\nsamarkand run {CaseName}",
        $"The world is {Study.Model.Case.World.About.Name}; manifest.json beside this page has the hashes of the case, the world and every table, and both certificates.",
        Reproduction.Text("The package as a case", DesignedText),
        Reproduction.Text("The case that it was designed for", CaseText));

    private Table Package() => DesignTables.All.Make(DesignTables.PackageName, new DesignResult(Study) { By = LeverageBy.Sector });
}
