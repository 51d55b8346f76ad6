using System.Text;

namespace Samarkand.Import.Tests;

/// <summary>Breaks a table in one of the ways in which files break: bytes, cells, lines, encodings.</summary>
internal static class TableMutations
{
    private static readonly string[] Cells =
    [
        "", " ", "\t", "NaN", "inf", "-inf", "1e308", "-1e308", "1e-320", "0", "-0", "-1", "1,5", "1.234,5", "1_000", "12 %", "145 %", "25", "x", "\"", "\"\"", "\"a", "a\"b", "\"a,b\"", "\"a\nb\"", ";", "\\", "\u00A0",
        "\u200B", "\uFEFF", "\0", "C\u00F4te", "Co\u0302te", "\uD83D\uDE00", "all", "OUT", "VA", "D1", "TOT", "W2", "final", "HFCE", "c1", "AAA", "aaa", "ROW", "2021", "sep=;", "=1+1", new('z', 5000),
    ];

    public static byte[] Mutated(string table, Random random)
    {
        var text = table;
        for (var round = random.Next(1, 5); round > 0; round--)
            text = MutatedText(text, random);
        return MutatedBytes(Encoded(text, random), random);
    }

    private static string MutatedText(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                var cells = lines[line].Split(',');
                cells[random.Next(cells.Length)] = Cells[random.Next(Cells.Length)];
                lines[line] = string.Join(',', cells);
                break;
            case 4:
                lines.RemoveAt(line);
                break;
            case 5:
                lines.Insert(line, lines[random.Next(lines.Count)]);
                break;
            case 6:
                (lines[line], lines[0]) = (lines[0], lines[line]);
                break;
            case 7:
                var column = random.Next(5);
                var value = Cells[random.Next(Cells.Length)];
                lines = [.. lines.Select(row => row.Split(',') is var parts && parts.Length > column ? string.Join(',', parts.Select((part, k) => k == column ? value : part)) : row)];
                break;
            case 8:
                lines[line] += "," + Cells[random.Next(Cells.Length)];
                break;
            case 9:
                return text.Replace(',', ";\t|"[random.Next(3)]);
            case 10:
                return text.Replace("\n", new[] { "\r", "\r\n", "\n\n", "" }[random.Next(4)], StringComparison.Ordinal);
            default:
                return (random.Next(4) switch { 0 => "sep=;\n", 1 => "\n\n", 2 => ",,,\n", _ => "\"" }) + text;
        }

        return string.Join('\n', lines);
    }

    private static byte[] Encoded(string text, Random random)
    {
        Encoding encoding = random.Next(12) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, 2 => Encoding.Latin1, 3 => Encoding.UTF32, _ => new UTF8Encoding(random.Next(4) == 0) };
        return [.. random.Next(8) == 0 ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static byte[] MutatedBytes(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var rounds = random.Next(6) == 0 ? random.Next(1, 8) : 0; rounds > 0 && changed.Count > 0; rounds--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveAt(at);
                    break;
                case 2:
                    changed.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
            }
        }

        return [.. changed];
    }
}
