using System.Globalization;

namespace Samarkand.Core;

/// <summary>Collects every problem of an input, a limited number of each file, and throws them together.</summary>
/// <param name="first">A file whose problems come before those of the others, which follow as they are found; null for none.</param>
internal sealed class ProblemList(string? first = null)
{
    private const int ShownPerFile = 20;

    private readonly List<string> _files = first is null ? [] : [first];
    private readonly Dictionary<string, List<InputProblem>> _byFile = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    public void Add(Place place, string message, string? hint = null) => Add(place.Source, place.Line, place.Column, message, hint);

    public void Add(Parameter parameter, string message, string? hint = null) => Add(parameter.ToString(), 0, 0, message, hint);

    public void Add(string file, int line, int column, string message, string? hint = null)
    {
        if (!_byFile.TryGetValue(file, out var shown))
        {
            _byFile[file] = shown = [];
            _counts[file] = 0;
            if (file != first)
                _files.Add(file);
        }

        if (shown.Count < ShownPerFile)
            shown.Add(new InputProblem(file, line, column, message, hint));
        _counts[file]++;
        Count++;
    }

    /// <summary>Throws all problems file by file, in the order in which they stand there; nothing where there are none.</summary>
    /// <exception cref="InputException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (IsEmpty)
            return;
        var all = new List<InputProblem>();
        foreach (var file in _files)
        {
            if (!_byFile.TryGetValue(file, out var shown))
                continue;
            var hidden = _counts[file] - shown.Count;
            all.AddRange(shown.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column));
            if (hidden > 0)
                all.Add(new InputProblem(file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"and {hidden} more problems in this file")));
        }

        throw new InputException(all);
    }
}
