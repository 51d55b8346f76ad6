using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What the tables of recorded exports count.</summary>
/// <param name="Exporters">Whose exports <c>recorded-exports-of-coalition</c> shows; empty for the coalition.</param>
/// <param name="Goods">Which goods.</param>
internal sealed record RecordedScope(ImmutableArray<Region> Exporters, RecordedGoods Goods)
{
    /// <summary>The goods that the coalition sells, which is what customs see.</summary>
    public static RecordedScope OfGoods { get; } = new([], RecordedGoods.Goods);

    /// <summary>What is counted, in words.</summary>
    public string What => Goods switch
    {
        RecordedGoods.All => "goods and services",
        RecordedGoods.Banned => "the banned goods alone",
        RecordedGoods.Fuels => "fuels alone",
        _ => "goods",
    };

    /// <summary>The records before and after.</summary>
    public (RecordedTrade Before, RecordedTrade After) Trade(CaseAnswer answer)
    {
        if (Goods == RecordedGoods.Banned)
            return (Records.BannedBefore(answer), Records.BannedAfter(answer));
        var (before, after) = (Records.Before(answer), Records.After(answer));
        if (Goods == RecordedGoods.All)
            return (before, after);
        var sectors = answer.Case.World.Sectors;
        // A world that does not tell fuels apart has them in its sectors of energy.
        var tag = Goods == RecordedGoods.Goods ? "goods" : sectors.Any(sector => sector.Tags.Contains("fuel")) ? "fuel" : "energy";
        bool IsCounted(Sector sector) => sectors[sector.Index].Tags.Contains(tag);
        return (before.Of(IsCounted), after.Of(IsCounted));
    }

    /// <summary>The exports of regions and blocs that are named as a case names them.</summary>
    /// <param name="names">Codes with commas between them; a name with <c>?</c> is left out where the world lacks it.</param>
    /// <param name="place">What to blame for a mistake: the option.</param>
    /// <param name="world">The world.</param>
    /// <param name="tell">Told what a name was read as, and which covers less than it says; or null.</param>
    /// <exception cref="InputException">The world does not hold a name, or none of them.</exception>
    public static RecordedScope Of(string names, string place, World world, Action<string>? tell = null)
    {
        var (where, problems) = (new Place(place, 0, 0), new ProblemList(place));
        var regions = new RegionNames(world, problems);
        var exporters = regions.Set([.. names.Split(',').Select(name => Read(name.Trim(), where, problems)).OfType<RegionName>()]);
        if (exporters.IsEmpty && problems.IsEmpty)
            problems.Add(where, $"{world.About.Name} holds none of `{names}`", $"`samarkand world show {world.About.Name}` lists the regions and blocs");
        problems.ThrowIfAny();
        regions.Tell(tell);
        return new RecordedScope(exporters, RecordedGoods.Goods);
    }

    private static RegionName? Read(string name, Place place, ProblemList problems)
    {
        if (name.TrimEnd('?').Length > 0)
            return new RegionName(name.TrimEnd('?'), name.EndsWith('?'), place);
        problems.Add(place, "the name of a region or bloc is missing", "write codes with commas between them: EU,USA");
        return null;
    }
}
