using System.Globalization;
using Samarkand.Cases.Reading;
using Samarkand.Core;

namespace Samarkand.Web.Controls;

/// <summary>A case's text, and where in it the nodes of its tree stand.</summary>
internal sealed class CaseText
{
    private readonly string _text;
    private readonly YamlNode? _root;
    private readonly List<int> _lines = [0];

    public CaseText(string text, YamlNode? root)
    {
        (_text, _root) = (text, root);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _lines.Add(i + 1);
        }
    }

    /// <summary>The node at a path, or null.</summary>
    public YamlNode? Find(string path)
    {
        var node = _root;
        foreach (var step in path.Split('.'))
        {
            node = node switch
            {
                YamlMap map => map.Find(step)?.Value,
                YamlList list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Where a value stands; null where it is not written word for word on one line.</summary>
    public TextSpan? Span(YamlNode? node)
    {
        if (node is not YamlScalar { IsEmpty: false } scalar || Start(scalar.Place) is not { } start)
            return null;
        if (scalar.IsQuoted)
            start++;
        return string.CompareOrdinal(_text, start, scalar.Text, 0, scalar.Text.Length) == 0 ? new TextSpan(start, start + scalar.Text.Length) : null;
    }

    /// <summary>The lines of an item of a list, or of a key of the case: the line on which it begins and all that are further in; null where something else stands before it.</summary>
    public TextSpan? Lines(YamlNode node, bool isItem)
    {
        var first = node.Place.Line - 1;
        if (first < 0 || first >= _lines.Count || (isItem ? !Line(first).TrimStart(' ').StartsWith("- ") : Indent(first) != 0))
            return null;
        var (indent, last) = (Indent(first), first);
        for (var line = first + 1; line < _lines.Count; line++)
        {
            var text = Line(line).Trim();
            if (text.IsEmpty || text[0] == '#')
                continue;
            if (Indent(line) <= indent && text[0] is not ('}' or ']'))
                break;
            last = line;
        }

        var start = _lines[first];
        return new TextSpan(start, _lines[last] + Line(last).Length);
    }

    private int? Start(Place place)
    {
        if (place.Line < 1 || place.Line > _lines.Count)
            return null;
        var start = _lines[place.Line - 1] + place.Column - 1;
        return start >= 0 && start < _text.Length ? start : null;
    }

    private ReadOnlySpan<char> Line(int line)
    {
        var end = line + 1 < _lines.Count ? _lines[line + 1] - 1 : _text.Length;
        return _text.AsSpan(_lines[line], end - _lines[line]);
    }

    private int Indent(int line) => Line(line) is var text && text.IndexOfAnyExcept(' ') is >= 0 and var indent ? indent : 0;
}
