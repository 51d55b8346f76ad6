using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Cluster.Silos;
using Samarkand.Web.Jobs;

namespace Samarkand.Cli.Commands.Clusters;

/// <summary>The command that starts a worker.</summary>
internal static class WorkCommand
{
    public static Command Make()
    {
        var database = ClusterOption.OfCluster();
        var address = new Option<string?>("--address") { Description = "The address at which other workers reach this one; by default the one from which it reaches the database.", HelpName = "ADDRESS" };
        var port = NumberOption.Whole("--port", "N", "The port for other workers; 0 for a free one.", new WholeNumbers("a port", 0, 65535), 0);
        var metrics = NumberOption.Optional("--metrics-port", "N", "Serve what the worker counts under /metrics of this port, for Prometheus, and /health.", new WholeNumbers("a port", 1, 65535));
        var threads = new ThreadsOption();
        var command = new Command("work", "A worker of a cluster: makes blocks of the jobs that others hand in, until it is stopped.") { database, address, port, metrics, threads.Option };
        command.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            threads.Apply(parsed);
            await WorkAsync(ClusterOption.Read(parsed, database), parsed.GetValue(address), parsed.GetValue(port), parsed.GetValue(metrics), cancellation);
            return 0;
        });
        return command;
    }

    // By itself, so that no other command loads a silo.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task WorkAsync(string? typed, string? address, int port, int? metrics, CancellationToken cancellation)
    {
        var cluster = ClusterOption.Address(typed);
        var settings = new WorkerSettings(cluster, ClusterOption.Tell) { Address = address, Port = port, MetricsPort = metrics, Pages = (looked, stop) => SharedJobRunner.WorkAsync(cluster, looked, stop) };
        await SiloHost.RunAsync(settings, at => Printer.Print(writer => writer.WriteLine($"A worker is at {at} until Ctrl+C.")), cancellation);
    }
}
