using System.Text;
using System.Xml.Linq;
using Samarkand.Analyses.Design;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
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
public sealed record DesignReport(DesignStudy Study, CaseAnswer Designed, string DesignedText, string CaseText, IReadOnlyList<string> Overrides)
{
    /// <summary>The name of the package as a case in a folder of results.</summary>
    public const string CaseName = "design.yaml";

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder)
    {
        using var file = new StreamWriter(Path.Combine(folder, HtmlReport.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(file);
    }

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer)
    {
        var people = new Cast(Study.Model.Case);
        var figures = DesignFigures.Of(Study);
        var report = new HtmlReport(Designed, DesignTables.Make(DesignTables.PackageName, Study, LeverageBy.Sector), DesignedText, []);
        Page.Write(
            $"Design: {Study.Model.Case.Title}",
            [Header(people), Navigation(), Answer(people), .. figures.Select(figure => Section(figure, people)), EffectSections.WhoPays(report, people), Reproduce()],
            ChartData.Of(report, people, figures),
            WorldMap.Of(Designed) is not null,
            writer);
    }

    private XElement Header(Cast people) => Element(
        "header",
        Element("a", Class("skip"), Attribute("href", "#answer"), "Skip to the answer"),
        Element("p", Class("kicker"), "Samarkand · the design of sanctions"),
        Element("h1", "Which bans hurt most for what they cost?"),
        Element("p", Class("question"), $"Designed for the case: {Study.Model.Case.Title}"),
        Element(
            "dl",
            Class("facts"),
            Fact("Target", people.TargetName),
            Fact("Coalition", FormattableString.Invariant($"{Study.Model.Case.Coalition.Length} states")),
            Fact("World", Study.Model.Case.World.About.Name),
            Fact("Horizon", Study.Model.Case.Horizon.ToString().ToLowerInvariant()),
            Fact("Deficits", Study.Model.Case.Closure.ToString().ToLowerInvariant())));

    private XElement Navigation() => Element(
        "nav",
        Attribute("aria-label", "Sections"),
        Link("answer", "Answer"),
        Study.Points.IsEmpty ? null : Link($"{DesignFigures.FrontierId}-section", "Frontier"),
        Link($"{DesignFigures.LeverageId}-section", "Leverage"),
        Link("pays", "Who pays"),
        Link("reproduce", "Reproduce"));

    private static XElement Link(string id, string text) => Element("a", Attribute("href", $"#{id}"), text);

    private XElement Answer(Cast people)
    {
        var lines = DesignText.Of(Study);
        return Element(
            "section",
            Attribute("id", "answer"),
            Element("h2", "The short answer"),
            Element("p", Class("lead"), lines[0]),
            lines.Skip(1).Select(line => Element("p", line)),
            GroundsSection.Names(Study.Own),
            Element("div", Class("certificate"), Element("p", Element("strong", "Certificate"), $" {DesignText.Certificate(Study)}.")),
            HtmlTable.Of(DesignTables.Make(DesignTables.PackageName, Study, LeverageBy.Sector), people));
    }

    private static XElement Section(Figure figure, Cast people) => Element(
        "section",
        Attribute("id", $"{figure.Id}-section"),
        Element("h2", figure.Table.Title),
        Element("p", Class("note"), figure.Description),
        figure.Elements(people));

    private XElement Reproduce() => Element(
        "section",
        Attribute("id", "reproduce"),
        Element("h2", "How to reproduce this"),
        Element("p", $"With samarkand {Reproduction.Version}, in the folder of this page; the package runs as a case of its own:"),
        Element("pre", Class("command"), Element("code", $"samarkand design {ResultFolder.Case} {string.Join(' ', Overrides.Select(Word))}\nsamarkand run {CaseName}")),
        Element("p", Class("note"), $"The world is {Study.Model.Case.World.About.Name}; manifest.json beside this page has the hashes of the case, the world and every table, and both certificates."),
        Element("details", Element("summary", "The package as a case"), Element("pre", Class("case"), Element("code", DesignedText))),
        Element("details", Element("summary", "The case that it was designed for"), Element("pre", Class("case"), Element("code", CaseText))),
        Element("footer", Element("p", "Model: Caliendo and Parro (2015) in exact hat algebra. Charts: Apache ECharts, Apache License 2.0. Country shapes: Natural Earth, public domain, by way of world-atlas, ISC License.")));

    private static string Word(string text) => ShellWord.Quoted(text.StartsWith("--", StringComparison.Ordinal) ? text : $"--set={text}");

    private static XElement Fact(string term, string value) => Element("div", Element("dt", term), Element("dd", value));
}
