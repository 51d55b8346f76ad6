using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds.Names;

/// <summary>
/// Finds the regions and blocs of a world by the names that people write. The world's own codes come first, then its codes in another case
/// and its own names, then what a code or name means everywhere; never what is merely spelled alike.
/// </summary>
internal sealed class WorldNames
{
    private readonly ImmutableArray<RegionInfo> _regions;
    private readonly ImmutableArray<Bloc> _blocs;
    private readonly string _world;
    private readonly ConcurrentDictionary<string, NameReading> _readings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BlocCoverage?> _coverages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Region> _codes = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, NameReading?>> _own;
    private readonly Lazy<Homes> _homes;

    /// <param name="regions">The world's regions.</param>
    /// <param name="blocs">Its blocs.</param>
    /// <param name="world">Its name, for messages.</param>
    public WorldNames(ImmutableArray<RegionInfo> regions, ImmutableArray<Bloc> blocs, string world = "")
    {
        (_regions, _blocs, _world) = (regions, blocs, world);
        for (var r = 0; r < regions.Length; r++)
            _codes.TryAdd(regions[r].Code, new Region(r));
        _own = new(Own);
        _homes = new(() => Homes.Of(regions));
    }

    public ImmutableArray<RegionInfo> Regions => _regions;

    public ImmutableArray<Bloc> Blocs => _blocs;

    /// <summary>What a name stands for; found once, since draws bind a case many times.</summary>
    public NameReading Read(string text) => _readings.GetOrAdd(text, Find);

    /// <summary>What the world holds of a bloc that has fewer members in it than it should; null where it has all, or nobody can tell.</summary>
    public BlocCoverage? Coverage(Bloc bloc) => _coverages.GetOrAdd(bloc.Code, _ => BlocCoverage.Of(this, _world, bloc));

    private NameReading Find(string text)
    {
        if (_codes.TryGetValue(text, out var region))
            return new NameReading(text) { Region = region };
        if (_blocs.FirstOrDefault(bloc => bloc.Code == text) is { } bloc)
            return new NameReading(text) { Bloc = bloc };
        // The usual code of a country, for which no list needs reading.
        if (Countries.NameOf(text) is not null)
            return ByMeaning(text, text);
        foreach (var key in PlainSpelling.Keys(text).Prepend(text.Trim().ToUpperInvariant()))
        {
            if (_own.Value.GetValueOrDefault(key) is { } own)
                return Noted(own with { Text = text });
        }

        return Countries.MeaningOf(text)?.Certain is { } code ? ByMeaning(text, code) : new NameReading(text);
    }

    /// <summary>The region that is the country of an alpha-3 code and nothing else; null where there is none.</summary>
    public Region? Home(string country) => _codes.TryGetValue(country, out var region) && _regions[region.Index].Parts.Length < 2
        ? region
        : _homes.Value.Home.TryGetValue(country, out region) ? region : null;

    /// <summary>The region into which a country was merged, or else the one that stands for all others; null where there is neither.</summary>
    public Region? Around(string country) => _homes.Value.Around.TryGetValue(country, out var region) ? region : _homes.Value.Remainder;

    /// <summary>The alpha-3 codes of the countries of which a region consists; empty where nobody can tell.</summary>
    public ImmutableArray<string> CountriesOf(Region region) => _homes.Value.CountriesOf[region.Index];

    private NameReading ByMeaning(string text, string code)
    {
        if (Home(code) is { } home)
            return Noted(new NameReading(text) { Region = home });
        if (_blocs.FirstOrDefault(bloc => bloc.Code == code) is { } bloc)
            return Noted(new NameReading(text) { Bloc = bloc });
        return new NameReading(text) { Elsewhere = code };
    }

    private NameReading Noted(NameReading reading)
    {
        var (code, name) = reading.Region is { } region ? (_regions[region.Index].Code, EnglishName(region)) : (reading.Bloc!.Code, KnownBlocs.TitleOf(reading.Bloc.Name));
        return reading with { Note = string.Create(CultureInfo.InvariantCulture, $"`{reading.Text}` was read as {code}{(name == code ? "" : $", {name}")}") };
    }

    // Many a table has codes alone.
    private string EnglishName(Region region)
    {
        var info = _regions[region.Index];
        return info.Name == info.Code && CountriesOf(region) is [var country] ? Countries.NameOf(country)! : info.Name;
    }

    // Codes in capitals, and keys of names, which are small letters; what two of them share is nobody's.
    private Dictionary<string, NameReading?> Own()
    {
        var own = new Dictionary<string, NameReading?>(StringComparer.Ordinal);
        void Add(string key, NameReading reading)
        {
            own[key] = key.Length == 0 || (own.TryGetValue(key, out var other) && other != reading) ? null : reading;
        }

        for (var r = 0; r < _regions.Length; r++)
        {
            var reading = new NameReading("") { Region = new Region(r) };
            Add(_regions[r].Code.ToUpperInvariant(), reading);
            Add(PlainSpelling.Key(_regions[r].Name), reading);
            if (_regions[r].IsRemainder)
                Add(PlainSpelling.Key("Rest of the world"), reading);
        }

        foreach (var bloc in _blocs)
        {
            Add(bloc.Code.ToUpperInvariant(), new NameReading("") { Bloc = bloc });
            Add(PlainSpelling.Key(KnownBlocs.TitleOf(bloc.Name)), new NameReading("") { Bloc = bloc });
        }

        return own;
    }
}

/// <summary>What a name stands for in a world: one region, one bloc, something that the world does not hold by itself, or nothing certain.</summary>
/// <param name="Text">The name as it is written.</param>
internal sealed record NameReading(string Text)
{
    public Region? Region { get; init; }

    public Bloc? Bloc { get; init; }

    /// <summary>The country or known bloc that it certainly means, which the world does not hold by itself.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>A sentence without its stop where the name is not written as the world writes it, such as <c>`UK` was read as GBR, United Kingdom</c>.</summary>
    public string? Note { get; init; }
}
