using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.AspNetCore;
using Samarkand.Cluster.Database;
using Samarkand.Core;
using Samarkand.Web.Api;
using Samarkand.Web.Jobs;
using Samarkand.Web.Mcp;
using Samarkand.Web.Measuring;
using Samarkand.Web.Pages;
using Samarkand.Web.Problems;
using Samarkand.Web.Safety;
using Samarkand.Web.Solving;

namespace Samarkand.Web;

/// <summary>The page and the API on one address, which reads no settings but those that it is given and no file of the machine.</summary>
internal static class WebServer
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="settings">Where and how.</param>
    /// <param name="started">Told the address of the page.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(ServeSettings settings, Action<string> started, CancellationToken cancellation)
    {
        // A job leaves a processor to whoever moves a slider.
        InParallel.Threads = Math.Max(1, Environment.ProcessorCount - 1);
        if (settings.Cluster is not null)
            await CheckAsync(settings.Cluster, cancellation);
        await using var app = Make(settings);
        await app.StartAsync(cancellation);
        app.Services.GetRequiredService<OpenWorlds>().Warm();
        started(Address(app, settings));
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The address of the page of a server that runs; the key stands behind the <c>#</c>, which browsers send to nobody.</summary>
    public static string Address(WebApplication app, ServeSettings settings)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return $"{addresses.First()}/{(settings.Key is { } key ? $"#key={Uri.EscapeDataString(key)}" : "")}";
    }

    /// <summary>A server that does not run yet.</summary>
    public static WebApplication Make(ServeSettings settings)
    {
        var address = AddressOf(settings.Host);
        if (!IPAddress.IsLoopback(address) && !settings.NeedsKey)
            throw new InputException(new InputProblem("--host", 0, 0, $"{settings.Host} can be reached from other machines, and nothing says who may ask", "add --key with a long random text or --key-file, or leave --host out"));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Samarkand.Web" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ServeSettings.LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentConnections = 4096;
            kestrel.Listen(address, settings.Port);
        });
        AddServices(builder.Services, settings);
        var app = builder.Build();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<ProblemAnswers>();
        app.UseMiddleware<Callers>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.Use(Limits.TellGivenUpAsync);
        app.UseRateLimiter();
        Endpoints.Map(app);
        PageEndpoints.Map(app);
        ApiReference.Map(app);
        if (settings.Metrics)
            MetricsEndpoint.Map(app);
        if (settings.Mcp)
            app.MapMcp(McpServing.Path).RequireRateLimiting(Limits.Queue).WithMetadata(new ExcludeFromDescriptionAttribute());
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        Answering.Add(services, settings);
        services.AddSingleton<FinishedAnswers>();
        services.AddSingleton<AnswerSource>();
        services.AddSingleton<PageAnswers>();
        if (settings.Cluster is null)
            services.AddSingleton<IJobs, LocalJobs>();
        else
            AddShared(services, settings.Cluster);
        services.AddRouting();
        Compression.Add(services);
        Limits.Add(services, settings);
        ApiReference.Add(services);
        if (settings.Metrics)
            MetricsEndpoint.Add(services);
        if (settings.Mcp)
            McpServing.Add(services).WithHttpTransport(http => http.SessionMode = HttpServerSessionMode.Stateless);
    }

    // By itself, so that a server alone loads nothing of a cluster.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddShared(IServiceCollection services, string cluster)
    {
        services.AddSingleton(_ => new PageJobs(new ClusterAddress(cluster)));
        services.AddSingleton<IJobs, SharedJobs>();
        services.AddHostedService(own => ActivatorUtilities.CreateInstance<SharedJobRunner>(own, SharedJobRunner.LeftToWorkers, () => { }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task CheckAsync(string cluster, CancellationToken cancellation)
    {
        await using var database = new ClusterDatabase(new ClusterAddress(cluster));
        try
        {
            await database.CheckAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw database.Address.Explain(failure);
        }
    }

    private static IPAddress AddressOf(string host) =>
        host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : throw new InputException(new InputProblem("--host", 0, 0, $"`{host}` is no address of this machine", "write an IP address such as 127.0.0.1, or 0.0.0.0 for all of them"));
}
