namespace Samarkand.Core;

/// <summary>A study whose results are made block by block, ready to be solved anywhere.</summary>
/// <param name="Kind">What kind of blocks.</param>
/// <param name="Inputs">What they depend on.</param>
/// <param name="Count">How many results there are in all.</param>
/// <param name="Chunk">How many are solved and kept together.</param>
/// <param name="Layout">What a block holds.</param>
/// <param name="Solve">Solves a block, and calls back after each result.</param>
internal sealed record BlockStudy(BlockKind Kind, KeptInputs Inputs, int Count, int Chunk, BlockLayout Layout, Func<BlockRange, Action, CancellationToken, Block> Solve);
