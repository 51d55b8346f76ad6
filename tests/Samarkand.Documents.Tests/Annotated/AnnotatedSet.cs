using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>A sentence with the claims that a reader should find in it.</summary>
/// <param name="Kind">The style: article, release, statement, translation, headline, passive.</param>
/// <param name="IsHard">True where it is negated, hypothetical, attributed, passive with a twist, or has two actors.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Claims">The claims.</param>
internal sealed record AnnotatedSentence(string Kind, bool IsHard, string Text, IReadOnlyList<Claim> Claims);

/// <summary>Sentences of a file, as <c>held-out.txt</c> describes it.</summary>
internal static class AnnotatedSet
{
    public static IReadOnlyList<AnnotatedSentence> Read(string file)
    {
        var sentences = new List<AnnotatedSentence>();
        var (kind, text, claims) = ("", "", new List<Claim>());
        void Close()
        {
            if (text.Length > 0)
                sentences.Add(new AnnotatedSentence(kind.Split(' ')[0], kind.EndsWith(" hard", StringComparison.Ordinal), text, [.. claims]));
            (text, claims) = ("", []);
        }

        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Annotated", file)))
        {
            if (line.StartsWith('@'))
            {
                Close();
                kind = line[1..].Trim();
            }
            else if (line.StartsWith('='))
            {
                claims.Add(Parse(line[1..]));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                text = line;
            }
        }

        Close();
        return sentences;
    }

    internal static Claim Parse(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries).Select(field => field == "-" ? "" : field).ToArray();
        return new Claim(fields[0], fields[1], fields[2])
        {
            Goods = fields[3],
            Polarity = Enum.Parse<Polarity>(fields[4], ignoreCase: true),
            Modality = Enum.Parse<Modality>(fields[5], ignoreCase: true),
            SaidBy = fields.ElementAtOrDefault(6) ?? "",
            Amount = fields.ElementAtOrDefault(7) ?? "",
            From = fields.ElementAtOrDefault(8) ?? "",
            Until = fields.ElementAtOrDefault(9) ?? "",
        };
    }
}
