using System.Collections.Immutable;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Web.Api;

/// <summary>What a name stands for in a world: one region or bloc, or those that may be meant.</summary>
/// <param name="Text">The name as it was written.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Bloc">The bloc, or null.</param>
/// <param name="Note">How it was read, where it is not written as the world writes it; or where its country is, where the world holds it inside another region.</param>
/// <param name="Nearby">Regions and blocs that may be meant, the likeliest first; empty where it is certain.</param>
internal sealed record FoundName(string Text, Named? Region, Named? Bloc, string? Note, ImmutableArray<Named> Nearby)
{
    private const int LongestText = 100;

    public static FoundName Of(World world, string text)
    {
        text = text.Trim();
        if (text.Length > LongestText)
            text = text[..LongestText];
        if (text.Length == 0)
            return new FoundName(text, null, null, null, []);
        var (names, read) = (world.Names, world.Names.Read(text));
        if (read.Region is { } region)
            return new FoundName(text, NamedOf(world, region), null, read.Note, []);
        if (read.Bloc is { } bloc)
            return new FoundName(text, null, new Named(bloc.Code, bloc.Name), read.Note, []);
        if (read.Elsewhere is { } elsewhere)
        {
            var around = names.Around(elsewhere);
            var whole = around is { } place ? NamedOf(world, place) : null;
            return new FoundName(text, null, null, $"{world.About.Name} holds {Countries.Named(elsewhere)} not by itself{(whole is null ? "" : $", but inside {whole.Code} ({whole.Name})")}", whole is null ? [] : [whole]);
        }

        return new FoundName(text, null, null, null, [.. NameSuggestion.Near(text, names)
            .Select(code => world.Find(code) is { } near ? NamedOf(world, near) : world.Blocs.FirstOrDefault(one => one.Code == code) is { } other ? new Named(other.Code, other.Name) : null).OfType<Named>().Take(8)]);
    }

    private static Named NamedOf(World world, Region region) => new(world.Code(region), world.Name(region));
}
