namespace Samarkand.Tests.Documents;

/// <summary>A page of docs/, and the tables and blocks that tests read in it.</summary>
internal sealed class MarkdownPage(string path)
{
    private readonly string[] _lines = File.ReadAllLines(System.IO.Path.Combine(Repository, path));

    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The rows below the heading of the table that follows the comment, as cells by the heading's names.</summary>
    public IEnumerable<Dictionary<string, string>> Table(string comment)
    {
        var lines = _lines.SkipWhile(line => line != $"<!-- {comment} -->").Skip(1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.StartsWith('|')).ToArray();
        Assert.True(lines.Length > 2, $"{path} has no table below <!-- {comment} -->");
        var names = Cells(lines[0]);
        return lines.Skip(2).Select(line => names.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>The fenced blocks of a language, each with the number of its first line.</summary>
    public IEnumerable<(int Line, string Text)> Blocks(string language)
    {
        for (var start = 0; start < _lines.Length; start++)
        {
            if (_lines[start] != $"```{language}")
                continue;
            var end = Array.IndexOf(_lines, "```", start + 1);
            yield return (start + 2, string.Concat(_lines[(start + 1)..end].Select(line => line + "\n")));
            start = end;
        }
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];

    private static string Find(DirectoryInfo? folder)
    {
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Samarkand.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
