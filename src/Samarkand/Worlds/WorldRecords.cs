using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds;

/// <summary>
/// What is kept beside a world's numbers: ties between its states, where its numbers come from, and the official figures that it was made
/// to agree with, and for a world that ships what makes its solves short. Each is read when it is first asked for.
/// </summary>
/// <param name="open">The file of that name, and what to call it in messages; null where there is none.</param>
/// <param name="preconditioner">The preconditioner that ships with the world.</param>
internal sealed class WorldRecords(Func<string, (string Name, Stream Stream)?> open, Func<ReadOnlyMemory<byte>?>? preconditioner = null)
{
    private const string TiesFile = "ties.csv";
    private const string PairsFile = "provenance.csv";
    private const string TechnologyFile = "technology.csv";
    private const string OfficialFile = "constraints.csv";

    private readonly Lazy<ImmutableArray<Tie>> _ties = new(() => open(TiesFile) is { } file ? TieTable.Read(file.Name, file.Stream) : []);
    private readonly Lazy<WorldProvenance?> _provenance = new(() => ReadProvenance(open));
    private readonly Lazy<ReadOnlyMemory<byte>?> _preconditioner = new(preconditioner ?? (() => null));
    private readonly Lazy<ImmutableArray<OfficialFigure>> _official = new(() => [.. Rows(open, OfficialFile, OfficialFigure.Header).Select(OfficialFigure.Of)]);

    /// <summary>A world of which nobody kept any.</summary>
    public static WorldRecords None { get; } = new(_ => null);

    public ImmutableArray<Tie> Ties => _ties.Value;

    public WorldProvenance? Provenance => _provenance.Value;

    public ImmutableArray<OfficialFigure> Official => _official.Value;

    /// <summary>The preconditioner that ships with the world; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Preconditioner => _preconditioner.Value;

    /// <summary>Those of an embedded world.</summary>
    public static WorldRecords Embedded(string world) =>
        new(file => EmbeddedWorlds.Find($"{world}/{file}") is { } stream ? (file, stream) : null, () => ShippedPreconditioner.Embedded(world));

    /// <summary>Those in a world's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="preconditioner">That of the embedded world whose numbers the folder holds.</param>
    public static WorldRecords In(string folder, Func<ReadOnlyMemory<byte>?> preconditioner) => new(
        file =>
        {
            var path = Path.Combine(folder, file);
            return File.Exists(path) ? (path, File.OpenRead(path)) : null;
        },
        preconditioner);

    /// <summary>The tables as files, for those that hold something.</summary>
    public static ImmutableArray<(string File, string Text)> Files(ImmutableArray<Tie> ties, WorldProvenance? provenance, ImmutableArray<OfficialFigure> official) =>
    [
        .. official.IsEmpty ? [] : Table(OfficialFile, OfficialFigure.Header, official.Select(figure => figure.Row)),
        .. provenance is null ? [] : Table(PairsFile, PairProvenance.Header, provenance.Pairs.Select(pair => pair.Row)),
        .. provenance is null ? [] : Table(TechnologyFile, TechnologyProvenance.Header, provenance.Technologies.Select(technology => technology.Row)),
        .. ties.IsEmpty ? [] : Table(TiesFile, Tie.Header, ties.Select(tie => tie.Row)),
    ];

    private static (string, string)[] Table(string file, string[] header, IEnumerable<string[]> rows) => [(file, RecordTable.Text(header, rows))];

    private static WorldProvenance? ReadProvenance(Func<string, (string Name, Stream Stream)?> open)
    {
        var pairs = Rows(open, PairsFile, PairProvenance.Header);
        return pairs.Count == 0 ? null : new WorldProvenance(
            [.. pairs.Select(PairProvenance.Of)],
            [.. Rows(open, TechnologyFile, TechnologyProvenance.Header).Select(TechnologyProvenance.Of)]);
    }

    private static List<string[]> Rows(Func<string, (string Name, Stream Stream)?> open, string name, string[] header) =>
        open(name) is { } file ? RecordTable.Rows(file.Name, file.Stream, header) : [];
}
