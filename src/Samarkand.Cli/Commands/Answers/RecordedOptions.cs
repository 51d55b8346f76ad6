using System.CommandLine;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The options that narrow what the table <c>recorded-exports-of-coalition</c> counts.</summary>
internal sealed class RecordedOptions
{
    private readonly Option<string?> _exporters = new("--exporters") { Description = "In the table recorded-exports-of-coalition: whose exports to show instead of the coalition's, such as EU,USA.", HelpName = "NAME[,NAME...]" };
    private readonly Option<string> _goods = new("--goods") { Description = "In the table recorded-exports-of-coalition: all exports, or the banned goods alone.", HelpName = "all|banned", DefaultValueFactory = _ => "all" };

    public RecordedOptions()
    {
        _exporters.CompletionSources.Add(_ => Completions.RegionsAndBlocs());
        _goods.AcceptOnlyFromAmong("all", "banned");
    }

    public IEnumerable<OwnOption> All => [new(_exporters), new(_goods)];

    public RecordedRequest Read(ParseResult parsed) => new(parsed.GetValue(_exporters), parsed.GetValue(_goods) == "banned");
}

/// <summary>What the command line asks of the table <c>recorded-exports-of-coalition</c>.</summary>
/// <param name="Exporters">The names of regions and blocs with commas between them, or null for the coalition.</param>
/// <param name="BannedGoodsAlone">True for the banned goods alone.</param>
internal sealed record RecordedRequest(string? Exporters, bool BannedGoodsAlone)
{
    private const string Table = "recorded-exports-of-coalition";

    // As they are typed.
    private IReadOnlyList<string> Given => [.. Exporters is null ? (string[])[] : [$"--exporters={Exporters}"], .. BannedGoodsAlone ? (string[])["--goods=banned"] : []];

    public RecordedScope In(World world) =>
        (Exporters is null ? RecordedScope.All : RecordedScope.Of(Exporters, "--exporters", world, NameNotes.Tell)) with { BannedGoodsAlone = BannedGoodsAlone };

    /// <summary>Says that the options change nothing of what is shown.</summary>
    public void NoteWhereUnused(string? table, bool isWritten)
    {
        if (Given.Count > 0 && table != Table && !isWritten)
            Console.Error.WriteLine($"{string.Join(' ', Given)} changes nothing here: it narrows a table that `--table {Table}` or `--output DIR` shows.");
    }
}
