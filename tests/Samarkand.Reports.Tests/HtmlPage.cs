using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Tests;

/// <summary>A written page, taken apart: its tree without the contents of scripts and styles, and those contents.</summary>
internal sealed partial class HtmlPage
{
    private readonly List<(string Name, string Text)> _raw = [];

    private HtmlPage(string text)
    {
        Text = text;
        Root = XDocument.Parse(Opaque().Replace(text, match =>
        {
            _raw.Add((match.Groups["name"].Value, match.Groups["text"].Value));
            return $"<{match.Groups["name"].Value}{match.Groups["attributes"].Value}></{match.Groups["name"].Value}>";
        })).Root!;
    }

    public string Text { get; }

    public XElement Root { get; }

    public IEnumerable<string> Scripts => _raw.Where(raw => raw.Name == "script").Select(raw => raw.Text);

    public string Style => _raw.Single(raw => raw.Name == "style").Text;

    public JsonElement Data => JsonDocument.Parse(Scripts.First()).RootElement;

    public static HtmlPage Of(HtmlReport report)
    {
        using var writer = new StringWriter(CultureInfo.CurrentCulture);
        report.Write(writer);
        return Parse(writer.ToString());
    }

    public static HtmlPage Parse(string text) => new(text);

    public IEnumerable<XElement> All(string name) => Root.Descendants(name);

    public XElement Section(string id) => All("section").Single(section => (string?)section.Attribute("id") == id);

    // As a parser of HTML reads them: up to the first end tag.
    [GeneratedRegex("<(?<name>script|style)(?<attributes>[^>]*)>(?<text>.*?)</\\k<name>>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Opaque();
}
