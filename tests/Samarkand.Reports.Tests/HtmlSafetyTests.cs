using System.Collections.Immutable;
using System.Xml.Linq;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>The page loads nothing and runs nothing that a case or a world brings along.</summary>
public class HtmlSafetyTests
{
    private const string Attack = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'\"<!--";

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var page = HtmlPage.Of(Answers.Report(Answers.Tariff));

        Assert.DoesNotContain(page.Root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "src" or "srcset" or "action" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Root.Descendants(), e => e.Name.LocalName is "link" or "base" or "img" or "iframe" or "object" or "embed" or "form");
        var links = page.Root.Descendants().Attributes("href").ToArray();
        Assert.All(links, href => Assert.Equal("a", href.Parent!.Name.LocalName));
        Assert.All(links, href => Assert.Matches("^(#|https?://|data:text/csv;)", href.Value));
        Assert.DoesNotContain("url(", page.Style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page.Style, StringComparison.OrdinalIgnoreCase);
        var policy = page.All("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; ", policy.Attribute("content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_charts_come_with_their_licence()
    {
        var scripts = HtmlPage.Of(Answers.Report(Answers.Tariff)).Scripts;

        Assert.Single(scripts, script => script.Contains("Licensed to the Apache Software Foundation", StringComparison.Ordinal));
        Assert.Single(scripts, script => script.Contains("Natural Earth", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hostile_case_stays_text()
    {
        var text = Answers.TariffCase
            .Replace("title: A tariff", $"title: {Yaml(Attack + "\\x01")}", StringComparison.Ordinal)
            .Replace("question: Who pays?", $"question: {Yaml(Attack)}", StringComparison.Ordinal)
            .Replace("\"ten percent on everything\"", Yaml(Attack), StringComparison.Ordinal)
            .Replace("\"A speech, 2011\"", Yaml(Attack), StringComparison.Ordinal);

        var page = HtmlPage.Of(Answers.Report(Answers.Solve(text), text, Attack));

        Assert.Equal(Attack + "\uFFFD", page.All("h1").Single().Value);
        Assert.Equal(Attack + "\uFFFD · Samarkand", page.All("title").Single().Value);
        Assert.Equal($"“{Attack}”{Attack}", page.Section("grounds").Descendants("blockquote").First().Value);
        Assert.Equal(text, page.Section("reproduce").Element("details")!.Element("pre")!.Value);
        Harmless(page);
    }

    [Fact]
    public void A_hostile_world_stays_text()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var hostile = new World(
            world.About with { Name = Attack, Title = Attack, Sources = [new DataSource(Attack, "javascript:alert(1)", Attack)] },
            [.. world.Regions.Select(region => region with { Name = Attack + region.Code })],
            [.. world.Sectors.Select(sector => sector with { Name = Attack + sector.Code })],
            world.Blocs,
            world.Trade.ToArray(),
            world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
            world.Inputs.ToArray(),
            world.Final.ToArray(),
            world.Elasticities.ToArray());

        var page = HtmlPage.Of(Answers.Report(Answers.Solve(Answers.TariffCase, hostile)));

        Assert.Equal(world.Regions.Select(region => Attack + region.Code), page.Data.GetProperty("regions").EnumerateArray().Select(region => region.GetProperty("name").GetString()));
        Assert.DoesNotContain(page.All("a"), a => a.Attribute("href")!.Value.StartsWith("javascript", StringComparison.Ordinal));
        Harmless(page);
    }

    private static void Harmless(HtmlPage page)
    {
        Assert.Equal(HtmlPage.Of(Answers.Report(Answers.Tariff)).Scripts.Count(), page.Scripts.Count());
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Scripts.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", page.Scripts.First(), StringComparison.Ordinal);
        Assert.Empty(page.All("img"));
    }

    private static string Yaml(string text) => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
