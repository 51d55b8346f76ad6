using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Jobs;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Clusters;

/// <summary>The command that lists, follows and cancels the jobs of a cluster.</summary>
internal static class JobsCommand
{
    private const int Failed = 1;

    public static Command Make()
    {
        var command = new Command("jobs", "The jobs of a cluster: list them, follow one, cancel one.")
        {
            Sub("list", "List the jobs, the last first, and how many workers are at work.", null, ListAsync),
            Sub("follow", "Wait until a job ends, and say how.", "JOB", FollowAsync),
            Sub("cancel", "Stop a job; the blocks that are made stay.", "JOB", CancelAsync),
        };
        return command;
    }

    private static Command Sub(string name, string description, string? argument, Func<string?, string, CancellationToken, Task<int>> act)
    {
        var database = ClusterOption.OfCluster();
        var command = new Command(name, description) { database };
        var job = argument is null ? null : new Argument<string>(argument) { Description = "The job's name, as `samarkand jobs list` shows it.", HelpName = argument };
        if (job is not null)
            command.Arguments.Add(job);
        command.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            return await act(ClusterOption.Read(parsed, database), job is null ? "" : parsed.GetValue(job)!, cancellation);
        });
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> ListAsync(string? typed, string job, CancellationToken cancellation) => Asking(typed, async database =>
    {
        var (jobs, workers) = (await database.JobsAsync(cancellation), await database.WorkersAsync(cancellation));
        Printer.Print(writer =>
        {
            foreach (var one in jobs)
            {
                writer.WriteLine(FormattableString.Invariant(
                    $"{one.Id}  {one.State,-9}  {one.ResultsDone}/{one.Results}  {one.Made.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC  {one.Kind} in {one.Folder}{(one.Failure is { } failure ? $": {failure.Reason}" : "")}"));
            }

            writer.WriteLine(FormattableString.Invariant($"{jobs.Count} jobs; {workers.Count} workers with {workers.Sum(worker => worker.Threads)} threads are at work."));
            foreach (var note in workers.Select(worker => worker.Note).OfType<string>().Distinct())
                writer.WriteLine($"A worker says: {note}");
        });
        return 0;
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> FollowAsync(string? typed, string job, CancellationToken cancellation) => Asking(typed, async database =>
    {
        var ended = Waiting.For("Following", progress => new JobFollower(database, ClusterOption.Tell).UntilEndAsync(job, (done, all) => progress("Results", done, all), cancellation).GetAwaiter().GetResult());
        Printer.Print(writer => writer.WriteLine(FormattableString.Invariant($"Job {ended.Id} is {ended.State}: {ended.ResultsDone} of {ended.Results} results{(ended.Failure is { } failure ? $"; {failure.Reason}" : "")}.")));
        return ended.State == JobState.Finished ? 0 : Failed;
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> CancelAsync(string? typed, string job, CancellationToken cancellation) => Asking(typed, async database =>
    {
        if (!await database.CancelAsync(job, cancellation))
            throw new InputException(new InputProblem($"job {job}", 0, 0, "none of that name runs", "`samarkand jobs list` lists them"));
        Printer.Print(writer => writer.WriteLine($"Job {job} is cancelled; what was made stays in its folder."));
        return 0;
    });

    private static async Task<int> Asking(string? typed, Func<ClusterDatabase, Task<int>> act)
    {
        var address = ClusterOption.Address(typed);
        await using var database = new ClusterDatabase(address);
        try
        {
            return await act(database);
        }
        catch (Exception failure) when (failure is not InputException && ClusterDatabase.MayPass(failure) || failure is Npgsql.NpgsqlException)
        {
            throw address.Explain(failure);
        }
    }
}
