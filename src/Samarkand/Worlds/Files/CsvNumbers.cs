using System.Globalization;

namespace Samarkand.Worlds.Files;

/// <summary>
/// Reads the numbers of one file. Where commas do not separate the fields, a number may have a decimal comma, as spreadsheets of many
/// countries write it; a file that has both signs is refused, since one of them would then separate thousands.
/// </summary>
internal sealed class CsvNumbers(char separator)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int Longest = 64;

    private int _pointLine;

    /// <summary>The first line with a decimal comma; 0 where there is none.</summary>
    public int CommaLine { get; private set; }

    /// <summary>The number; otherwise what is wrong with the field.</summary>
    public (string Message, string Hint)? Read(ReadOnlySpan<byte> field, int line, out double value)
    {
        if (double.TryParse(field, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
        {
            if (separator == ',' || !field.Contains((byte)'.'))
                return null;
            _pointLine = _pointLine == 0 ? line : _pointLine;
            return CommaLine == 0 ? null : Mixed("point", "comma", CommaLine);
        }

        if (separator == ',' || !WithComma(field, out value))
            return ("is not a finite number", separator == ',' ? "write a number such as 1234.5" : "write a number such as 1234.5 or 1234,5, without signs between thousands");
        CommaLine = CommaLine == 0 ? line : CommaLine;
        return _pointLine == 0 ? null : Mixed("comma", "point", _pointLine);
    }

    private static bool WithComma(ReadOnlySpan<byte> field, out double value)
    {
        value = 0;
        if (field.Length > Longest || field.IndexOf((byte)',') is var comma && comma < 0 || field.Contains((byte)'.'))
            return false;
        Span<byte> pointed = stackalloc byte[Longest];
        field.CopyTo(pointed);
        pointed[comma] = (byte)'.';
        return double.TryParse(pointed[..field.Length], Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static (string, string) Mixed(string here, string there, int line) => (
        string.Create(CultureInfo.InvariantCulture, $"has a decimal {here} where line {line} has a decimal {there}"),
        "write all numbers of the file in one way, without signs between thousands");
}
