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
        var certificate = new Option<string?>("--certificate") { Description = "This worker's certificate, so that workers know each other and nobody listens; all workers have one, or none.", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "The key of the certificate, where it stands in another file.", HelpName = "FILE" };
        var authority = new Option<string?>("--authority") { Description = "The certificate of the authority that signed those of all workers.", HelpName = "FILE" };
        var threads = new ThreadsOption();
        var command = new Command("work", "A worker of a cluster: makes blocks of the jobs that others hand in, until it is stopped.") { database, address, port, certificate, key, authority, metrics, threads.Option };
        command.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            threads.Apply(parsed);
            await WorkAsync(ClusterOption.Read(parsed, database), parsed.GetValue(address), parsed.GetValue(port), parsed.GetValue(metrics), SiloCertificates.Read(parsed.GetValue(certificate), parsed.GetValue(key), parsed.GetValue(authority)), cancellation);
            return 0;
        });
        return command;
    }

    // By itself, so that no other command loads a silo.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task WorkAsync(string? typed, string? address, int port, int? metrics, SiloCertificates? certificates, CancellationToken cancellation)
    {
        var cluster = ClusterOption.Address(typed);
        var settings = new WorkerSettings(cluster, ClusterOption.Tell) { Address = address, Port = port, MetricsPort = metrics, Certificates = certificates, Pages = (looked, stop) => SharedJobRunner.WorkAsync(cluster, looked, stop) };
        await SiloHost.RunAsync(settings, at => Printer.Print(writer => writer.WriteLine($"A worker is at {at} until Ctrl+C.")), cancellation);
    }
}
