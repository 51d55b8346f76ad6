using Samarkand.Cli.Printing;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Tests;

/// <summary>Tables on screens of any width.</summary>
public class TextTableTests
{
    public static TheoryData<int> Widths => [40, 53, 80, 100, 132, 200];

    [Fact]
    public void Headings_wrap_before_a_decimal_goes()
    {
        var lines = Written(Numbers(8, "A heading of some length", 12.345678));
        Assert.Contains(lines, line => line.Contains("heading", StringComparison.Ordinal) && !line.Contains("length", StringComparison.Ordinal));
        Assert.Equal(8, lines[^2].Split("12.346").Length - 1);
    }

    [Fact]
    public void A_decimal_goes_where_wrapped_headings_are_not_enough_and_two_stay()
    {
        var lines = Written(Numbers(8, "Value", 123456.789));
        Assert.Equal(8, $"{lines[^2]} ".Split("123,456.79 ").Length - 1);
        Assert.DoesNotContain(Written(Numbers(12, "Value", 123456.789)), line => line.Contains("123,457", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_fold_where_that_is_not_enough_and_each_block_says_what_its_rows_are()
    {
        var table = new Table("t", "T", [new TextColumn("region", "Region", ["RUS", "CHN"]), .. Enumerable.Range(0, 12).Select(c => new NumberColumn($"c{c}", $"Value{c:00}", [c + 0.125, 1000 + c + 0.125], 3))]);
        var lines = Written(table, 60);
        var heads = Array.FindAll(lines, line => line.StartsWith("  Region", StringComparison.Ordinal));
        Assert.Equal(3, heads.Length);
        Assert.Equal(Enumerable.Range(0, 12).Select(c => $"Value{c:00}"), string.Join(' ', heads).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "Region"));
        Assert.Equal(3, lines.Count(line => line.StartsWith("  RUS ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("1,011.125", StringComparison.Ordinal));
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
    public void A_word_that_is_wider_than_the_screen_is_broken_behind_signs_and_else_cut()
    {
        var word = new string('a', 250);
        Assert.Equal(250, Written(new Table("t", "T", [new TextColumn("a", "A", [word])])).Sum(line => line.Count(character => character == 'a')));
        var path = string.Join('/', Enumerable.Repeat("folder-name", 20));
        Assert.Equal(
            ["  folder-name/folder-name/folder-name/", "  folder-name/folder-name/folder-name/"],
            Written(new Table("t", "T", [new TextColumn("a", "A", [path])]), 40).Where(line => line.StartsWith("  folder", StringComparison.Ordinal)).Take(2));
    }

    [Fact]
    public void Rows_beyond_the_most_are_counted()
    {
        var writer = new StringWriter { NewLine = "\n" };
        TextTable.Write(new Table("t", "T", [new NumberColumn("a", "A", [1, 2, 3], 0)]), writer, mostRows: 1, width: 100);
        Assert.Contains("  2 more rows: --table t --format csv\n", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_is_wider_than_the_screen_no_word_is_broken_and_nothing_is_lost(int width)
    {
        // Made-up tables; the seed is part of the test.
        var random = new Random(7);
        for (var k = 0; k < 200; k++)
        {
            var table = MadeUp(random);
            var lines = Written(table, width);
            var words = lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
            foreach (var column in table.Columns)
            {
                Assert.All(column.Heading.Split(' '), word => Assert.Contains(word, words));
                for (var row = 0; row < table.RowCount; row++)
                    Assert.All(TableWriter.Text(column, row).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(_ => column is TextColumn), word => Assert.Contains(word, words));
            }
        }
    }

    [Theory]
    [InlineData(null, null, 100)]
    [InlineData(null, 80, 80)]
    [InlineData("66", 80, 66)]
    [InlineData("66", null, 66)]
    [InlineData("12", null, 40)]
    [InlineData("1000", null, 200)]
    [InlineData(null, 20, 40)]
    [InlineData(null, 500, 200)]
    [InlineData("", 80, 80)]
    [InlineData("wide", 80, 80)]
    [InlineData("0", 80, 80)]
    [InlineData("-5", null, 100)]
    [InlineData(null, 0, 100)]
    public void Columns_come_before_the_terminal_and_both_have_limits(string? columns, int? terminal, int width) => Assert.Equal(width, Screen.Of(columns, terminal));

    private static Table MadeUp(Random random)
    {
        var rows = random.Next(1, 6);
        string Word() => new([.. Enumerable.Range(0, random.Next(1, 15)).Select(_ => (char)('a' + random.Next(26)))]);
        string Words(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => Word()));
        return new Table("made-up", Words(12),
        [
            .. Enumerable.Range(0, random.Next(1, 10)).Select(c => random.Next(3) switch
            {
                0 => (Column)new TextColumn($"c{c}", Words(3), [.. Enumerable.Range(0, rows).Select(_ => Word())]),
                1 => new TextColumn($"c{c}", Words(3), [.. Enumerable.Range(0, rows).Select(_ => Words(30))]),
                _ => new NumberColumn($"c{c}", Words(6), [.. Enumerable.Range(0, rows).Select(_ => Math.Pow(10, random.Next(-3, 9)) * (random.NextDouble() - 0.5))], random.Next(0, 5)),
            }),
        ]);
    }

    private static Table Numbers(int columns, string heading, double value) =>
        new("t", "T", [.. Enumerable.Range(0, columns).Select(c => new NumberColumn($"c{c}", heading, [value], 3))]);

    private static string[] Written(Table table, int width = 100)
    {
        var writer = new StringWriter { NewLine = "\n" };
        TextTable.Write(table, writer, width: width);
        var lines = writer.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        return lines[..^1];
    }
}
