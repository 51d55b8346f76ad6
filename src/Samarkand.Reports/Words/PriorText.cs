using Samarkand.Cases;
using Samarkand.Reports.Pages;

namespace Samarkand.Reports.Words;

/// <summary>What a prior is about, in words: the instrument and which of its sizes, as the page says it. Its path is for columns of ids.</summary>
internal static class PriorText
{
    /// <summary>The words of a prior of a case; its path where nothing is known of it.</summary>
    public static string Of(BoundCase bound, Prior prior)
    {
        var (path, people) = (prior.Path, new Cast(bound));
        if (Instruments(bound.Case).FirstOrDefault(one => path.StartsWith($"{one.Instrument.Head.Path}.", StringComparison.Ordinal)) is { Instrument: { } instrument } found)
            return $"{found.Whose}{instrument.Kind}{InstrumentText.Short(instrument, people).Of}: {SizeNames.Of(path[(instrument.Head.Path.Length + 1)..])}";
        return path.Split('.', 3) switch
        {
            ["severity"] => "severity of secondary sanctions",
            ["elasticities"] => "all trade elasticities",
            ["elasticities", var of] => $"trade elasticity of {Sector(bound, of)}",
            ["routes", var key] => $"ways of banned goods: {SizeNames.Of(key)}",
            ["other-buyers", var key] => $"other buyers of the target's goods: {SizeNames.Of(key)}",
            ["affinity", var who, var whom] => $"weight of {Name(bound, who)} on {Name(bound, whom)}",
            _ => path,
        };
    }

    // With whose they are where they are not the coalition's package.
    private static IEnumerable<(Instrument Instrument, string Whose)> Instruments(Case theCase) =>
    [
        .. theCase.Package.Select(one => (one, "")),
        .. theCase.OverCompliance is { } fear ? ((Instrument, string)[])[(fear, "")] : [],
        .. (theCase.Secondary?.Package ?? []).Select(one => (one, "secondary ")),
        .. (theCase.Retaliation?.Package ?? []).Select(one => (one, "retaliation by ")),
        .. theCase.Players.SelectMany(player => player.Means.Concat(player.Actions.SelectMany(action => action.Package)).Select(one => (one, $"{player.Region.Text}'s "))),
    ];

    private static string Sector(BoundCase bound, string code) => bound.World.Sectors.FirstOrDefault(sector => sector.Code == code)?.Name ?? code;

    private static string Name(BoundCase bound, string code) => bound.World.Regions.FirstOrDefault(region => region.Code == code)?.Name ?? code;
}
