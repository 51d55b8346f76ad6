using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up sectors in a world, by code or tag, and keeps which tags a merge has taken from some of them.</summary>
internal sealed class SectorNames(World world, ProblemList problems)
{
    private const string All = "all";

    private readonly List<string> _coversLess = [];

    /// <summary>Tags that cover less than they say, one sentence without its stop each.</summary>
    public ImmutableArray<string> CoversLess => [.. _coversLess];

    /// <summary>The sectors that the names stand for, in the world's order, each once.</summary>
    public ImmutableArray<Sector> Set(ImmutableArray<SectorName> names)
    {
        var holds = new bool[world.Sectors.Length];
        foreach (var name in names)
            Mark(name, holds);
        var sectors = ImmutableArray.CreateBuilder<Sector>();
        for (var i = 0; i < holds.Length; i++)
        {
            if (holds[i])
                sectors.Add(new Sector(i));
        }

        return sectors.ToImmutable();
    }

    /// <summary>The sectors that have one of the tags, in the world's order.</summary>
    public ImmutableArray<Sector> Tagged(params string[] tags)
    {
        foreach (var tag in tags)
            NoteLost(tag);
        return [.. Enumerable.Range(0, world.Sectors.Length).Where(s => world.Sectors[s].Tags.Any(tags.Contains)).Select(s => new Sector(s))];
    }

    private void Mark(SectorName name, bool[] holds)
    {
        var isKnown = false;
        for (var i = 0; i < holds.Length; i++)
        {
            if (name.Text == All || world.Sectors[i].Code == name.Text || world.Sectors[i].Tags.Contains(name.Text))
                holds[i] = isKnown = true;
        }

        if (isKnown)
            NoteLost(name.Text);
        else
            Report(name);
    }

    private SectorInfo[] Losers(string tag) => [.. world.Sectors.Where(sector => sector.LostTags.Contains(tag))];

    private void NoteLost(string tag)
    {
        if (Losers(tag) is not { Length: > 0 } losers)
            return;
        var sentence = $"`{tag}` leaves out {Listing.And([.. losers.Select(Merged)])} in {world.About.Name}, since only a part of {(losers.Length == 1 ? "it" : "each")} had that tag before the merge";
        if (!_coversLess.Contains(sentence))
            _coversLess.Add(sentence);
    }

    private void Report(SectorName name)
    {
        if (Losers(name.Text) is { Length: > 0 } losers)
        {
            problems.Add(name.Place, $"no sector of {world.About.Name} has the tag `{name.Text}` any more: only a part of {Listing.And([.. losers.Select(Merged)])} had it before the merge", $"name {Listing.Or([.. losers.Select(sector => sector.Code)])}, or merge sectors that have the tag with each other alone");
            return;
        }

        if (world.Sectors.FirstOrDefault(sector => sector.Parts.Contains(name.Text)) is { } whole)
        {
            problems.Add(name.Place, $"{name.Text} is inside {whole.Code} ({whole.Name}) in {world.About.Name}", $"name {whole.Code}, or a world that holds {name.Text} by itself");
            return;
        }

        string[] known = [All, .. world.Sectors.SelectMany(sector => sector.Tags).Distinct(), .. world.Sectors.Select(sector => sector.Code)];
        var nearest = NearestName.Find(name.Text, known);
        problems.Add(
            name.Place,
            $"unknown sector or tag `{name.Text}` in {world.About.Name}",
            (nearest is null ? "" : $"did you mean `{nearest}`? ") + $"`samarkand world show {world.About.Name}` lists them");
    }

    private static string Merged(SectorInfo sector) =>
        sector.Parts.IsEmpty ? $"{sector.Code} ({sector.Name})" : $"{sector.Code} ({sector.Name}, merged of {Listing.And(sector.Parts)})";
}
