using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Cases.Reading;
using Samarkand.Reports.Documents;
using Samarkand.Web.Api;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Web.Pages;

/// <summary>The words that a case may hold, with what they stand for: keys and kinds, and what a world calls its regions, blocs and sectors.</summary>
internal sealed record CaseWords(ImmutableArray<Named> Words)
{
    // Below these, keys are names of the case's own.
    private static readonly string[] OwnNames = ["priors", "elasticities", "evidence", "affinities", "expected"];

    private static readonly Lazy<ImmutableArray<Named>> Keys = new(() =>
    [
        .. ShippedCases.Names.Select(name => ShippedCases.Text(name)!).Append(CaseTemplate.Text).SelectMany(text => KeysOf(CaseSource.FromText(text).Tree.Root)).Distinct().Order(StringComparer.Ordinal).Select(key => new Named(key, "")),
    ]);

    public static CaseWords Of(World world) => new(
    [
        .. Keys.Value,
        .. InstrumentKinds.Names.Select(kind => new Named(kind, "an instrument")),
        .. Enum.GetValues<Stance>().Select(stance => new Named(AnswerDocumentStart.Word(stance), "a stance")),
        .. world.Regions.Select(region => new Named(region.Code, region.Name)),
        .. world.Blocs.Select(bloc => new Named(bloc.Code, bloc.Name)),
        .. world.Sectors.Select(sector => new Named(sector.Code, sector.Name)),
        .. world.Sectors.SelectMany(sector => sector.Tags).Distinct().Select(tag => new Named(tag, "sectors with this tag")),
    ]);

    private static IEnumerable<string> KeysOf(YamlNode? node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(entry => OwnNames.Contains(entry.Key) ? [entry.Key] : KeysOf(entry.Value).Prepend(entry.Key)),
        YamlList list => list.Items.SelectMany(KeysOf),
        _ => [],
    };
}
