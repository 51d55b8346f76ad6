using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>A world made from statistics, with what is kept beside it.</summary>
public sealed record BuiltWorld
{
    internal BuiltWorld(World world, ImmutableArray<OfficialFigure> comparison, WorldProvenance provenance, ImmutableArray<Tie> ties) =>
        (World, Comparison, Provenance, Ties) = (world, comparison, provenance, ties);

    /// <summary>The world.</summary>
    public World World { get; init; }

    /// <summary>Every official figure beside the world's own.</summary>
    internal ImmutableArray<OfficialFigure> Comparison { get; init; }

    /// <summary>Where flows and technologies come from: the tables <c>provenance.csv</c> and <c>technology.csv</c>.</summary>
    internal WorldProvenance Provenance { get; init; }

    /// <summary>Memberships, votes and debts between states: <c>ties.csv</c>.</summary>
    public ImmutableArray<Tie> Ties { get; init; }

    /// <summary>Writes the world as a folder, with its tables beside it.</summary>
    /// <param name="folder">A folder that does not exist yet, or is empty.</param>
    /// <param name="beforeFile">Called before each big file and at the end; where it throws, nothing is left behind.</param>
    /// <exception cref="InputException">The folder holds something already, or cannot be written.</exception>
    public void Write(string folder, Action? beforeFile = null) => WorldFolder.Write(World, folder, BigTableFormat.CsvGz, beforeFile, Tables);

    /// <summary>The tables beside the world, by the name of their file.</summary>
    public ImmutableArray<(string File, string Text)> Tables => WorldRecords.Files(Ties, Provenance, Comparison);
}
