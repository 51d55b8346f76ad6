using Samarkand.Cli.Printing;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Tests;

/// <summary>Tables that do not fit as they are.</summary>
public class TextTableTests
{
    [Fact]
    public void Headings_wrap_before_a_decimal_goes()
    {
        var lines = Written(Numbers(8, "A heading of some length", 12.345678));
        Assert.Contains(lines, line => line.Contains("heading", StringComparison.Ordinal) && !line.Contains("length", StringComparison.Ordinal));
        Assert.Equal(8, lines[^2].Split("12.346").Length - 1);
    }

    [Fact]
    public void Decimals_go_where_wrapped_headings_are_not_enough()
    {
        var lines = Written(Numbers(8, "Value", 123456.789));
        Assert.Equal(8, $"{lines[^2]} ".Split("123,456.79 ").Length - 1);
    }

    [Fact]
    public void Sentences_wrap_and_numbers_beside_them_stay()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("word", 40));
        var lines = Written(new Table("t", "T", [new TextColumn("a", "A", [sentence, "x"]), new NumberColumn("b", "B", [1.2345, 2], 3)]));
        Assert.Equal(40, lines.Sum(line => line.Split("word").Length - 1));
        Assert.Contains(lines, line => line.StartsWith("  word", StringComparison.Ordinal) && line.EndsWith("1.234", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  x", StringComparison.Ordinal) && line.EndsWith("2.000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_is_wider_than_its_column_is_cut_into_lines()
    {
        var word = new string('a', 250);
        Assert.Equal(250, Written(new Table("t", "T", [new TextColumn("a", "A", [word])])).Sum(line => line.Count(character => character == 'a')));
    }

    [Fact]
    public void Rows_beyond_the_most_are_counted()
    {
        var writer = new StringWriter { NewLine = "\n" };
        TextTable.Write(new Table("t", "T", [new NumberColumn("a", "A", [1, 2, 3], 0)]), writer, mostRows: 1);
        Assert.Contains("  2 more rows: --table t --format csv\n", writer.ToString(), StringComparison.Ordinal);
    }

    private static Table Numbers(int columns, string heading, double value) =>
        new("t", "T", [.. Enumerable.Range(0, columns).Select(c => new NumberColumn($"c{c}", heading, [value], 3))]);

    private static string[] Written(Table table)
    {
        var writer = new StringWriter { NewLine = "\n" };
        TextTable.Write(table, writer);
        var lines = writer.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, TextTable.MostWidth));
        return lines[..^1];
    }
}
