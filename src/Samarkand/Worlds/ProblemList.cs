using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>Collects every problem of an input, a limited number of each file, and throws them together.</summary>
internal sealed class ProblemList
{
    private const int ShownPerFile = 20;

    private readonly Dictionary<string, List<InputProblem>> _byFile = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool IsEmpty => _files.Count == 0;

    public void Add(string file, int line, int column, string message, string? hint = null)
    {
        if (!_byFile.TryGetValue(file, out var shown))
        {
            _byFile[file] = shown = [];
            _files.Add(file);
            _counts[file] = 0;
        }

        if (shown.Count < ShownPerFile)
            shown.Add(new InputProblem(file, line, column, message, hint));
        _counts[file]++;
    }

    public void ThrowIfAny()
    {
        if (IsEmpty)
            return;
        var all = new List<InputProblem>();
        foreach (var file in _files)
        {
            var shown = _byFile[file];
            var hidden = _counts[file] - shown.Count;
            shown.Sort(static (a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Column.CompareTo(b.Column));
            all.AddRange(shown);
            if (hidden > 0)
                all.Add(new InputProblem(file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {hidden} more problems in this file")));
        }

        throw new InputException(all);
    }
}
