using System.CommandLine;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The options that say what the tables of recorded exports count.</summary>
internal sealed class RecordedOptions
{
    private readonly Option<string?> _exporters = new("--exporters") { Description = "In the table recorded-exports-of-coalition: whose exports to show instead of the coalition's, such as EU,USA.", HelpName = "NAME[,NAME...]" };
    private readonly Option<string> _goods = new("--goods") { Description = "In the tables of recorded exports: goods, all exports with services among them, the banned goods alone, or fuels alone.", HelpName = "goods|all|banned|fuels", DefaultValueFactory = _ => "goods" };

    private static string[] Kinds => Array.ConvertAll(Enum.GetNames<RecordedGoods>(), name => name.ToLowerInvariant());

    public RecordedOptions()
    {
        _exporters.CompletionSources.Add(_ => Completions.RegionsAndBlocs());
        _goods.AcceptOnlyFromAmong(Kinds);
    }

    public IEnumerable<OwnOption> All => [new(_exporters), new(_goods)];

    public RecordedRequest Read(ParseResult parsed) => new(parsed.GetValue(_exporters), Enum.Parse<RecordedGoods>(parsed.GetValue(_goods)!, ignoreCase: true));
}

/// <summary>What the command line asks of the tables of recorded exports.</summary>
/// <param name="Exporters">The names of regions and blocs with commas between them, or null for the coalition.</param>
/// <param name="Goods">Which goods.</param>
internal sealed record RecordedRequest(string? Exporters, RecordedGoods Goods)
{
    // As they are typed.
    private IReadOnlyList<string> Given => [.. Exporters is null ? (string[])[] : [$"--exporters={Exporters}"], .. Goods == RecordedGoods.Goods ? (string[])[] : [$"--goods={Goods.ToString().ToLowerInvariant()}"]];

    public RecordedScope In(World world) =>
        (Exporters is null ? RecordedScope.OfGoods : RecordedScope.Of(Exporters, "--exporters", world, NameNotes.Tell)) with { Goods = Goods };

    /// <summary>Says that the options change nothing of what is shown.</summary>
    public void NoteWhereUnused(string? table, bool isWritten)
    {
        if (Given.Count > 0 && !(table is not null && RecordedTables.IsNarrowed(table)) && !isWritten)
            Console.Error.WriteLine($"{string.Join(' ', Given)} changes nothing here: it narrows a table that `--table {RecordedTables.OfCoalition}` or `--output DIR` shows.");
    }
}
