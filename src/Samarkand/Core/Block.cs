using System.Collections.Immutable;

namespace Samarkand.Core;

/// <summary>Results with neighbouring numbers, by column: what is solved together, and kept or handed over together.</summary>
/// <param name="Layout">The names of the columns.</param>
/// <param name="Range">The numbers.</param>
/// <param name="Texts">Columns of texts, [column][result].</param>
/// <param name="Numbers">Columns of numbers, [column][result].</param>
internal sealed record Block(BlockLayout Layout, BlockRange Range, string[][] Texts, double[][] Numbers)
{
    /// <summary>What a block holds that has no row for each result; null where it has.</summary>
    public byte[]? Summary { get; private init; }

    /// <summary>A block that holds something else than a row for each result.</summary>
    public static Block Of(BlockRange range, byte[] summary) => new(BlockLayout.OfSummaries, range, [], []) { Summary = summary };
}

/// <summary>What a block holds of each result, beside its number.</summary>
/// <param name="Texts">The names of the columns of texts.</param>
/// <param name="Numbers">The names of the columns of numbers.</param>
internal sealed record BlockLayout(ImmutableArray<string> Texts, ImmutableArray<string> Numbers)
{
    /// <summary>Of blocks that have no rows: <see cref="Block.Summary"/>.</summary>
    public static BlockLayout OfSummaries { get; } = new([], []);
}

/// <summary>Neighbouring numbers.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Count">How many.</param>
internal readonly record struct BlockRange(int First, int Count)
{
    /// <summary>The number after the last.</summary>
    public int End => First + Count;
}
