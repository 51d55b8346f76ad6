using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Reports.Documents.Workbooks;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>The tables of an answer in a folder of results: each as CSV, with what it means beside it, and in other forms where they are asked for.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="Overrides">What the command line set over the case's own values, and its other options.</param>
internal sealed record TableFolder(string Folder, TableOrigin Origin, IReadOnlyList<string> Overrides)
{
    /// <summary>The name of the workbook.</summary>
    public const string WorkbookName = "tables.xlsx";

    /// <summary>Of a case.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="command">The command that answers.</param>
    /// <param name="answer">The case that it answers.</param>
    /// <param name="overrides">What the command line set over the case's own values, and its other options.</param>
    public TableFolder(string folder, string command, CaseAnswer answer, IReadOnlyList<string> overrides)
        : this(folder, TableOrigin.Of(command, answer), overrides)
    {
    }

    /// <summary>Writes each table as <c>NAME.csv</c> with <c>NAME.metadata.json</c> beside it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="forms">Further forms: <c>xlsx</c> for one workbook of all, <c>parquet</c> for a file each; others add nothing.</param>
    /// <param name="cancellation">Stops it between two rows.</param>
    public void Write(IEnumerable<Table> tables, IReadOnlyCollection<string> forms, CancellationToken cancellation = default)
    {
        var written = ImmutableArray.CreateBuilder<Table>();
        foreach (var table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            using (var csv = new StreamWriter(Place($"{table.Name}.csv")))
                TableWriter.WriteCsv(table, csv, cancellation);
            cancellation.ThrowIfCancellationRequested();
            using (var metadata = File.Create(Place($"{table.Name}.metadata.json")))
                DocumentWriter.Write(Metadata(table), metadata);
            if (forms.Contains("parquet"))
            {
                using var parquet = File.Create(Place($"{table.Name}.parquet"));
                ParquetDocument.Write(table, parquet);
            }

            if (forms.Contains("xlsx"))
                written.Add(table);
        }

        if (!forms.Contains("xlsx"))
            return;
        cancellation.ThrowIfCancellationRequested();
        using var workbook = File.Create(Place(WorkbookName));
        Workbook(written.ToImmutable()).Write(workbook);
    }

    private ImmutableArray<DataSource> Sources => [.. Origin.Worlds.SelectMany(world => world.About.Sources).Distinct()];

    private string Place(string name) => Path.Combine(Folder, name);

    private Workbook Workbook(ImmutableArray<Table> tables) => new(
        Origin.Title,
        [
            .. Origin.Question is { } question ? (string[])[question] : [],
            $"Made with samarkand {Reproduction.Version} by: {Origin.Command(Overrides)}",
            .. Origin.Worlds.Select(world => $"World: {world.About.Name}, {world.About.Title}."),
            .. Sources.Select(source => $"Source: {source.Name}. {source.Address} ({source.Licence})"),
        ],
        tables);

    private TableMetadata Metadata(Table table) => new()
    {
        Table = table.Name,
        Title = table.Title,
        File = $"{table.Name}.csv",
        Rows = table.RowCount,
        Columns = new OrderedDictionary<string, ColumnMetadata>(table.WithNames().Columns.Select(ColumnDocument.Of).DistinctBy(column => column.Name)
            .Select(column => KeyValuePair.Create(column.Name, new ColumnMetadata(column.Heading, column.Type, column.Unit, column.Meaning)))),
        Command = $"{Origin.Command(Options(table))} --table {table.Name} --format csv",
        Case = Origin.Worlds.IsEmpty ? null : Origin.Title,
        World = Origin.Worlds is [var world, ..] ? AnswerDocumentStart.Head(world) : null,
        Sources = Sources,
    };

    // The months are a table by themselves; all others are of the case in full.
    private string[] Options(Table table) =>
        [.. table.Name == TimelineTable.Name ? Overrides : Overrides.Where(option => option != "--timeline")];
}
