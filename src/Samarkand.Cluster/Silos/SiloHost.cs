using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Jobs;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>A worker as a process: a silo among others, and what it computes.</summary>
internal static class SiloHost
{
    // Workers that could not understand each other's messages would have another number here.
    private const string Protocol = "samarkand-1";
    private const string Provider = "Npgsql";

    /// <summary>The exit status of a worker that the others have taken for lost: start it again.</summary>
    public const int TakenForLost = 75;

    /// <summary>Works until it is stopped.</summary>
    /// <param name="settings">What it is told.</param>
    /// <param name="started">Told the worker's address.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The database cannot be used, or the address.</exception>
    public static async Task RunAsync(WorkerSettings settings, Action<string> started, CancellationToken cancellation)
    {
        // What is computed must not keep the silo's own work waiting for a thread.
        ThreadPool.SetMinThreads(2 * InParallel.Threads + 8, 8);
        var database = new ClusterDatabase(settings.Cluster);
        await using (database.ConfigureAwait(false))
        {
            await CheckAsync(database, cancellation).ConfigureAwait(false);
            var address = OwnAddress.Of(settings);
            var port = OwnAddress.PortOf(settings.Port, address);
            using var host = settings.MetricsPort is { } metricsPort ? WithMetrics(settings, database, address, port, metricsPort) : Alone(settings, database, address, port);
            try
            {
                await host.StartAsync(cancellation).ConfigureAwait(false);
                host.Services.GetRequiredService<LostSilo>().HasJoined = true;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw ClusterDatabase.MayPass(failure.GetBaseException())
                    ? settings.Cluster.Explain(failure.GetBaseException())
                    : new InputException(new InputProblem(FormattableString.Invariant($"{address}:{port}"), 0, 0, $"the worker cannot start: {failure.GetBaseException().Message.TrimEnd('.')}", "choose another --address or --port, or see that the others can be reached"));
            }

            started(FormattableString.Invariant($"{address}:{port}"));
            await UntilStoppedAsync(host, cancellation).ConfigureAwait(false);
            if (host.Services.GetRequiredService<Worker>().ExecuteTask?.Exception is { } fault)
                throw new InputException(new InputProblem("work", 0, 0, $"the worker ends by a fault: {settings.Cluster.ReasonOf(fault.GetBaseException())}", "see to it, and start the worker again"));
        }
    }

    // By whoever started it, or by itself after a fault.
    private static async Task UntilStoppedAsync(IHost host, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await Task.Delay(Timeout.Infinite, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await host.StopAsync(patience.Token).ConfigureAwait(false);
    }

    private static async Task CheckAsync(ClusterDatabase database, CancellationToken cancellation)
    {
        try
        {
            await database.CheckAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw database.Address.Explain(failure);
        }
    }

    private static IHost Alone(WorkerSettings settings, ClusterDatabase database, IPAddress address, int port)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Add(builder, settings, database, address, port);
        builder.Services.AddMetrics();
        return builder.Build();
    }

    private static WebApplication WithMetrics(WorkerSettings settings, ClusterDatabase database, IPAddress address, int port, int metricsPort)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        Add(builder, settings, database, address, port);
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://{address}:{metricsPort}"));
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ClusterMetrics.Meter, "Microsoft.Orleans", "System.Runtime").AddPrometheusExporter());
        builder.Services.AddHealthChecks().AddCheck<PageWork>("pages");
        var app = builder.Build();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapHealthChecks("/health");
        return app;
    }

    private static void Add(IHostApplicationBuilder builder, WorkerSettings settings, ClusterDatabase database, IPAddress address, int port)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Provider, settings.Cluster.Text));
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Protocol, Protocol));
            silo.Configure<EndpointOptions>(options => (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (address, port, 0));
            settings.Certificates?.Use(silo);
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = Dealing.Dealer.Patience);
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(2);
                options.NumMissedProbesLimit = 3;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
                options.DefunctSiloExpiration = TimeSpan.FromHours(1);
                options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
            });
        });
        builder.Services.AddSingleton(new LostSilo(settings.Tell)).AddSingleton<IFatalErrorHandler>(own => own.GetRequiredService<LostSilo>());
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<ClusterMetrics>();
        builder.Services.AddSingleton<Worker>().AddHostedService(own => own.GetRequiredService<Worker>());
        builder.Services.AddSingleton<PageWork>().AddHostedService(own => own.GetRequiredService<PageWork>());
        BlockTrace.Add(builder.Services);
    }

    // The others go on without a worker that was silent for too long. It cannot come back as the one that it was.
    private sealed class LostSilo(Action<string> tell) : IFatalErrorHandler
    {
        /// <summary>True once the others have taken it in.</summary>
        public bool HasJoined { get; set; }

        public bool IsUnexpected(Exception exception) => true;

        public void OnFatalException(object? sender, string? context, Exception? exception)
        {
            tell(HasJoined
                ? "the other workers have taken this one for lost, or it lost its way: it ends here, and may be started again"
                : "this worker and the others do not reach each other: it ends here; see that ports are open between them, and that all workers or none have --certificate of one --authority");
            Environment.Exit(TakenForLost);
        }
    }
}
