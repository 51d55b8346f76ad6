using System.Xml.Linq;
using Samarkand.Reports.Pages.Charts;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The frame of the page: head, style, body and scripts, all inside it.</summary>
internal static class Page
{
    // Nothing may be fetched, whatever a case puts into the page.
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

    // The library and what all drawings share come first, what draws them and what moves the page last.
    private static readonly string[] Scripts = ["echarts.min.js", "draw.js", "bars.js", "map.js", "curve.js", "cells.js", "explain.js", "coalition.js", "intervals.js", "heat.js", "charts.js", "page.js"];

    public static void Write(string title, IReadOnlyList<XElement> sections, string data, bool withMap, TextWriter writer)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        Markup.Write(Element("meta", Attribute("charset", "utf-8")), writer);
        Markup.Write(Meta("http-equiv", "Content-Security-Policy", Policy), writer);
        Markup.Write(Meta("name", "viewport", "width=device-width, initial-scale=1"), writer);
        Markup.Write(Meta("name", "color-scheme", "light dark"), writer);
        Markup.Write(Meta("name", "generator", $"Samarkand {Reproduction.Version}"), writer);
        Markup.Write(Element("title", $"{title} · Samarkand"), writer);
        writer.Write($"<style>\n{Resource("report.css")}</style>\n</head>\n<body>\n");
        Markup.Write(Element("noscript", Element("p", Class("note"), "The drawings need scripts; the tables beneath them have every number.")), writer);
        foreach (var section in sections)
            Markup.Write(section, writer);
        writer.Write($"<script type=\"application/json\" id=\"data\">{data}</script>\n");
        if (withMap)
            writer.Write($"<script type=\"application/json\" id=\"world\">\n{Resource(WorldMap.File)}</script>\n");
        foreach (var script in Scripts)
            writer.Write($"<script>\n{Resource(script)}</script>\n");
        writer.Write("</body>\n</html>\n");
    }

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
