using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>What output the command line asks for.</summary>
internal sealed record OutputChoice
{
    /// <summary>One table, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The folder of results, or null.</summary>
    public OutputFolder? Folder { get; init; }

    /// <summary>One of <see cref="PrintChoice.Formats"/>.</summary>
    public string Format { get; init; } = PrintChoice.Text;

    /// <summary>How the answer is printed.</summary>
    public PrintChoice Print => PrintChoice.Of(Format, Folder?.Path);

    /// <summary>The table that a command prints as CSV where none is named, or null.</summary>
    public string? Usual { get; init; }

    /// <summary>The table that is printed where only one is, or null for all of them.</summary>
    public string? Only => Table ?? (PrintChoice.HoldsOneTable(Format) ? Usual : null);

    /// <summary>True where what a table holds has to be solved: a folder holds all of them.</summary>
    public bool Wants(string table) => Folder is not null || Only is null || Only == table;
}
