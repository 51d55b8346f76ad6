namespace Samarkand.Cli.Printing;

/// <summary>Text broken into lines at spaces; a word that is wider than a line is cut.</summary>
internal static class Paragraph
{
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            for (; rest.Length > width; rest = rest[width..])
                lines.Add(rest[..width]);
            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>Writes a text whose lines after the first are indented by as many spaces as its mark is wide.</summary>
    public static void Write(TextWriter writer, string mark, string text)
    {
        var indent = mark;
        foreach (var line in Lines(text, TextTable.MostWidth - mark.Length))
        {
            writer.WriteLine(indent + line);
            indent = new string(' ', mark.Length);
        }
    }
}
