using System.Collections.Immutable;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>What stands beside the CSV of a table as <c>NAME.metadata.json</c>: what it is, what its columns mean, and where it comes from.</summary>
internal sealed record TableMetadata
{
    public string Samarkand { get; } = Pages.Reproduction.Version;

    public required string Table { get; init; }

    public required string Title { get; init; }

    public required string File { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyDictionary<string, ColumnMetadata> Columns { get; init; }

    public string Missing { get; } = "An empty cell is a value that does not exist.";

    /// <summary>The command that writes the same table, in the folder of the file.</summary>
    public required string Command { get; init; }

    public required string? Case { get; init; }

    public required WorldHead? World { get; init; }

    public required ImmutableArray<DataSource> Sources { get; init; }
}

/// <summary>A column of a CSV file.</summary>
internal sealed record ColumnMetadata(string Heading, string Type, string Unit, string Meaning);
