using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Dealing;
using Samarkand.Cluster.Studies;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cluster.Jobs;

/// <summary>Has the blocks that a folder lacks made by a cluster.</summary>
internal static class ClusterRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Hands the missing blocks in as a job, or finds the job where it runs already, and waits until all are there.</summary>
    /// <param name="cluster">The database.</param>
    /// <param name="count">How many results in all.</param>
    /// <param name="description">What its workers have to know.</param>
    /// <param name="folder">The folder, which this process has alone.</param>
    /// <param name="tell">Takes sentences for whoever waits.</param>
    /// <param name="progress">Told the number of results so far and of all.</param>
    /// <param name="cancellation">Stops the waiting; the job goes on.</param>
    /// <exception cref="InputException">The database cannot be used, or the job failed.</exception>
    /// <exception cref="NoEquilibriumException">As on one machine.</exception>
    public static void Fill(ClusterAddress cluster, int count, StudyDescription description, BlockFolder folder, Action<string> tell, Action<int, int>? progress, CancellationToken cancellation) =>
        FillAsync(cluster, count, description, folder, tell, progress, cancellation).GetAwaiter().GetResult();

    private static async Task FillAsync(ClusterAddress cluster, int count, StudyDescription description, BlockFolder folder, Action<string> tell, Action<int, int>? progress, CancellationToken cancellation)
    {
        var missing = BlockPlan.Of(count, description.Chunk, ((IBlockStore)folder).There).Blocks.Where(block => !block.IsThere).Select(block => block.Range).ToArray();
        if (missing.Length == 0)
            return;
        var job = new NewJob(Id(description, folder, count), description.Kind, description.ToJson(), folder.FullName, SolverVersion.Here, missing);
        var database = new ClusterDatabase(cluster);
        await using (database.ConfigureAwait(false))
        {
            await PatientlyAsync(database, () => database.SubmitAsync(job, cancellation), tell, cancellation).ConfigureAwait(false);
            tell(FormattableString.Invariant($"job {job.Id}: it goes on without this command, which may be given again to wait for it; `samarkand jobs cancel {job.Id}` stops it"));
            var ended = await new JobFollower(database, tell).UntilEndAsync(job.Id, (done, all) => progress?.Invoke(count - all + done, count), cancellation).ConfigureAwait(false);
            Judge(ended);
            folder.Refresh(count, await PatientlyAsync(database, () => database.HashesAsync(job.Id, cancellation), tell, cancellation).ConfigureAwait(false));
        }
    }

    /// <summary>The name of a job: the same study into the same folder with the same solver is the same job.</summary>
    private static string Id(StudyDescription description, BlockFolder folder, int count) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"{description.ToJson()}\n{folder.FullName}\n{count}\n{SolverVersion.Here}"))))[..12];

    // A database that is away for a moment is waited for; one that is away for longer, or refuses, ends the command.
    private static async Task<T> PatientlyAsync<T>(ClusterDatabase database, Func<Task<T>> ask, Action<string> tell, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var isTold = false; ; isTold = true)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception failure) when (ClusterDatabase.MayPass(failure) && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                if (!isTold)
                    tell($"{database.Address.Explain(failure).Message}; trying for {Patience.TotalSeconds:0} seconds");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw database.Address.Explain(failure);
            }

            await Task.Delay(BetweenTries, cancellation).ConfigureAwait(false);
        }
    }

    private static void Judge(JobState ended)
    {
        switch (ended)
        {
            case { State: JobState.Finished }:
                return;
            case { State: JobState.Cancelled }:
                throw new InputException(new InputProblem($"job {ended.Id}", 0, 0, "was cancelled", "give the same command again, and it goes on from the blocks that are there"));
            case { Failure: { Kind: FailureKind.NoEquilibrium } failure }:
                throw new NoEquilibriumException(failure.Reason);
            default:
                throw new InputException(new InputProblem($"job {ended.Id}", 0, 0, ended.Failure?.Reason ?? "failed", null));
        }
    }
}
