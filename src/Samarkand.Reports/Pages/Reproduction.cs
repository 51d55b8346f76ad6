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

    /// <summary>The section for a page that a command made.</summary>
    public static PageSection Section(string command, CaseAnswer answer, string caseText, IReadOnlyList<string> overrides) => Section(
        $"With samarkand {Version}, in the folder of this page, where the case is kept as case.yaml{(answer.Other is null ? "" : " and the one that it is compared with as against.yaml")}:",
        Command(command, answer, overrides),
        $"The same case gives the same numbers on any number of threads. The world is {answer.Case.World.About.Name}; manifest.json beside this page has the hashes of the case, the world and every table, and all certificates.",
        overrides.Count == 0 ? null : PageSection.Note("Some values were set on the command line. They are part of the command above, and not of the text below."),
        Text("The case in full", caseText));

    /// <summary>The section of any page: what to do, the command, what it leads to, and the texts that it needs.</summary>
    public static PageSection Section(string words, string command, string note, params XElement?[] texts) => PageSection.Of(
        "reproduce",
        "Reproduce",
        "How to reproduce this",
        Element("p", words),
        Element("pre", Class("command"), Element("code", command)),
        PageSection.Note(note),
        texts,
        Element("footer", Element("p", "Model: Caliendo and Parro (2015) in exact hat algebra. Charts: Apache ECharts, Apache License 2.0. Country shapes: Natural Earth, public domain, by way of world-atlas, ISC License.")));

    /// <summary>A text that a reader can open.</summary>
    public static XElement Text(string summary, string text) => Element("details", Element("summary", summary), Element("pre", Class("case"), Element("code", text)));

    /// <summary>The command that gives an answer from the case beside the page.</summary>
    public static string Command(string command, CaseAnswer answer, IReadOnlyList<string> overrides)
    {
        var words = Command(command, ResultFolder.Case, overrides);
        return answer.Other is null ? words : $"{words} --against {ResultFolder.OtherCase}";
    }

    /// <summary>The same of cases that stand beside the page.</summary>
    public static string Command(string command, string cases, IReadOnlyList<string> overrides)
    {
        var words = new List<string> { "samarkand", command, cases };
        foreach (var text in overrides)
        {
            if (!text.StartsWith("--", StringComparison.Ordinal))
                words.Add("--set");
            words.Add(ShellWord.Quoted(text));
        }

        return string.Join(' ', words);
    }
}
