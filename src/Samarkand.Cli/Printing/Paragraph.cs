namespace Samarkand.Cli.Printing;

/// <summary>
/// Text broken into lines at spaces. A word that is wider than a line is broken behind a sign, as a path is behind a slash, and cut only
/// where a piece without signs is still wider.
/// </summary>
internal static class Paragraph
{
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var gap = line.Length == 0 ? "" : " ";
            foreach (var piece in word.Length <= width ? [word] : Pieces(word))
            {
                if (line.Length > 0 && line.Length + gap.Length + piece.Length > width)
                {
                    lines.Add(line);
                    line = gap = "";
                }

                var rest = piece;
                for (; rest.Length > width; rest = rest[width..])
                    lines.Add(rest[..width]);
                (line, gap) = (line + gap + rest, "");
            }
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>The width of the widest word; of a word that is wider than <paramref name="most"/>, that of its widest piece between signs.</summary>
    public static int WidestWord(string text, int most) =>
        text.Split(' ').Max(word => word.Length <= most ? word.Length : Pieces(word).Max(piece => piece.Length));

    /// <summary>Writes a text whose lines after the first are indented by as many spaces as its mark is wide.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="mark">What stands before the first line.</param>
    /// <param name="text">The text.</param>
    /// <param name="width">How wide lines may be; as wide as the screen where nothing is said.</param>
    /// <param name="ink">What makes a line bold, or null.</param>
    public static void Write(TextWriter writer, string mark, string text, int? width = null, Func<string, string>? ink = null)
    {
        var most = width ?? Screen.Width;
        // A long mark would leave a narrow screen no room.
        if (mark.Length > most / 3)
            (mark, text) = ("", mark + text);
        var indent = mark;
        foreach (var line in Lines(text, most - mark.Length))
        {
            writer.WriteLine(indent + (ink is null ? line : ink(line)));
            indent = new string(' ', mark.Length);
        }
    }

    // Each ends with the sign behind which a word may be broken.
    private static IEnumerable<string> Pieces(string word)
    {
        var start = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (at + 1 < word.Length && word[at] is not ('/' or '-' or '_' or '.' or ',' or '=' or '&' or '?' or ';' or ':'))
                continue;
            yield return word[start..(at + 1)];
            start = at + 1;
        }
    }
}
