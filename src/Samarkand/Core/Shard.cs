using System.Globalization;

namespace Samarkand.Core;

/// <summary>
/// One of several parts into which the blocks of a study are dealt, so that processes on one or many machines make them over one folder and
/// none waits for another: of <see cref="Of"/> parts, the part that takes every block whose number leaves the remainder <see cref="Number"/> - 1.
/// </summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
internal readonly record struct Shard(int Number, int Of)
{
    /// <summary>The most parts.</summary>
    public const int Most = 100_000;

    /// <summary>Reads <c>3/8</c>; null where it is no part of a whole.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var part, var whole]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && number >= 1 && number <= of && of <= Most
            ? new Shard(number, of)
            : null;

    /// <summary>True where it makes a block of a study whose blocks have so many results.</summary>
    public bool Makes(BlockRange range, int size) => range.First / size % Of == Number - 1;

    /// <summary>As in the name of a file: <c>3-of-8</c>.</summary>
    public string InFileNames => FormattableString.Invariant($"{Number}-of-{Of}");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Of}");
}
