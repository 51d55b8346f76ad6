using Samarkand.Core;
using Samarkand.Worlds.Files;
using Samarkand.Worlds.Names;

namespace Samarkand.Worlds;

/// <summary>The codes of a world's regions or sectors, for looking them up in the other tables.</summary>
internal sealed class LabelSet
{
    private readonly List<string> _codes = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <param name="kind"><c>region</c> or <c>sector</c>, for messages.</param>
    /// <param name="codes">The codes in order.</param>
    /// <param name="isComplete">False where the table of codes could not be read; then an unknown code is no news.</param>
    public LabelSet(string kind, IEnumerable<string> codes, bool isComplete)
    {
        Kind = kind;
        IsComplete = isComplete;
        foreach (var code in codes)
        {
            _positions.Add(code, _codes.Count);
            _codes.Add(code);
        }
    }

    public string Kind { get; }

    public bool IsComplete { get; }

    public int Count => _codes.Count;

    public string this[int position] => _codes[position];

    /// <summary>The position of a code; -1 where it is not known.</summary>
    public int Position(string code) => _positions.GetValueOrDefault(code, -1);

    public bool Contains(string code) => _positions.ContainsKey(code);

    /// <summary>What a code that is none of them may have meant, or else what to do: regions by meaning, sectors by spelling.</summary>
    public string Hint(string code, string otherwise) => Kind == "region"
        ? NameSuggestion.Of(code, new WorldNames([.. _codes.Select(known => new RegionInfo(known, known))], [])) ?? otherwise
        : NearestName.Hint(code, _codes, otherwise);

    /// <summary>The position of the code in a field; -1 where it is not known, reported once in each file.</summary>
    public int Find(TableRows rows, int column)
    {
        var code = rows.Text(column);
        if (_positions.TryGetValue(code, out var position))
            return position;
        if (IsComplete && _reported.Add($"{rows.File}\n{code}"))
        {
            rows.Report(
                column,
                code.Length == 0 ? $"is empty where the code of a {Kind} was expected" : $"unknown {Kind} '{code}'",
                Hint(code, $"add it to {Kind}s.csv or remove its rows"));
        }

        return -1;
    }
}
