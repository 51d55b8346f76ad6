using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Tags of the OECD's sectors, which are divisions of ISIC Rev. 4 after the letter of their section.</summary>
internal static class IcioSectors
{
    public static SectorInfo Of(string code) => new(code, code, Tags(code));

    private static ImmutableArray<string> Tags(string code)
    {
        if (code[0] is not (>= 'A' and <= 'T') || code.Length == 1 || !char.IsAsciiDigit(code[1]))
            return code.Length == 1 && code[0] is >= 'A' and <= 'T' ? [Kind(code[0])] : [];
        string[] more = code[..Math.Min(3, code.Length)] switch
        {
            "B05" or "B06" or "C19" => ["energy"],
            "C26" => ["electronics"],
            "C28" => ["machinery"],
            "C29" or "C30" => ["vehicles"],
            "D35" or "D" => ["utilities"],
            "H49" or "H50" or "H51" or "H52" => ["transport"],
            "K64" or "K65" or "K66" => ["finance"],
            _ => [],
        };
        return [Kind(code[0]), .. more];
    }

    private static string Kind(char section) => section <= 'C' ? "goods" : "services";
}
