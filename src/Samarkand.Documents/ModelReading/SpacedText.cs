using System.Text;

namespace Samarkand.Documents.ModelReading;

/// <summary>A text whose runs of white space count as one space, with the way back to its own places.</summary>
internal sealed class SpacedText
{
    private readonly string _single;
    private readonly int[] _places;

    public SpacedText(string text)
    {
        var (single, places) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                single.Append(text[at]);
                places.Add(at);
            }
            else if (single.Length > 0 && single[^1] != ' ')
            {
                single.Append(' ');
                places.Add(at);
            }
        }

        places.Add(text.Length);
        (_single, _places) = (single.ToString(), [.. places]);
    }

    /// <summary>Where a quote stands, or null.</summary>
    public (int Start, int End)? Find(string quote)
    {
        var single = Single(quote);
        var at = single.Length == 0 ? -1 : _single.IndexOf(single, StringComparison.Ordinal);
        return at < 0 ? null : (_places[at], _places[at + single.Length - 1] + 1);
    }

    public static string Single(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
