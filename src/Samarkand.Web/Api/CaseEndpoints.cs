using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Words;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Api;

/// <summary>The cases that ship, their texts and their tables.</summary>
internal static class CaseEndpoints
{
    private static readonly Lazy<CaseList> Listed = new(() => new CaseList([.. ShippedCases.Names.Select(Entry)], [.. CaseRecipes.Names.Select(Entry)]));

    /// <summary>What ships.</summary>
    public static CaseList List => Listed.Value;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", (HttpContext context, ServeSettings _) => EntityTags.IsHeld(context, "cases", []) ? Task.CompletedTask : Endpoints.SendAsync(context, Listed.Value, ApiJson.ForWeb.CaseList))
            .WithSummary("The cases that ship, and recipes to begin with").WithTags("Cases").Produces<CaseList>();
        api.MapGet("/cases/{name}", TextAsync)
            .WithSummary("The text of a case").WithTags("Cases").Produces<string>(200, Bodies.Yaml).Produces<ApiProblem>(404, "application/problem+json");
        api.MapGet("/cases/{name}/tables/{file}", TableAsync)
            .WithSummary("A table of a case that ships: `effects.csv`, `effects.json` or `effects.parquet`")
            .WithDescription("The address opens in pandas, R, Stata and Excel as it is.")
            .WithTags("Cases").Produces(200, contentType: "text/csv", additionalContentTypes: ["application/json", "application/vnd.apache.parquet"]).Refuses().Queued();
    }

    /// <summary>How a case was understood.</summary>
    public static CheckedCase Checked(BoundCase bound)
    {
        var head = AnswerDocumentStart.Head(bound);
        return new CheckedCase
        {
            Title = bound.Title,
            Question = bound.Question?.Text,
            World = bound.World.About.Name,
            Horizon = AnswerDocumentStart.Word(bound.Horizon),
            Closure = AnswerDocumentStart.Word(bound.Closure),
            Target = head.Target,
            Coalition = head.Coalition,
            Instruments = [.. head.Instruments.Select(one => new CheckedInstrument(one.Path, one.Kind, one.Name, one.Size))],
            Notes = [.. bound.Case.Notes.Select(CaseProblem.Of)],
            Names = [.. NameGrounds.Of(bound)],
            LeftOut = bound.LeftOut,
        };
    }

    private static CaseEntry Entry(string name)
    {
        var read = CaseSource.FromText(ShippedCases.Text(name)!, name).Case;
        return new CaseEntry(name, read.Title, read.Question?.Text, read.World, $"/api/v1/cases/{name}");
    }

    private static Task TextAsync(HttpContext context, string name)
    {
        var text = Find(name);
        return EntityTags.IsHeld(context, Bodies.Yaml, Encoding.UTF8.GetBytes(text))
            ? Task.CompletedTask
            : Endpoints.SendAsync(context, $"{Bodies.Yaml}; charset=utf-8", stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static Task TableAsync(HttpContext context, AnswerSource answers, string name, string file)
    {
        var (table, ending) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file).TrimStart('.'));
        var form = Array.Find(AnswerForm.All, form => form.Ending == ending)
            ?? throw new ApiException(404, "table", "There is no such table", $"`{(file.Length > 60 ? file[..60] : file)}` ends in none of {string.Join(", ", AnswerForm.All.Select(form => form.Ending))}", "write it like effects.csv");
        var text = Find(name);
        return EntityTags.IsHeld(context, form.Type, Encoding.UTF8.GetBytes(text))
            ? Task.CompletedTask
            : answers.SendAsync(context, form, table, text);
    }

    private static string Find(string name) => ShippedCases.Text(name)
        ?? throw new ApiException(404, "case-name", "There is no such case", $"there is no case `{(name.Length > 60 ? name[..60] : name)}` here", "/api/v1/cases lists them");
}
