using Samarkand.Core;
using YamlDotNet.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Where the parser's marks stand in a text.</summary>
/// <param name="text">The text.</param>
/// <param name="source">The file's name.</param>
/// <param name="fixedPlace">The place of everything, where the text is an option's value.</param>
internal sealed class YamlPlaces(string text, string source, Place? fixedPlace)
{
    public Place At(Mark mark) => fixedPlace ?? new Place(source, (int)mark.Line, (int)mark.Column);

    /// <summary>The scanner reads ahead: a bracket that it has met may not have become an event yet.</summary>
    public Place NextBracket(Mark read)
    {
        var bracket = text.AsSpan((int)read.Index).IndexOfAny('[', '{');
        return bracket < 0 ? At(read) : PlaceOf((int)read.Index + bracket);
    }

    /// <summary>The parser names the line before the one that a tab indents.</summary>
    public Place IndentingTab(Place place)
    {
        if (fixedPlace is not null)
            return fixedPlace;
        var (start, line) = (0, 1);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var content = text.AsSpan(start, end - start);
            if (line >= place.Line && content.IndexOf('\t') is >= 0 and var tab && content[..tab].Trim(' ').IsEmpty)
                return place with { Line = line, Column = tab + 1 };
            (start, line) = (end + 1, line + 1);
        }

        return place;
    }

    private Place PlaceOf(int index)
    {
        var before = text.AsSpan(0, index);
        return fixedPlace ?? new Place(source, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
