using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up regions and blocs in a world, and keeps what its user should know of how they were found.</summary>
internal sealed class RegionNames(World world, ProblemList problems)
{
    private const int FewPlaces = 3;

    private readonly List<string> _leftOut = [];
    private readonly List<string> _readAs = [];
    private readonly List<string> _coversLess = [];

    /// <summary>Names written with <c>?</c> that were left out, each once.</summary>
    public ImmutableArray<string> LeftOut => [.. _leftOut];

    /// <summary>Names that the world writes another way and what they were read as, one sentence without its stop each.</summary>
    public ImmutableArray<string> ReadAs => [.. _readAs];

    /// <summary>Blocs that have fewer members in this world than they should, likewise.</summary>
    public ImmutableArray<string> CoversLess => [.. _coversLess];

    /// <summary>Tells what its user should know, a sentence at a time.</summary>
    public void Tell(Action<string>? tell)
    {
        foreach (var sentence in tell is null ? [] : _readAs.Concat(_coversLess))
            tell!($"{sentence}.");
    }

    /// <summary>The name as the world writes it, where it is certain what it means; else as it is.</summary>
    public RegionName Settle(RegionName name)
    {
        var reading = Read(name.Text);
        var code = reading.Region is { } region ? Code(region) : reading.Bloc?.Code;
        return code is null || code == name.Text ? name : name with { Text = code };
    }

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
        var reading = Read(name.Text);
        if (reading.Region is { } region)
            return [region];
        if (reading.Bloc is { } bloc)
            return Members(bloc, name);
        Report(reading, name);
        return [];
    }

    /// <summary>The one region that a name stands for; null where it is left out or, with a problem, where it is not one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it is, for messages; null where its place says that.</param>
    public Region? One(RegionName name, string? what)
    {
        var reading = Read(name.Text);
        if (reading.Region is { } region)
            return region;
        if (reading.Bloc is { } bloc)
            problems.Add(name.Place, string.Create(CultureInfo.InvariantCulture, $"{(what is null ? "" : $"{what} is one region, and ")}{bloc.Code} is a bloc of {bloc.Members.Length}"), "name one of its members");
        else
            Report(reading, name);
        return null;
    }

    /// <summary>The members of the bloc that a name stands for; none where it is left out or, with a problem, where it is not one.</summary>
    public ImmutableArray<Region> OfBloc(RegionName name)
    {
        var reading = Read(name.Text);
        if (reading.Bloc is { } bloc)
            return Members(bloc, name);
        if (reading.Region is { } region)
            problems.Add(name.Place, $"{Code(region)} is one region, and a bloc is expected", BlocList());
        else if (name.MayBeMissing)
            AddOnce(_leftOut, reading.Elsewhere ?? name.Text);
        else
            problems.Add(name.Place, $"{name.Text} is not a bloc of {world.About.Name}", NameSuggestion.Of(name.Text, world.Names) ?? LeaveOut(name));
        return [];
    }

    /// <summary>The code of a region.</summary>
    public string Code(Region region) => world.Code(region);

    private NameReading Read(string text)
    {
        var reading = world.Names.Read(text);
        if (reading.Note is { } note)
            AddOnce(_readAs, note);
        return reading;
    }

    /// <summary>Keeps where a bloc covers less than it should.</summary>
    public void Note(Bloc bloc)
    {
        if (world.Names.Coverage(bloc) is { } coverage)
            AddOnce(_coversLess, coverage.Text);
    }

    private ImmutableArray<Region> Members(Bloc bloc, RegionName name)
    {
        if (!bloc.Members.IsEmpty)
        {
            Note(bloc);
        }
        else if (name.MayBeMissing)
        {
            AddOnce(_leftOut, bloc.Code);
        }
        else
        {
            var missing = world.Names.Coverage(bloc)?.Missing ?? [];
            // What the world holds by itself is what its maker forgot.
            var told = missing.Any(member => !member.IsInsideAnother) ? missing.RemoveAll(member => member.IsInsideAnother) : missing.RemoveAll(member => member.Place is null);
            string[] places = [.. told.Take(FewPlaces).Select(member => $"{member.Code} is {member.Place}")];
            problems.Add(
                name.Place,
                $"{bloc.Code} has no member in {world.About.Name}{(places.Length == 0 ? "" : $": {Listing.And(places)}")}",
                $"name regions of the world, give the bloc members in its blocs.csv, or write {bloc.Code}? to leave it out");
        }

        return bloc.Members;
    }

    private void Report(NameReading reading, RegionName name)
    {
        if (reading.Elsewhere is not { } code)
        {
            var list = $"`samarkand world show {world.About.Name}` lists the regions and blocs";
            problems.Add(name.Place, $"unknown region or bloc `{name.Text}`", NameSuggestion.Of(name.Text, world.Names) is { } meant ? $"{meant} {char.ToUpperInvariant(list[0])}{list[1..]}" : list);
            return;
        }

        if (name.MayBeMissing)
        {
            AddOnce(_leftOut, code);
            return;
        }

        if (KnownBlocs.Find(code) is { } bloc)
            problems.Add(name.Place, $"{name.Text} ({bloc.Title}) is not a bloc of {world.About.Name}", $"name its members, add it to the world's blocs.csv, or {LeaveOut(name)}");
        else if (world.Names.Around(code) is not { } around)
            problems.Add(name.Place, $"{name.Text} ({Explained(name.Text, code)}) is not in {world.About.Name}", LeaveOut(name));
        else
            problems.Add(name.Place, $"{name.Text} ({Explained(name.Text, code)}) is inside {Code(around)} in {world.About.Name}", (world.Regions[around.Index].IsRemainder ? "" : $"name {Code(around)}, or ") + LeaveOut(name));
    }

    private static string LeaveOut(RegionName name) => $"write {name.Text}? to leave it out where the world does not hold it";

    private static string Explained(string text, string code) =>
        text == code ? Countries.NameOf(code)! : text == Countries.NameOf(code) ? code : $"{code}, {Countries.NameOf(code)}";

    private string? BlocList() => world.Blocs.IsEmpty ? null : $"the blocs are {string.Join(", ", world.Blocs.Select(bloc => bloc.Code))}";

    private static void AddOnce(List<string> sentences, string sentence)
    {
        if (!sentences.Contains(sentence))
            sentences.Add(sentence);
    }
}
