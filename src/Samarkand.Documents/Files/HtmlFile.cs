using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Samarkand.Core;

namespace Samarkand.Documents.Files;

/// <summary>The article in a page of the web. Nothing is fetched, and no script is run.</summary>
internal static class HtmlFile
{
    private const int LeastCharacters = 200;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "header", "footer", "main", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "pre", "figure", "figcaption", "dl", "dt", "dd", "address", "form", "nav", "hr", "body",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "button", "select", "textarea" };

    private static readonly string[] Nesting = ["div", "span", "b", "i", "em", "strong", "font", "table", "section", "article", "ul", "ol", "blockquote", "a", "center", "big", "small", "u", "s", "code", "dl", "form", "main", "aside", "header", "footer", "nav", "details", "figure"];

    public static DocumentText Read(string html, string name)
    {
        if (DepthOf(html) > Limits.MostNesting)
            throw Limits.TooLarge(name, "elements of the page stand inside each other too deep", $"{Limits.MostNesting} levels", "save the article alone, or as plain text");
        var document = new HtmlParser().ParseDocument(html);
        if (DepthOf(document) > 2 * Limits.MostNesting)
            throw Limits.TooLarge(name, "elements of the page stand inside each other too deep", $"{Limits.MostNesting} levels", "save the article alone, or as plain text");
        var title = document.Title ?? "";
        var text = Article(html, ref title);
        if (text.Length < LeastCharacters && document.Body is { } body)
            text = TextOf(body);
        if (text.Length == 0)
            throw new InputException(new InputProblem(name, 0, 0, "the page holds no text", "a page that writes its text by scripts has to be saved as it is shown, or as plain text"));
        return new DocumentText(name, title.Trim(), Limits.Checked(name, text), IsPlain: false);
    }

    // The readable part; the whole page where there is none.
    private static string Article(string html, ref string title)
    {
        try
        {
            using var reader = new SmartReader.Reader("https://localhost/", html);
            var article = reader.GetArticle();
            if (!article.IsReadable || string.IsNullOrEmpty(article.Content))
                return "";
            title = article.Title is { Length: > 0 } found ? found : title;
            return new HtmlParser().ParseDocument(article.Content).Body is { } body ? TextOf(body) : "";
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or NullReferenceException or FormatException)
        {
            return "";
        }
    }

    // Blocks end paragraphs, items begin with a hyphen; without recursion, for deep pages.
    private static string TextOf(INode root)
    {
        var text = new StringBuilder();
        var stack = new Stack<(INode Node, bool IsEnd)>();
        stack.Push((root, false));
        while (stack.TryPop(out var next))
        {
            var (node, isEnd) = next;
            if (isEnd)
            {
                Break(text, node.NodeName.Equals("li", StringComparison.OrdinalIgnoreCase) || node.NodeName.Equals("br", StringComparison.OrdinalIgnoreCase) ? 1 : 2);
                continue;
            }

            if (node is IText run)
            {
                Append(text, run.Data);
                continue;
            }

            if (node is not IElement element || Silent.Contains(element.LocalName))
                continue;
            if (element.LocalName == "br")
                Break(text, 1);
            else if (element.LocalName == "li")
            {
                Break(text, 1);
                text.Append("- ");
                stack.Push((node, true));
            }
            else if (Blocks.Contains(element.LocalName))
            {
                Break(text, 2);
                stack.Push((node, true));
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
                stack.Push((child, false));
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, string run)
    {
        foreach (var letter in run)
        {
            if (!char.IsWhiteSpace(letter))
                text.Append(letter);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, int lines)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length == 0)
            return;
        var have = 0;
        while (have < text.Length && text[text.Length - 1 - have] == '\n')
            have++;
        text.Append('\n', Math.Max(0, lines - have));
    }

    // By the tags as they are written, before anything is built from them.
    private static int DepthOf(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var start = at + (isEnd ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            if (end == start || end - start > 10 || !IsNesting(html.AsSpan(start, end - start)))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static bool IsNesting(ReadOnlySpan<char> tag)
    {
        foreach (var known in Nesting)
        {
            if (tag.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int DepthOf(IDocument document)
    {
        var deepest = 0;
        var stack = new Stack<(INode Node, int Depth)>();
        stack.Push((document, 0));
        while (stack.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            for (var child = next.Node.FirstChild; child is not null; child = child.NextSibling)
                stack.Push((child, next.Depth + 1));
        }

        return deepest;
    }
}
