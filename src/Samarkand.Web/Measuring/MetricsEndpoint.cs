using System.Diagnostics.Metrics;
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

    public static void Add(IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        // Meters are found by name in the whole process: another server in it is not this one's to count.
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) =>
        {
            var own = provider.GetRequiredService<IMeterFactory>();
            metrics.AddView(instrument => instrument.Meter.Scope is IMeterFactory other && other != own ? MetricStreamConfiguration.Drop : null);
        });
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint(Path).WithMetadata(new ExcludeFromDescriptionAttribute());
}
