using System.Xml.Linq;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Documents.Pages;

/// <summary>The parts of a page about a reading: the documents with their claims marked, the list of claims, and the case that was drafted from them.</summary>
internal static class ReadingParts
{
    private static readonly (string Kind, string Words)[] Kinds =
    [
        ("restriction", "restrictions"), ("help", "goods, arms, money, rescue"), ("stance", "stances"), ("fear", "firms that leave or fear"), ("tie", "promises, threats, guarantees, dependence"),
    ];

    /// <summary>What kind of claim an act is, for its colour.</summary>
    public static string KindOf(string act) =>
        Acts.IsRestrictive(act) ? "restriction"
        : act is Acts.Supply or Acts.Arms or Acts.Transfer or Acts.Lends or Acts.Rescue or Acts.PaysFor ? "help"
        : act is Acts.Join or Acts.Comply or Acts.Neutral or Acts.Conduit or Acts.Votes ? "stance"
        : act is Acts.OverCompliance or Acts.Fears ? "fear"
        : "tie";

    /// <summary>How many claims there are, and how to read the marks.</summary>
    public static IEnumerable<XElement> Guide(DocumentReading reading)
    {
        var count = reading.Claims.Length;
        yield return Element("p", count == 0
            ? "No claims were found: the text says of nobody that they ban, sell, join, help or threaten, in words that the reader knows."
            : FormattableString.Invariant($"{count} claim{(count == 1 ? "" : "s")}. A mark's colour and line say what kind of claim it is; a crossed one is denied. Choose a mark to see its claim, and where that went in the case."));
        if (count > 0)
            yield return Element("p", Class("legend"), Kinds.Where(kind => reading.Claims.Any(claim => KindOf(claim.Act) == kind.Kind)).Select(kind => Element("span", Class($"claim {kind.Kind}"), kind.Words)));
        foreach (var note in reading.Documents.SelectMany(document => document.Notes))
            yield return Element("p", Class("left-out"), note);
    }

    /// <summary>The document with its claims marked.</summary>
    public static XElement Document(DocumentText document, DocumentReading reading)
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

    /// <summary>Every claim with its words, and where it went in the case or why it did not.</summary>
    public static XElement Claims(DocumentReading reading, DraftedCase? drafted) => Element(
        "section",
        Attribute("id", "claims"),
        Attribute("aria-label", "Claims"),
        Element("h2", "Claims"),
        Element("ol", reading.Claims.Select((claim, number) => Item(claim, number, FirstOfPassage(reading, number), drafted))));

    /// <summary>The case, with an anchor at each part and a link from each entry of the evidence to its passage.</summary>
    public static XElement Case(DraftedCase drafted, DocumentReading reading)
    {
        var code = Element("pre", Attribute("tabindex", "0"), Attribute("aria-label", "The case as YAML text"));
        var anchors = new CaseAnchors(drafted, reading);
        foreach (var line in drafted.Text.Split('\n'))
        {
            foreach (var anchor in anchors.Before(line))
                code.Add(Element("span", Attribute("id", $"case-{anchor}"), ""));
            var words = line.TrimStart(' ');
            code.Add(line[..^words.Length]);
            code.Add(anchors.PassageOf(line) is { } passage ? Element("a", Attribute("href", $"#passage-{passage}"), words) : words);
            code.Add("\n");
        }

        return Element("section", Attribute("id", "case"), Attribute("aria-label", "The case"), Element("h2", "The case"), code);
    }

    // Claims of one passage share its mark, which has the number of the first.
    private static int FirstOfPassage(DocumentReading reading, int claim)
    {
        var (document, start) = (reading.Claims[claim].Document, reading.Claims[claim].Start);
        return Array.FindIndex([.. reading.Claims], one => (one.Document == document && one.Start == start) || one.Again.Any(place => place.Document == document && place.Start == start));
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

    private static XElement Item(Claim claim, int number, int passage, DraftedCase? drafted)
    {
        var place = drafted?.PlaceOf(claim);
        var reason = drafted?.LeftOut.FirstOrDefault(one => one.Claim == claim).Reason;
        return Element(
            "li",
            Attribute("id", FormattableString.Invariant($"claim-{number}")),
            Element("span", Class($"claim {KindOf(claim.Act)}{(claim.Polarity == Polarity.Denied ? " denied" : "")}"), ClaimWords.Of(claim)),
            Element(
                "span",
                Class("more"),
                claim.SaidBy.Length == 0 ? null : $"Says {claim.SaidBy}. ",
                FormattableString.Invariant($"Confidence {claim.Confidence:0.00}. "),
                claim.IsContested ? Element("strong", "The document also says the contrary. ") : null,
                Element("a", Attribute("href", FormattableString.Invariant($"#passage-{passage}")), "Its words"),
                place is not null ? Element("span", " · ", Element("a", Attribute("href", $"#case-{place}"), Class("place"), $"{place} of the case")) : reason is not null ? Element("span", Class("left-out"), $" · not in the case: {reason}") : null));
    }
}
