using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up sectors in a world, by code or tag.</summary>
internal sealed class SectorNames(World world, ProblemList problems)
{
    private const string All = "all";

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
    public ImmutableArray<Sector> Tagged(string[] tags) =>
        [.. Enumerable.Range(0, world.Sectors.Length).Where(s => world.Sectors[s].Tags.Any(tags.Contains)).Select(s => new Sector(s))];

    private void Mark(SectorName name, bool[] holds)
    {
        var isKnown = false;
        for (var i = 0; i < holds.Length; i++)
        {
            if (name.Text == All || world.Sectors[i].Code == name.Text || world.Sectors[i].Tags.Contains(name.Text))
                holds[i] = isKnown = true;
        }

        if (isKnown)
            return;
        string[] known = [All, .. world.Sectors.SelectMany(sector => sector.Tags).Distinct(), .. world.Sectors.Select(sector => sector.Code)];
        var nearest = NearestName.Find(name.Text, known);
        problems.Add(
            name.Place,
            $"unknown sector or tag `{name.Text}` in {world.About.Name}",
            (nearest is null ? "" : $"did you mean `{nearest}`? ") + $"`samarkand world show {world.About.Name}` lists them");
    }
}
