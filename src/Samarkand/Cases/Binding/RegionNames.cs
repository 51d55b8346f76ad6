using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up regions and blocs in a world.</summary>
internal sealed class RegionNames(World world, ProblemList problems)
{
    private readonly List<string> _leftOut = [];

    /// <summary>Names written with <c>?</c> that were left out, each once.</summary>
    public ImmutableArray<string> LeftOut => [.. _leftOut];

    /// <summary>The regions that the names stand for, in the world's order, each once.</summary>
    public ImmutableArray<Region> Set(ImmutableArray<RegionName> names)
    {
        var holds = new bool[world.Regions.Length];
        foreach (var name in names)
        {
            foreach (var region in Members(name))
                holds[region.Index] = true;
        }

        return Marked(holds);
    }

    /// <summary>The regions that are marked, in the world's order.</summary>
    public static ImmutableArray<Region> Marked(bool[] marks)
    {
        var regions = ImmutableArray.CreateBuilder<Region>();
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i])
                regions.Add(new Region(i));
        }

        return regions.ToImmutable();
    }

    /// <summary>The regions that one name stands for; empty, with a problem unless it may be missing, where there are none.</summary>
    public ImmutableArray<Region> Members(RegionName name)
    {
        if (Find(name.Text) is { } region)
            return [region];
        if (Bloc(name.Text) is { } bloc)
            return bloc.Members;
        ReportUnknown(name);
        return [];
    }

    /// <summary>The one region that a name stands for; null where it is left out or, with a problem, where it is not one.</summary>
    public Region? One(RegionName name, string what)
    {
        if (Find(name.Text) is { } region)
            return region;
        if (Bloc(name.Text) is { } bloc)
            problems.Add(name.Place, $"{what} is one region, and {bloc.Code} is a bloc", "name one of its members");
        else
            ReportUnknown(name);
        return null;
    }

    /// <summary>Checks that a name is that of a bloc.</summary>
    public void CheckBloc(RegionName name)
    {
        if (Bloc(name.Text) is not null || name.MayBeMissing)
            return;
        string[] codes = [.. world.Blocs.Select(bloc => bloc.Code)];
        problems.Add(
            name.Place,
            $"{name.Text} is not a bloc of {world.About.Name}",
            NearestName.Hint(name.Text, codes) ?? $"write {name.Text}? to leave it out where the world does not hold it");
    }

    /// <summary>The code of a region.</summary>
    public string Code(Region region) => world.Code(region);

    private Region? Find(string code)
    {
        for (var i = 0; i < world.Regions.Length; i++)
        {
            if (world.Regions[i].Code == code)
                return new Region(i);
        }

        return null;
    }

    private Bloc? Bloc(string code)
    {
        foreach (var bloc in world.Blocs)
        {
            if (bloc.Code == code)
                return bloc;
        }

        return null;
    }

    private void ReportUnknown(RegionName name)
    {
        var (text, where) = (name.Text, world.About.Name);
        if (Countries.NameOf(text) is { } country)
        {
            if (name.MayBeMissing)
            {
                if (!_leftOut.Contains(text))
                    _leftOut.Add(text);
                return;
            }

            var remainder = world.Regions.FirstOrDefault(region => region.IsRemainder);
            problems.Add(
                name.Place,
                remainder is null ? $"{text} ({country}) is not in {where}" : $"{text} ({country}) is inside {remainder.Code} in {where}",
                $"write {text}? to leave it out where the world does not hold it");
            return;
        }

        problems.Add(name.Place, $"unknown region or bloc `{text}`", Suggestion(text));
    }

    /// <summary>By code or English name in any case, in the world or in ISO 3166, else the nearest.</summary>
    private string Suggestion(string text)
    {
        var list = $"`samarkand world show {world.About.Name}` lists the regions and blocs";
        foreach (var region in world.Regions)
        {
            if (region.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || region.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return $"did you mean {region.Code} ({region.Name})?";
        }

        if (Countries.CodeOf(text) is { } code)
            return Find(code) is null ? $"{text} is {code}, which {world.About.Name} does not hold: write {code}? to leave it out" : $"did you mean {code} ({Countries.NameOf(code)})?";
        string[] codes = [.. world.Blocs.Select(bloc => bloc.Code), .. world.Regions.Select(region => region.Code)];
        string[] names = [.. world.Regions.Select(region => region.Name)];
        if (NearestName.Find(text, codes) is { } nearest)
            return $"did you mean {nearest}? {char.ToUpperInvariant(list[0])}{list[1..]}";
        if (NearestName.Find(text, names) is { } nearestName)
            return $"did you mean {codes[world.Blocs.Length + Array.IndexOf(names, nearestName)]} ({nearestName})?";
        return list;
    }
}
