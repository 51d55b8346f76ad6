using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Mcp;

/// <summary>What a tool answers about a case: words, one table, and what they rest on.</summary>
internal sealed record ToolAnswer
{
    /// <summary>The title of the case, or what the answer is about.</summary>
    public required string Title { get; init; }

    /// <summary>The question of the case, or null.</summary>
    public string? Question { get; init; }

    /// <summary>What the answer is compared with, in a sentence; null where that is the world without the case.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>The answer in words, a sentence or two each.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The numbers.</summary>
    public required ToolTable Table { get; init; }

    /// <summary>The names of the tables that can be asked for instead.</summary>
    public ImmutableArray<string> OtherTables { get; init; } = [];

    /// <summary>How exactly the equations of the equilibria behind it hold.</summary>
    public required ToolCertificate Certificate { get; init; }

    /// <summary>What the answer rests on: world, horizon, closure, and what else a reader has to know.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>How names were read, what is not used, what has no answer.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>How to get the same numbers from the command line.</summary>
    public required Repetition Repeat { get; init; }

    /// <summary>Of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="table">The table to show; null for its first one.</param>
    /// <param name="repeat">The command that gives it.</param>
    public static ToolAnswer Of(AnswerDocument document, string? table, Repetition repeat)
    {
        var shown = table is null ? document.Tables[0] : document.Tables.FirstOrDefault(one => one.Name == table)
            ?? throw new ApiException(404, "table", "There is no such table", $"there is no table `{(table.Length > 60 ? table[..60] : table)}` here", $"the tables are {string.Join(", ", document.Tables.Select(one => one.Name))}");
        return new ToolAnswer
        {
            Title = document.Title,
            Question = document.Question,
            ComparedWith = document.Comparison,
            Words = [.. document.Words.SelectMany(passage => passage.Lines).Select(Wording.Plain)],
            Table = ToolTable.Of(shown.Table),
            OtherTables = [.. document.Tables.Select(one => one.Name).Where(name => name != shown.Name)],
            Certificate = new ToolCertificate(document.Certificate.Text, document.Certificate.LargestResidual),
            Assumptions =
            [
                .. document.World is { } world ? (string[])[$"world {world.Name} ({world.Title}, {world.Year.ToString(CultureInfo.InvariantCulture)}); horizon {document.Horizon}; deficits {document.Closure}; samarkand {document.Samarkand}"] : [],
                .. document.Grounds.Where(ground => !ground.StartsWith("Certificate", StringComparison.Ordinal)).Select(Wording.Plain),
            ],
            Notes = [.. document.Names.Concat(document.FurtherNotes).Concat(document.LeftOut.Select(name => $"left out, since the world does not hold it: {name}")).Select(Wording.Plain)],
            Repeat = repeat,
        };
    }
}

/// <summary>A table as CSV, in full precision, as the command line prints it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">What each column means.</param>
/// <param name="Csv">The first rows.</param>
/// <param name="RowsLeftOff">How many more there are.</param>
internal sealed record ToolTable(string Name, string Title, ImmutableArray<string> Columns, string Csv, int RowsLeftOff)
{
    private const int MostRows = 120;

    public static ToolTable Of(Table table)
    {
        var shown = table.RowCount <= MostRows ? table : table.Pick([.. Enumerable.Range(0, MostRows)]);
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TableWriter.WriteCsv(shown, writer);
        return new ToolTable(table.Name, table.Title, [.. table.Columns.Select(column => $"{column.Name}: {(column.Meaning.Length > 0 ? column.Meaning : column.Heading)}")], writer.ToString(), table.RowCount - shown.RowCount);
    }
}

/// <summary>How exactly the equations hold.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="LargestResidual">The largest relative residual of all equilibria behind the answer.</param>
internal sealed record ToolCertificate(string Text, double LargestResidual);

/// <summary>How to get the same again.</summary>
/// <param name="Command">The command.</param>
/// <param name="Files">Which texts have to be saved as which files before.</param>
internal sealed record Repetition(string Command, ImmutableArray<string> Files);
