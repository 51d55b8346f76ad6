using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cases;

/// <summary>
/// A case written in code: who imposes what on whom. It becomes the text of a case, so it is checked, saved and opened as one that somebody
/// wrote by hand. Each call gives a new draft and leaves the old one as it is.
/// </summary>
/// <param name="Title">One line that says what the case asks.</param>
/// <param name="Target">The code of the state that the package falls on.</param>
/// <example>
/// <code>
/// using Samarkand.Cases;
///
/// var draft = new CaseDraft("Who pays for a ban of electronics?", "RUS") { Coalition = ["EU", "USA", "JPN"] }
///     .ExportBan(0.5, "electronics")
///     .Add("asset-freeze", ("amount", "100 bn USD"));
/// Console.WriteLine(draft.Text);
/// Console.WriteLine($"The coalition has {draft.Open().Coalition.Length} members.");
/// </code>
/// </example>
public sealed record CaseDraft(string Title, string Target)
{
    private ImmutableArray<string> _package = [];

    /// <summary>Who imposes it: codes of regions and blocs.</summary>
    public IReadOnlyList<string> Coalition { get; init; } = [];

    /// <summary>The name of an embedded world, or the path of a folder.</summary>
    public string World { get; init; } = Case.DefaultWorld;

    /// <summary>How long firms have had to adapt.</summary>
    public Horizon Horizon { get; init; } = Horizon.Medium;

    /// <summary>What happens to deficits.</summary>
    public Closure Closure { get; init; } = Closure.Fixed;

    /// <summary>The text of the case, in YAML.</summary>
    public string Text => string.Join(
        '\n',
        [
            $"title: {Written(Title)}",
            $"world: {Written(World)}",
            $"horizon: {Horizon.ToString().ToLowerInvariant()}",
            $"closure: {Closure.ToString().ToLowerInvariant()}",
            $"target: {Written(Target)}",
            $"coalition: {Written(Coalition)}",
            _package.IsEmpty ? "package: []" : "package:",
            .. _package.Select(instrument => $"  - {{ {instrument} }}"),
            "",
        ]);

    /// <summary>Bans a share of what the coalition sells to the target.</summary>
    /// <param name="coverage">The share of varieties, above 0 and at most 1.</param>
    /// <param name="sectors">Codes and tags of sectors; none for all goods.</param>
    public CaseDraft ExportBan(double coverage, params IReadOnlyList<string> sectors) => Add("export-ban", sectors, ("coverage", coverage));

    /// <summary>Bans a share of what the coalition buys from the target.</summary>
    /// <inheritdoc cref="ExportBan"/>
    public CaseDraft ImportBan(double coverage, params IReadOnlyList<string> sectors) => Add("import-ban", sectors, ("coverage", coverage));

    /// <summary>Puts a tariff on what the coalition buys from the target.</summary>
    /// <param name="rate">The rate: 0.25 for 25 percent.</param>
    /// <param name="sectors">Codes and tags of sectors; none for all goods.</param>
    public CaseDraft Tariff(double rate, params IReadOnlyList<string> sectors) => Add("tariff", sectors, ("rate", rate));

    /// <summary>Makes what the coalition sells to the target dearer to deliver.</summary>
    /// <param name="factor">What delivery costs afterwards, over what it cost before.</param>
    /// <param name="sectors">Codes and tags of sectors; none for all goods.</param>
    public CaseDraft TradeCost(double factor, params IReadOnlyList<string> sectors) => Add("trade-cost", sectors, ("factor", factor));

    /// <summary>Adds an instrument of any kind, with its settings as a case writes them.</summary>
    /// <param name="kind">The kind, such as <c>asset-freeze</c>.</param>
    /// <param name="settings">Its settings: each value a text, a number, true or false, or a list of texts.</param>
    /// <exception cref="ArgumentException">A value is something else.</exception>
    public CaseDraft Add(string kind, params IReadOnlyList<(string Key, object Value)> settings) => this with
    {
        _package = _package.Add(string.Join(", ", settings.Select(setting => $"{setting.Key}: {Written(setting.Value)}").Prepend($"kind: {kind}"))),
    };

    /// <summary>The draft as a case that can be edited, dated and opened.</summary>
    public CaseSource ToSource() => CaseSource.FromText(Text, Title);

    /// <summary>Opens the case on its world; see <see cref="CaseSource.Open()"/>.</summary>
    /// <exception cref="InputException">The draft names something that there is not, or a size that cannot be.</exception>
    public BoundCase Open() => ToSource().Open();

    private CaseDraft Add(string kind, IReadOnlyList<string> sectors, (string Key, object Value) size) =>
        sectors.Count == 0 ? Add(kind, size) : Add(kind, size, ("sectors", sectors));

    private static string Written(object value) => value switch
    {
        string text => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        IEnumerable<string> texts => $"[{string.Join(", ", texts.Select(Written))}]",
        _ => throw new ArgumentException($"{value} is no text, number, truth or list of texts", nameof(value)),
    };
}
