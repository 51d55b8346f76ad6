using Microsoft.AspNetCore.Routing;

namespace Samarkand.Web.Pages;

/// <summary>The page and what it asks for.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
    }
}
