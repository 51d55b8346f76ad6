using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Web.Api;
using Samarkand.Web.Jobs;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Pages;

/// <summary>The page and what it asks for. Only the API stays; these addresses change with the page.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", context => PageAssets.SendOwnAsync(context, "index.html"));
        app.MapGet("/assets/{name}", (HttpContext context, string name) => PageAssets.SendOwnAsync(context, name)).ExcludeFromDescription();
        app.MapGet("/report/{name}", (HttpContext context, string name) => PageAssets.SendOfReportAsync(context, name)).ExcludeFromDescription();
        app.MapGet("/reading/{name}", (HttpContext context, string name) => PageAssets.SendOfReadingAsync(context, name)).ExcludeFromDescription();
        app.MapGet("/favicon.ico", context => PageAssets.SendOwnAsync(context, "icon.svg"));
        var page = app.MapGroup("/page").ExcludeFromDescription();
        page.MapGet("/template", (HttpContext context, ServeSettings _) => Endpoints.SendAsync(context, $"{Bodies.Yaml}; charset=utf-8", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(CaseTemplate.Text))));
        page.MapGet("/words", (HttpContext context, OpenWorlds worlds, string? world) => Endpoints.SendAsync(context, CaseWords.Of(worlds[world ?? Case.DefaultWorld]), PageJson.Default.CaseWords));
        page.MapGet("/leads", (HttpContext context, PageAnswers answers) => Endpoints.SendAsync(context, answers.Leads, PageJson.Default.CaseLeads)).Queued();
        page.MapPost("/answer", AnswerAsync).Queued();
        page.MapPost("/report", FileAsync).Queued();
        page.MapGet("/worlds/{name}/regions/{region}", (HttpContext context, OpenWorlds worlds, string name, string region) =>
        {
            var world = worlds[name];
            return Endpoints.SendAsync(context, "application/json", stream => DocumentWriter.Write(LiveReport.Part(RegionReport.Of(world, RegionDocument.Of(world, WorldEndpoints.Region(world, region))), "region"), stream));
        });
        page.MapGet("/jobs/{id}", (HttpContext context, IJobs jobs, string id) => JobEndpoints.SendPageAsync(context, jobs, id));
    }

    private static async Task AnswerAsync(HttpContext context, PageAnswers answers)
    {
        var question = await PageQuestion.ReadAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        await Endpoints.SendAsync(context, "application/json", stream => answers.Write(question, stream, context.RequestAborted));
    }

    private static async Task FileAsync(HttpContext context, PageAnswers answers)
    {
        var question = await PageQuestion.ReadAsync(context);
        context.Response.Headers.ContentDisposition = "attachment; filename=report.html";
        context.Response.Headers.CacheControl = "no-store";
        await Endpoints.SendAsync(context, "text/html; charset=utf-8", stream => answers.WriteFile(question, stream, context.RequestAborted));
    }
}
