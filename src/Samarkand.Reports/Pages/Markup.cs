using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Samarkand.Core;

namespace Samarkand.Reports.Pages;

/// <summary>
/// Elements of the page, built as a tree so that no text can become markup, and written so that a parser of HTML and one of XML
/// read the same.
/// </summary>
internal static partial class Markup
{
    private static readonly HashSet<string> WithoutContent = ["br", "hr", "meta"];

    public static XElement Element(string name, params object?[] content) => new(name, content);

    public static XAttribute Class(string names) => new("class", names);

    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>A link, or plain text where the address is none of the web.</summary>
    public static object Link(string address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? Element("a", Attribute("href", address), Attribute("rel", "noreferrer"), text)
            : text;

    /// <summary>A sentence whose words between backticks are set as code; one with a backtick too many stays as it is.</summary>
    public static object[] Inline(string sentence)
    {
        var parts = sentence.Split('`');
        return parts.Length % 2 == 0 ? [sentence] : [.. parts.Select((part, i) => i % 2 == 0 ? (object)part : Element("code", part))];
    }

    public static void Write(XElement root, TextWriter writer)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>())
            text.Value = Allowed(Options(text.Value));
        foreach (var attribute in root.DescendantsAndSelf().Attributes())
            attribute.Value = Allowed(attribute.Value);
        foreach (var element in root.DescendantsAndSelf().Where(e => e.IsEmpty && !WithoutContent.Contains(e.Name.LocalName)))
            element.Value = "";
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            ConformanceLevel = ConformanceLevel.Fragment,
            NewLineHandling = NewLineHandling.None,
            CloseOutput = false,
        };
        using (var xml = XmlWriter.Create(writer, settings))
            root.WriteTo(xml);
        writer.Write('\n');
    }

    // A page says how it is repeated on the command line, so what may be set stands in it as there.
    internal static string Options(string text) => text.Contains(Parameter.Open) ? Mention().Replace(text, "--$1$2") : text;

    [GeneratedRegex("⟨([a-z-]+)(?::( [^⟩]*))?⟩", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    // A case may hold what a page may not: YAML can write any character in a quoted text.
    internal static string Allowed(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                result.Append(text, i++, 2);
            else
                result.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return result.ToString();
    }
}
