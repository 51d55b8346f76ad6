using System.Globalization;
using System.Text;

namespace Samarkand.Worlds.Files;

/// <summary>How a CSV file begins: what separates its fields, and on which line its header stands.</summary>
/// <param name="Separator">A comma, a semicolon, a tab or a vertical bar.</param>
/// <param name="HeaderLine">The first line that is neither blank nor a declaration such as <c>sep=;</c>, from 1.</param>
internal sealed record CsvStart(char Separator, int HeaderLine)
{
    private const string Separators = ",;\t|";

    /// <summary>What a file that the project itself wrote begins with.</summary>
    public static CsvStart Standard { get; } = new(',', 1);

    /// <summary>Looks at the first lines; a file without any is <see cref="Standard"/>.</summary>
    public static CsvStart Of(TextReader text)
    {
        char? declared = null;
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            // Text in UTF-16 without the mark that says so.
            if (content.Contains('\0', StringComparison.Ordinal))
                throw new DecoderFallbackException();
            if (Declaration(content) is { } separator)
                declared = separator;
            else if (!IsBlank(content))
                return new CsvStart(declared ?? Busiest(content), line);
        }

        return Standard;
    }

    /// <summary>What to say of a record with more or fewer fields than the header.</summary>
    public static (string Message, string Hint) WrongWidth(int width, int headerWidth, char separator, ReadOnlySpan<byte> record)
    {
        foreach (var other in Separators)
        {
            if (width == 1 && other != separator && record.Count((byte)other) == headerWidth - 1)
                return ($"its fields are separated by {Name(other)}, those of the header by {Name(separator)}", "separate them by one sign in the whole file");
        }

        var quote = separator == ',' ? "quote a field that holds a comma; decimals are written with a point" : $"quote a field that holds {Name(separator)}";
        return (string.Create(CultureInfo.InvariantCulture, $"has {width} fields where the header has {headerWidth}"), quote);
    }

    private static string Name(char separator) => separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", _ => "vertical bars" };

    /// <summary>The separator that a line such as <c>sep=;</c> declares, which spreadsheets write; null where it is none.</summary>
    private static char? Declaration(string line)
    {
        var text = line.AsSpan().Trim("\" ");
        return text.Length >= 5 && text[..4].Equals("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(text[4], StringComparison.Ordinal)
            && text[5..].Trim(text[4]).IsEmpty
            ? text[4]
            : null;
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(Separators).Trim(" \"\u00A0").Trim(Separators).IsEmpty;

    /// <summary>The separator that stands most often outside quotation marks; of equals the first.</summary>
    private static char Busiest(string header)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var sign in header)
        {
            isQuoted ^= sign == '"';
            if (!isQuoted && Separators.IndexOf(sign, StringComparison.Ordinal) is var which and >= 0)
                counts[which]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
