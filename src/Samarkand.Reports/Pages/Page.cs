using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages.Charts;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>A self-contained page: its head, its sections with a menu of them, and what its charts draw. It loads nothing from anywhere.</summary>
/// <param name="Title">The title.</param>
/// <param name="Header">What it opens with.</param>
/// <param name="Sections">The sections.</param>
/// <param name="Data">What the charts draw.</param>
internal sealed record Page(string Title, XElement Header, ImmutableArray<PageSection> Sections, PageData Data)
{
    // Nothing may be fetched, whatever a case puts into the page.
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

    // The library and what all drawings share come first, what draws them and what moves the page last.
    internal static readonly string[] Scripts = ["echarts.min.js", "draw.js", "bars.js", "map.js", "curve.js", "cells.js", "explain.js", "coalition.js", "intervals.js", "heat.js", "charts.js", "save.js", "page.js"];

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder)
    {
        using var file = new StreamWriter(Path.Combine(folder, HtmlReport.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(file);
    }

    public void Write(TextWriter writer)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        Markup.Write(Element("meta", Attribute("charset", "utf-8")), writer);
        Markup.Write(Meta("http-equiv", "Content-Security-Policy", Policy), writer);
        Markup.Write(Meta("name", "viewport", "width=device-width, initial-scale=1"), writer);
        Markup.Write(Meta("name", "color-scheme", "light dark"), writer);
        Markup.Write(Meta("name", "generator", $"Samarkand {Reproduction.Version}"), writer);
        Markup.Write(Element("title", $"{Title} · Samarkand"), writer);
        writer.Write($"<style>\n{Resource("report.css")}</style>\n</head>\n<body>\n");
        Markup.Write(Element("noscript", PageSection.Note("The drawings need scripts; the tables beneath them have every number.")), writer);
        foreach (var part in Sections.Select(section => section.Element).Prepend(Menu()).Prepend(Header))
            Markup.Write(part, writer);
        writer.Write($"<script type=\"application/json\" id=\"data\">{DocumentWriter.Text(Data)}</script>\n");
        if (Data.Map is not null)
            writer.Write($"<script type=\"application/json\" id=\"world\">\n{Resource(WorldMap.File)}</script>\n");
        foreach (var script in Scripts)
            writer.Write($"<script>\n{Resource(script)}</script>\n");
        writer.Write("</body>\n</html>\n");
    }

    private XElement Menu() => Element(
        "nav", Attribute("aria-label", "Sections"), Sections.Select(section => Element("a", Attribute("href", $"#{section.Id}"), section.Label)));

    private static XElement Meta(string kind, string name, string content) =>
        Element("meta", Attribute(kind, name), Attribute("content", content));

    internal static string Resource(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream($"report/{name}")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return text.EndsWith('\n') ? text : text + "\n";
    }
}
