using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Web.Api;

/// <summary>The worlds that cases may name.</summary>
internal static class WorldEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/worlds", (HttpContext context, OpenWorlds worlds) => EntityTags.IsHeld(context, "worlds", [])
                ? Task.CompletedTask
                : Endpoints.SendAsync(context, List(worlds), ApiJson.ForWeb.WorldList))
            .WithSummary("The worlds that cases may name").WithTags("Worlds").Produces<WorldList>();
        api.MapGet("/worlds/{name}", (HttpContext context, OpenWorlds worlds, string name) => EntityTags.IsHeld(context, "world", [])
                ? Task.CompletedTask
                : Endpoints.SendAsync(context, Detail(worlds[name]), ApiJson.ForWeb.WorldDetail))
            .WithSummary("A world: its regions, its sectors, and where its numbers come from").WithTags("Worlds").Produces<WorldDetail>().Produces<ApiProblem>(404, "application/problem+json");
    }

    /// <summary>The worlds.</summary>
    public static WorldList List(OpenWorlds worlds) => new([.. OpenWorlds.Names.Select(name => Entry(worlds[name]))]);

    private static WorldEntry Entry(World world) => new(world.About.Name, world.About.Title, world.About.Year, world.Regions.Length, world.Sectors.Length);

    /// <summary>A world with what a case may name in it.</summary>
    public static WorldDetail Detail(World world) => new(
        world.About.Name,
        world.About.Title,
        world.About.Year,
        [.. world.Regions.Select(region => new Named(region.Code, region.Name))],
        [.. world.Sectors.Select(sector => new Named(sector.Code, sector.Name))],
        [.. world.About.Sources.Select(source => new NamedSource(source.Name, source.Address, source.Licence))]);
}
