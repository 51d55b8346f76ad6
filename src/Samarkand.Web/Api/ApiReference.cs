using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samarkand.Reports.Pages;
using Scalar.AspNetCore;

namespace Samarkand.Web.Api;

/// <summary>The description of the API as OpenAPI 3.1, and a page to browse it.</summary>
internal static class ApiReference
{
    private const string Document = "v1";

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.ForWeb));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
        services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Samarkand";
            document.Info.Version = Reproduction.Version;
            document.Info.Description = "A sanctions laboratory: who pays, and where the trade goes instead, with certified numbers. docs/api.md shows it from curl, Python and R. A body holds at most 1 MiB; problems are told as RFC 9457 has it.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/api", options =>
        {
            options.Title = "The API of Samarkand";
            options.DefaultFonts = false;
            options.Telemetry = false;
        });
    }
}
