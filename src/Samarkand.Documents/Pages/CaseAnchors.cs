using Samarkand.Documents.Drafting;
using Samarkand.Documents.Reading;

namespace Samarkand.Documents.Pages;

/// <summary>Where the parts of a drafted case stand in its text, line by line.</summary>
internal sealed class CaseAnchors(DraftedCase drafted, DocumentReading reading)
{
    private readonly HashSet<string> _places = [.. drafted.Places.Values];
    private string _block = "";
    private int _number = -1;

    /// <summary>The places that begin with this line.</summary>
    public IEnumerable<string> Before(string line)
    {
        if (line.Length > 0 && char.IsAsciiLetter(line[0]))
        {
            (_block, _number) = (line.Split(':')[0], -1);
            if (_places.Contains(_block))
                yield return _block;
        }

        if (!line.StartsWith("  - ", StringComparison.Ordinal))
            yield break;
        _number++;
        var place = FormattableString.Invariant($"{_block}.{_number}");
        if (_places.Contains(place))
            yield return place;
        if (_block != "players" || !line.Contains("region: ", StringComparison.Ordinal))
            yield break;
        var region = line[(line.IndexOf("region: ", StringComparison.Ordinal) + 8)..].Trim().TrimEnd('?');
        foreach (var players in _places.Where(one => one.StartsWith("players.", StringComparison.Ordinal) && one[8..].Split('+')[0] == region))
            yield return players;
    }

    /// <summary>The number of the passage that an entry of the evidence quotes, or null.</summary>
    public string? PassageOf(string line)
    {
        if (_block != "evidence" || !line.StartsWith("    quote: ", StringComparison.Ordinal))
            return null;
        for (var k = 0; k < reading.Claims.Length; k++)
        {
            if (line.Contains(DraftEvidence.Quoted(ModelReading.SpacedText.Single(reading.Claims[k].Quote)), StringComparison.Ordinal))
                return FormattableString.Invariant($"{First(k)}");
        }

        return null;
    }

    // Claims of one passage share its mark, which has the number of the first.
    private int First(int claim)
    {
        var (document, start, end) = (reading.Claims[claim].Document, reading.Claims[claim].Start, reading.Claims[claim].End);
        for (var k = 0; k < claim; k++)
        {
            if (reading.Claims[k].Document == document && reading.Claims[k].Start == start && reading.Claims[k].End == end)
                return k;
        }

        return claim;
    }
}
