using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Reports.Documents;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

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
        api.MapGet("/worlds/{name}/find", (HttpContext context, OpenWorlds worlds, string name, string? text) => Endpoints.SendAsync(context, FoundName.Of(worlds[name], text ?? ""), ApiJson.ForWeb.FoundName))
            .WithSummary("What a name stands for in a world: a region, a bloc, or those that may be meant").WithTags("Worlds").Produces<FoundName>().Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/worlds/{name}/regions/{region}", RegionAsync)
            .WithSummary("One economy: profile, sectors, partners, and ties").WithDescription("The region goes by its code or any name that certainly means it. `?table=NAME` with `Accept: text/csv` gives one table.")
            .WithTags("Worlds").Produces(200, contentType: "application/json", additionalContentTypes: ["text/csv", "application/vnd.apache.parquet"]).Refuses();
    }

    /// <summary>The region of a world that a name certainly means.</summary>
    /// <exception cref="ApiException">None.</exception>
    public static Region Region(World world, string name) => world.Names.Read(name).Region
        ?? throw new ApiException(404, "region", "There is no such region", $"{world.About.Name} has no region `{(name.Length > 60 ? name[..60] : name)}`", NameSuggestion.Of(name, world.Names) ?? $"/api/v1/worlds/{world.About.Name} lists them");

    private static Task RegionAsync(HttpContext context, OpenWorlds worlds, string name, string region, string? table)
    {
        var (world, form) = (worlds[name], AnswerForm.Accepted(context.Request));
        var document = RegionDocument.Of(world, Region(world, region));
        if (EntityTags.IsHeld(context, form.Type, []))
            return Task.CompletedTask;
        var shown = table is null ? document.Tables[0] : document.Tables.FirstOrDefault(one => one.Name == table)
            ?? throw new ApiException(404, "table", "There is no such table", $"there is no table `{(table.Length > 60 ? table[..60] : table)}` here", $"the tables are {string.Join(", ", document.Tables.Select(one => one.Name))}");
        return form == AnswerForm.Json
            ? Endpoints.SendAsync(context, form.Type, stream => DocumentWriter.Write(table is null ? document : document with { Tables = [shown] }, stream))
            : Endpoints.SendAsync(context, form, shown.Table);
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
