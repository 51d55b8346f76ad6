using System.Xml.Linq;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>How to get the same numbers again.</summary>
internal static class Reproduction
{
    public static string Version { get; } = Made.Version;

    public static XElement Section(HtmlReport report) => Section(report.Command, report.Answer, report.CaseText, report.Overrides);

    /// <summary>The same for a page that another command made.</summary>
    public static XElement Section(string command, CaseAnswer answer, string caseText, IReadOnlyList<string> overrides)
    {
        var world = answer.Case.World.About;
        return Element(
            "section",
            Attribute("id", "reproduce"),
            Element("h2", "How to reproduce this"),
            Element("p", $"With samarkand {Version}, in the folder of this page, where the case is kept as case.yaml{(answer.Other is null ? "" : " and the one that it is compared with as against.yaml")}:"),
            Element("pre", Class("command"), Element("code", Command(command, answer, overrides))),
            Element("p", Class("note"), $"The same case gives the same numbers on any number of threads. The world is {world.Name}; manifest.json beside this page has the hashes of the case, the world and every table, and all certificates."),
            overrides.Count == 0 ? null : Element("p", Class("note"), "Some values were set on the command line. They are part of the command above, and not of the text below."),
            Element("details", Element("summary", "The case in full"), Element("pre", Class("case"), Element("code", caseText))),
            Element("footer", Element("p", "Model: Caliendo and Parro (2015) in exact hat algebra. Charts: Apache ECharts, Apache License 2.0. Country shapes: Natural Earth, public domain, by way of world-atlas, ISC License.")));
    }

    /// <summary>The command that gives this answer from the case beside the page.</summary>
    public static string Command(HtmlReport report) => Command(report.Command, report.Answer, report.Overrides);

    private static string Command(string command, CaseAnswer answer, IReadOnlyList<string> overrides)
    {
        var words = new List<string> { "samarkand", command, ResultFolder.Case };
        foreach (var text in overrides)
        {
            if (!text.StartsWith("--", StringComparison.Ordinal))
                words.Add("--set");
            words.Add(ShellWord.Quoted(text));
        }

        if (answer.Other is not null)
            words.AddRange("--against", "against.yaml");
        return string.Join(' ', words);
    }
}
