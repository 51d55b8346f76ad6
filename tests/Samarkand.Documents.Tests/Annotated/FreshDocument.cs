using System.Text;
using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// A whole document with the claims of each of its lines, written and annotated before the rules were looked at. A line that starts with <c>=</c> is a
/// claim of the line above, with the fields of <c>held-out.txt</c> and then amount, from and until; one that starts with <c>#</c> says what it is.
/// </summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Text">What a reader sees.</param>
/// <param name="Lines">Each line by its place in the text, with its claims.</param>
internal sealed record FreshDocument(string Name, string Text, IReadOnlyList<(int Start, int End, IReadOnlyList<Claim> Claims)> Lines)
{
    /// <summary>The documents of a half: <c>development</c>, by whose failures rules are mended, or <c>final</c>, of which only the figures are seen.</summary>
    public static IReadOnlyList<FreshDocument> Half(string half) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Annotated", "fresh", half), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    private static FreshDocument Read(string file)
    {
        var text = new StringBuilder();
        var lines = new List<(int, int, IReadOnlyList<Claim>)>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith('#'))
                continue;
            if (line.StartsWith('='))
            {
                var (start, end, claims) = lines[^1];
                lines[^1] = (start, end, [.. claims, AnnotatedSet.Parse(line[1..])]);
            }
            else if (line.Length > 0)
            {
                lines.Add((text.Length, text.Length + line.Length, []));
                // A line without a stop is a heading, and stands by itself.
                text.Append(line).Append(line[^1] is '.' or '?' or '!' or '"' ? "\n" : "\n\n");
            }
            else if (text.Length > 1 && text[^2] != '\n')
            {
                text.Append('\n');
            }
        }

        return new FreshDocument(Path.GetFileName(file), text.ToString(), lines);
    }
}
