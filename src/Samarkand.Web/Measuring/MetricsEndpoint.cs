using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Samarkand.Web.Measuring;

/// <summary>The metrics as Prometheus reads them, when asked for.</summary>
internal static class MetricsEndpoint
{
    /// <summary>The address.</summary>
    public const string Path = "/metrics";

    private static readonly string[] Meters = [ServerMetrics.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public static void Add(IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());

    public static void Map(IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint(Path).WithMetadata(new ExcludeFromDescriptionAttribute());
}
