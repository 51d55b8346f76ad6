using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>A span for each block that a worker makes, sent by OTLP where OpenTelemetry's own variable names a collector.</summary>
internal static class BlockTrace
{
    private const string Name = "Samarkand.Cluster";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly ActivitySource Source = new(Name);

    public static void Add(IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Collector)))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("samarkand-worker"))
            .WithTracing(traces => traces.AddSource(Name).AddOtlpExporter());
    }

    /// <summary>Begins a span; null where nobody listens.</summary>
    public static Activity? Begin(string job, BlockRange range, string worker) => Source.StartActivity("block")
        ?.SetTag("samarkand.job", job)
        .SetTag("samarkand.block.first", range.First)
        .SetTag("samarkand.block.count", range.Count)
        .SetTag("samarkand.worker", worker);

    /// <summary>Tells what came of it.</summary>
    public static void End(this Activity? block, string outcome, string? reason = null) =>
        block?.SetTag("samarkand.outcome", outcome).SetStatus(reason is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, reason);
}
