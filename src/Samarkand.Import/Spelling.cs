using System.Globalization;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Whether labels are the same but for the way they are written.</summary>
internal static class Spelling
{
    /// <summary>What labels have in common that differ only in letter case, spaces, accents, or the shape of hyphens and apostrophes.</summary>
    public static string Key(string label)
    {
        var plain = string.Concat(ComposedText.Apart(label).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark).Select(Plain));
        return string.Join(' ', plain.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How two labels with the same key differ.</summary>
    public static string Difference(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase)
        ? $"'{a}' and '{b}' differ in letter case alone"
        : $"'{a}' and '{b}' are one label in two spellings";

    /// <summary>Whether a sign has no place in a code: a quotation mark, an invisible or an unreadable character.</summary>
    public static bool IsOdd(char sign) =>
        sign is '"' or '\uFFFD' || char.IsControl(sign) || (char.IsWhiteSpace(sign) && sign != ' ') || char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    private static char Plain(char sign) => sign switch
    {
        '\u2018' or '\u2019' or '\u00B4' or '`' => '\'',
        >= '\u2010' and <= '\u2015' => '-',
        _ => sign,
    };

    public static string Visible(string code) => string.Concat(code.Select(sign => sign != '"' && IsOdd(sign) ? '?' : sign));
}
