using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>The tree of a case's text, parsed and edited once, from which the case may be read again and again with other values.</summary>
internal sealed class CaseTree
{
    private readonly string _source;
    private readonly YamlNode? _root;
    private readonly ImmutableArray<StanceChange> _changes;
    private readonly ProblemList _problems;

    private CaseTree(string source, YamlNode? root, ImmutableArray<StanceChange> changes, ProblemList problems) =>
        (_source, _root, _changes, _problems) = (source, root, changes, problems);

    /// <summary>Parses a text and edits it; see <see cref="CaseSource.With"/>. What is wrong is told when the case is read.</summary>
    public static CaseTree Parse(string text, string source, IReadOnlyList<string> overrides)
    {
        CaseFile.Check(text, source);
        var problems = new ProblemList(source);
        var root = YamlTree.Read(text, source, problems);
        if (root is not null)
            root = Overrides.Apply(root, [.. overrides.Where(edit => !StanceChangeReader.IsStance(edit))], problems);
        return new CaseTree(source, root, StanceChangeReader.Read(overrides, problems), problems);
    }

    /// <summary>Reads the case with further values.</summary>
    /// <param name="values">Values by their paths, over those of the tree.</param>
    /// <exception cref="InputException">The text, an edit or a value is wrong.</exception>
    public Case Read(IReadOnlyList<CaseValue> values)
    {
        // Where the text itself is wrong, its problems are told with those of the case, once.
        var reading = new ReaderState(_problems.IsEmpty ? new ProblemList(_source) : _problems);
        var root = _root;
        foreach (var value in values)
            root = root is null ? null : Overrides.Put(root, value, reading.Problems);
        var read = CaseReader.OfTree(root, _source, reading);
        reading.Problems.ThrowIfAny();
        return read! with { StanceChanges = _changes };
    }

    /// <summary>The tree itself; null where the text cannot be read.</summary>
    internal YamlNode? Root => _root;

    /// <summary>What the text says at a path; null where it says nothing or no single value.</summary>
    public string? TextAt(string path) => _root is null ? null : Overrides.Find(_root, path);
}

/// <summary>A value over that of a case.</summary>
/// <param name="Path">The path, such as <c>package.0.coverage</c>.</param>
/// <param name="Text">The value as a case writes it.</param>
/// <param name="Place">Where it comes from.</param>
internal sealed record CaseValue(string Path, string Text, Place Place);
