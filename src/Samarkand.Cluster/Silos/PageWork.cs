using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samarkand.Cluster.Jobs;

namespace Samarkand.Cluster.Silos;

/// <summary>
/// Runs the page's jobs beside the blocks. Where that ends by a fault, the worker says so at once and begins it again a little later: the blocks
/// do not suffer for it, and what was wrong may be mended meanwhile.
/// </summary>
internal sealed partial class PageWork(WorkerSettings settings, ClusterMetrics metrics, ILogger<PageWork> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan UntilNext = TimeSpan.FromSeconds(5);

    // Why no job of the page is taken; null while some may be.
    private volatile string? _fault;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_fault is { } fault ? HealthCheckResult.Degraded(fault) : HealthCheckResult.Healthy());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Pages is { } work && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Run(() => work(() => _fault = null, stoppingToken), CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Tell(failure);
            }

            await Task.Delay(UntilNext, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(Exception failure)
    {
        metrics.PagesFaulted();
        var reason = settings.Cluster.ReasonOf(failure);
        LogFault(log, reason, failure);
        if (reason != _fault)
            settings.Tell($"no jobs of the page are taken here, and blocks go on: {reason}");
        _fault = reason;
    }

    [LoggerMessage(EventId = 1, EventName = "PageWorkFault", Level = LogLevel.Error, Message = "The jobs of the page ended by a fault, and begin again in five seconds: {Reason}")]
    private static partial void LogFault(ILogger log, string reason, Exception failure);
}
