using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Jobs;
using Samarkand.Cluster.Studies;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The option that names the database of a cluster, and what is done with it.</summary>
internal static class ClusterOption
{
    public const string Name = "--cluster";

    /// <summary>The option of a study that workers make.</summary>
    public static Option<string?> OfStudy() => Of("Have the blocks made by the workers of this cluster, and wait for them.");

    /// <summary>The option of a study whose work is no plan of blocks: it says why, and is in no list.</summary>
    public static Option<string?> OfUndivided(string why)
    {
        var option = Of("");
        option.Hidden = true;
        option.Validators.Add(result => result.AddError($"{Name}: {why}; leave it out, and give the command more cores"));
        return option;
    }

    /// <summary>The option of a study whose draws workers make.</summary>
    public static Option<string?> OfDraws() => Of("Have the draws made by the workers of this cluster, and wait for them.");

    /// <summary>The option of a server that shares its jobs.</summary>
    public static Option<string?> OfServer() => Of("Share the jobs of the page with other servers, and let the workers of this cluster run them.");

    /// <summary>The option of a command about the cluster itself.</summary>
    public static Option<string?> OfCluster() => Of("The cluster's database.");

    /// <summary>What was typed; empty where only the option stands; null where it does not.</summary>
    public static string? Read(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option) ?? "";

    /// <summary>Has the blocks that a folder lacks made. By itself, so that no other command loads what a cluster needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill(string typed, int count, StudyDescription description, BlockFolder folder, string items, CancellationToken cancellation) => Waiting.For("Waiting for workers", progress =>
    {
        Fill(typed, count, description, folder, (done, all) => progress(items, done, all), cancellation);
        return true;
    });

    /// <summary>The same for a command that waits already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill(string typed, int count, StudyDescription description, BlockFolder folder, Action<int, int> progress, CancellationToken cancellation) =>
        ClusterRun.Fill(Address(typed), count, description, folder, Tell, progress, cancellation);

    /// <summary>The database that was typed; warns where a password can be seen by others.</summary>
    /// <exception cref="InputException">It is none.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ClusterAddress Address(string? typed)
    {
        var address = ClusterAddress.Read(typed);
        if (!string.IsNullOrEmpty(typed) && !File.Exists(typed) && address.HoldsPassword)
            Tell($"everybody on this machine can read a password on the command line: put the line into {ClusterAddress.Variable} or into a file, and name that");
        return address;
    }

    /// <summary>Says something beside the results.</summary>
    public static void Tell(string text) => Console.Error.WriteLine($"samarkand: {text}");

    private static Option<string?> Of(string what) => new(Name)
    {
        Description = $"{what} A connection string of PostgreSQL, or a file that holds one; by default the variable SAMARKAND_CLUSTER.",
        HelpName = "DATABASE",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
