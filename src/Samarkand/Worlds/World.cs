using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samarkand.Core;
using Samarkand.Worlds.Names;

namespace Samarkand.Worlds;

/// <summary>
/// Regions, sectors, blocs, baseline flows and technology of one year. All values are in million USD a year.
/// Immutable: the arrays given to the constructor must not be changed afterwards.
/// </summary>
public sealed class World
{
    private readonly double[] _trade;
    private readonly double[]? _tariffs;
    private readonly double[] _inputs;
    private readonly double[] _final;
    private readonly double[] _elasticities;
    private double[]? _valueAdded;
    private WorldNames? _names;

    /// <summary>Makes a world of N regions and S sectors. Checks the lengths only; see <see cref="WorldBalance"/> for the sums.</summary>
    /// <param name="about">Name, year, sources and rules.</param>
    /// <param name="regions">The N regions.</param>
    /// <param name="sectors">The S sectors.</param>
    /// <param name="blocs">The blocs, cut to the world's regions.</param>
    /// <param name="trade">Flows at basic prices, [sector, origin, destination], length S N N.</param>
    /// <param name="tariffs">Ad valorem tariff rates, same layout, owned by the importer; null where there are none.</param>
    /// <param name="inputs">Intermediate use at buyers' prices, [region, input, sector], length N S S.</param>
    /// <param name="final">Final demand at buyers' prices, [region, sector], length N S.</param>
    /// <param name="elasticities">Trade elasticities theta, one a sector, above 0.</param>
    public World(
        WorldInfo about,
        ImmutableArray<RegionInfo> regions,
        ImmutableArray<SectorInfo> sectors,
        ImmutableArray<Bloc> blocs,
        double[] trade,
        double[]? tariffs,
        double[] inputs,
        double[] final,
        double[] elasticities)
    {
        var (n, s) = (regions.Length, sectors.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(trade.Length, s * n * n);
        if (tariffs is not null)
            ArgumentOutOfRangeException.ThrowIfNotEqual(tariffs.Length, s * n * n);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputs.Length, n * s * s);
        ArgumentOutOfRangeException.ThrowIfNotEqual(final.Length, n * s);
        ArgumentOutOfRangeException.ThrowIfNotEqual(elasticities.Length, s);
        About = about;
        Regions = regions;
        Sectors = sectors;
        Blocs = blocs;
        (_trade, _tariffs, _inputs, _final, _elasticities) = (trade, tariffs, inputs, final, elasticities);
    }

    /// <summary>Name, year, sources and rules.</summary>
    public WorldInfo About { get; }

    /// <summary>The N regions, in the order of every array.</summary>
    public ImmutableArray<RegionInfo> Regions { get; }

    /// <summary>The S sectors, in the order of every array.</summary>
    public ImmutableArray<SectorInfo> Sectors { get; }

    /// <summary>The blocs that a case may name.</summary>
    public ImmutableArray<Bloc> Blocs { get; }

    /// <summary>Flows at basic prices, million USD, [sector, origin, destination].</summary>
    public ReadOnlySpan<double> Trade => _trade;

    /// <summary>Ad valorem tariff rates, [sector, origin, destination]; empty where the world has none.</summary>
    public ReadOnlySpan<double> Tariffs => _tariffs;

    /// <summary>Intermediate use at buyers' prices, million USD, [region, input, sector].</summary>
    public ReadOnlySpan<double> Inputs => _inputs;

    /// <summary>Final demand at buyers' prices, million USD, [region, sector].</summary>
    public ReadOnlySpan<double> Final => _final;

    /// <summary>Trade elasticities theta, one a sector.</summary>
    public ReadOnlySpan<double> Elasticities => _elasticities;

    /// <summary>Finds regions and blocs by the names that people write.</summary>
    internal WorldNames Names
    {
        get
        {
            if (_names is null)
                Interlocked.CompareExchange(ref _names, new WorldNames(Regions, Blocs, About.Name), null);
            return _names;
        }
    }

    /// <summary>The code of a region.</summary>
    public string Code(Region region) => Regions[region.Index].Code;

    /// <summary>The name of a region.</summary>
    public string Name(Region region) => Regions[region.Index].Name;

    /// <summary>The code of a sector.</summary>
    public string Code(Sector sector) => Sectors[sector.Index].Code;

    /// <summary>The name of a sector.</summary>
    public string Name(Sector sector) => Sectors[sector.Index].Name;

    /// <summary>The region of that code; null where there is none.</summary>
    public Region? Find(string code)
    {
        for (var place = 0; place < Regions.Length; place++)
        {
            if (Regions[place].Code == code)
                return new Region(place);
        }

        return null;
    }

    /// <summary>The sector of that code; null where there is none.</summary>
    public Sector? FindSector(string code)
    {
        for (var place = 0; place < Sectors.Length; place++)
        {
            if (Sectors[place].Code == code)
                return new Sector(place);
        }

        return null;
    }

    /// <summary>Ties between its states: memberships, votes, lending; empty where nobody wrote them down.</summary>
    /// <exception cref="InputException">The world's file of ties has mistakes.</exception>
    public ImmutableArray<Tie> Ties => Records.Ties;

    /// <summary>Where its numbers come from; null where nobody wrote that down.</summary>
    internal WorldProvenance? Provenance => Records.Provenance;

    /// <summary>The official figures that it was made to agree with, beside its own; empty where there are none.</summary>
    internal ImmutableArray<OfficialFigure> OfficialFigures => Records.Official;

    internal WorldRecords Records { get; init; } = WorldRecords.None;

    /// <summary>Output less intermediate use by region, million USD; found once, when it is first asked for.</summary>
    internal ImmutableArray<double> ValueAdded
    {
        get
        {
            if (_valueAdded is null)
                Interlocked.CompareExchange(ref _valueAdded, Worlds.ValueAdded.Of(this), null);
            return ImmutableCollectionsMarshal.AsImmutableArray(_valueAdded);
        }
    }
}

/// <summary>What a world says about itself.</summary>
/// <param name="Name">The short name by which cases refer to it, such as <c>wiod-2011</c>.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Year">The year of the flows.</param>
/// <param name="Sources">Where the numbers come from.</param>
/// <param name="Rules">The rules by which the sources became this world, one a line.</param>
public sealed record WorldInfo(
    string Name,
    string Title,
    int Year,
    ImmutableArray<DataSource> Sources,
    ImmutableArray<string> Rules)
{
    /// <summary>The unit of every value.</summary>
    public const string Units = "million USD";
}
