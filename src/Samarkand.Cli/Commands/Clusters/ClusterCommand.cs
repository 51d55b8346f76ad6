using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Cluster.Database;

namespace Samarkand.Cli.Commands.Clusters;

/// <summary>The command that makes a cluster's tables.</summary>
internal static class ClusterCommand
{
    public static Command Make()
    {
        var database = ClusterOption.OfCluster();
        var init = new Command("init", "Make the tables that workers and jobs need; those that are there stay as they are.") { database };
        init.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            await InitialiseAsync(ClusterOption.Read(parsed, database), cancellation);
            return 0;
        });
        return new Command("cluster", "A cluster of workers on many machines: its database.") { init };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task InitialiseAsync(string? typed, CancellationToken cancellation)
    {
        var address = ClusterOption.Address(typed);
        await using var database = new ClusterDatabase(address);
        try
        {
            await database.InitialiseAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw address.Explain(failure);
        }

        Printer.Print(writer => writer.WriteLine($"The tables are there: {address.Shown}."));
    }
}
