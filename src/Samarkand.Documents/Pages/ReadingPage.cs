using System.Text;
using System.Xml.Linq;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Reports.Pages;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Documents.Pages;

/// <summary>
/// A page of the documents with their claims marked, the list of claims, and the case that was drafted from them. A click on a claim shows
/// where it went in the case; the case's evidence leads back. It loads nothing from anywhere.
/// </summary>
internal static class ReadingPage
{
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

    public static void Write(DocumentReading reading, DraftedCase? drafted, TextWriter writer)
    {
        var title = reading.Documents[0].Title;
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        Markup.Write(Element("meta", Attribute("charset", "utf-8")), writer);
        Markup.Write(Element("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)), writer);
        Markup.Write(Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")), writer);
        Markup.Write(Element("title", $"{title} · claims · Samarkand"), writer);
        writer.Write($"<style>\n{Resource("reading.css")}</style>\n</head>\n<body>\n");
        Markup.Write(Element("header", Element("h1", title), Element("p", FormattableString.Invariant($"{reading.Claims.Length} claims. A mark's colour and line say what kind of claim it is; a crossed one is denied. A click shows the claim, and where it went in the case.")), Legend()), writer);
        Markup.Write(Element("main", reading.Documents.Select(document => Document(document, reading))), writer);
        Markup.Write(Claims(reading, drafted), writer);
        if (drafted is not null)
            Markup.Write(Case(drafted, reading), writer);
        writer.Write($"<script>\n{Resource("reading.js")}</script>\n</body>\n</html>\n");
    }

    /// <summary>What kind of claim an act is, for its colour.</summary>
    public static string KindOf(string act) =>
        Acts.IsRestrictive(act) ? "restriction"
        : act is Acts.Supply or Acts.Arms or Acts.Transfer or Acts.Lends or Acts.Rescue or Acts.PaysFor ? "help"
        : act is Acts.Join or Acts.Comply or Acts.Neutral or Acts.Conduit or Acts.Votes ? "stance"
        : act is Acts.OverCompliance or Acts.Fears ? "fear"
        : "tie";

    private static XElement Legend() => Element("p", Class("legend"), new[] { ("restriction", "restrictions"), ("help", "goods, arms, money, rescue"), ("stance", "stances"), ("fear", "firms that leave or fear"), ("tie", "promises, threats, guarantees, dependence") }
        .Select(kind => Element("span", Class($"claim {kind.Item1}"), kind.Item2)));

    private static XElement Document(DocumentText document, DocumentReading reading)
    {
        var passages = reading.Claims.SelectMany((claim, number) => claim.Again.Append(new Passage(claim.Document, claim.Quote, claim.Start, claim.End)).Where(place => place.Document == document.Name).Select(place => (place.Start, place.End, Number: number)))
            .GroupBy(place => (place.Start, place.End)).OrderBy(group => group.Key.Start).ThenByDescending(group => group.Key.End).ToArray();
        var article = Element("article", Attribute("aria-label", document.Name));
        var at = 0;
        foreach (var passage in passages)
        {
            // A passage inside one that is marked already is in the list alone.
            if (passage.Key.Start < at)
                continue;
            article.Add(document.Text[at..passage.Key.Start]);
            article.Add(Mark(document.Text[passage.Key.Start..passage.Key.End], [.. passage.Select(place => place.Number).Distinct()], reading));
            at = passage.Key.End;
        }

        article.Add(document.Text[at..]);
        return article;
    }

    private static XElement Mark(string words, int[] claims, DocumentReading reading)
    {
        var first = reading.Claims[claims[0]];
        return Element(
            "a",
            Class($"claim {KindOf(first.Act)}{(first.Polarity == Polarity.Denied ? " denied" : "")}"),
            Attribute("href", $"#claim-{claims[0]}"),
            Attribute("data-claims", string.Join(' ', claims)),
            Attribute("title", string.Join("\n", claims.Select(claim => ClaimWords.Of(reading.Claims[claim])))),
            Attribute("id", FormattableString.Invariant($"passage-{claims[0]}")),
            words);
    }

    private static XElement Claims(DocumentReading reading, DraftedCase? drafted) => Element(
        "section",
        Attribute("id", "claims"),
        Element("h2", "Claims"),
        Element("ol", reading.Claims.Select((claim, number) => Item(claim, number, drafted))));

    private static XElement Item(Claim claim, int number, DraftedCase? drafted)
    {
        var place = drafted?.PlaceOf(claim);
        var reason = drafted?.LeftOut.FirstOrDefault(one => one.Claim == claim).Reason;
        return Element(
            "li",
            Attribute("id", FormattableString.Invariant($"claim-{number}")),
            Element("span", Class($"claim {KindOf(claim.Act)}{(claim.Polarity == Polarity.Denied ? " denied" : "")}"), ClaimWords.Of(claim)),
            claim.SaidBy.Length == 0 ? null : $" Says {claim.SaidBy}.",
            FormattableString.Invariant($" Confidence {claim.Confidence:0.00}. "),
            claim.IsContested ? Element("strong", "The document also says the contrary. ") : null,
            Element("a", Attribute("href", FormattableString.Invariant($"#passage-{number}")), "its words"),
            place is not null ? Element("span", " · ", Element("a", Attribute("href", $"#case-{place}"), Class("place"), $"{place} of the case")) : reason is not null ? Element("span", Class("left-out"), $" · not in the case: {reason}") : null);
    }

    // The case, with an anchor at each part and a link from each entry of the evidence to its passage.
    private static XElement Case(DraftedCase drafted, DocumentReading reading)
    {
        var code = Element("pre");
        var anchors = new CaseAnchors(drafted, reading);
        foreach (var line in drafted.Text.Split('\n'))
        {
            foreach (var anchor in anchors.Before(line))
                code.Add(Element("span", Attribute("id", $"case-{anchor}"), ""));
            code.Add(anchors.PassageOf(line) is { } passage ? Element("a", Attribute("href", $"#passage-{passage}"), line) : line);
            code.Add("\n");
        }

        return Element("section", Attribute("id", "case"), Element("h2", "The case"), code);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ReadingPage).Assembly.GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
