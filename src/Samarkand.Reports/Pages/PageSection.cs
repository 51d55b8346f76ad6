using System.Xml.Linq;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>A section of a page, and the word by which the page's menu leads to it.</summary>
internal sealed record PageSection(string Id, string Label, XElement Element)
{
    /// <summary>The same as a part of the annex, which is printed on request alone.</summary>
    public PageSection Annex()
    {
        var marked = new XElement(Element);
        marked.SetAttributeValue("class", $"{(string?)marked.Attribute("class")} annex".Trim());
        return this with { Element = marked };
    }

    public static PageSection Of(string id, string label, string title, params object?[] content) =>
        new(id, label, Markup.Element("section", Attribute("id", id), Markup.Element("h2", title), content));

    /// <summary>An answer in words: the first line large, a paragraph for each.</summary>
    public static XElement[] Words(IReadOnlyList<string> lines) =>
        [Markup.Element("p", Class("lead"), lines[0]), .. lines.Skip(1).Select(line => Markup.Element("p", line))];

    /// <summary>How exactly it holds.</summary>
    public static XElement Certificate(params object?[] content) => Markup.Element("div", Class("certificate"), Markup.Element("p", content));

    public static XElement Note(string text) => Markup.Element("p", Class("note"), text);
}
