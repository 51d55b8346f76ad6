using System.Text;
using ADRaffy.ENSNormalize;

namespace Samarkand.Worlds.Files;

/// <summary>
/// Text in the composed form of Unicode (NFC), in which what looks alike is alike: an accent that stands apart joins its letter. The
/// runtime cannot do it, since the project runs without the data of cultures.
/// </summary>
internal static class ComposedText
{
    /// <summary>Below it every character is composed already.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>The text with every accent apart from its letter (NFD).</summary>
    public static string Apart(string text) => Ascii.IsValid(text) ? text : ENSNormalize.NF.NFD(text);

    public static string Of(string text) => text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue) ? ENSNormalize.NF.NFC(text) : text;
}
