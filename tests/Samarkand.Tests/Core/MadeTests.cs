using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>When and how results were made.</summary>
public class MadeTests
{
    [Theory]
    [InlineData("0", "1970-01-01")]
    [InlineData("1700000000", "2023-11-14")]
    [InlineData("1709251199", "2024-02-29")]
    public void The_day_is_that_of_the_clock_of_reproducible_builds(string clock, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Made.Today(clock));

    [Fact]
    public void Without_it_the_day_is_today()
    {
        var before = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var clock in (string?[])[null, ""])
            Assert.InRange(Made.Today(clock), before, DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("99999999999999")]
    [InlineData("999999999999999999999999")]
    public void A_clock_that_shows_no_time_is_told(string clock) =>
        Assert.Equal($"SOURCE_DATE_EPOCH: `{clock}` is no number of seconds since 1970; give one, or unset the variable", Folders.Refused(() => Made.Today(clock)));

    [Theory]
    [InlineData("package.0.rate=0.1", "package.0.rate=0.1")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("", "''")]
    [InlineData("$HOME", "'$HOME'")]
    public void A_command_can_be_typed_again(string word, string typed) => Assert.Equal($"samarkand run {typed}", Made.By(["samarkand", "run", word]).Command);
}
