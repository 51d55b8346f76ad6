using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Studies;
using Samarkand.Web.Api;
using Samarkand.Web.Measuring;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Runs jobs that servers share, one after another. Workers take them at once, and a server what no worker takes.</summary>
/// <param name="table">The jobs.</param>
/// <param name="answering">Who answers.</param>
/// <param name="worlds">The worlds.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="after">How long a job is left to others first.</param>
/// <param name="looked">Called whenever the database has said whether there is one.</param>
internal sealed class SharedJobRunner(PageJobs table, Answering answering, OpenWorlds worlds, ServerMetrics metrics, TimeSpan after, Action looked) : BackgroundService
{
    /// <summary>How long a server leaves a job to workers.</summary>
    public static readonly TimeSpan LeftToWorkers = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromMilliseconds(500);

    private readonly string _name = Guid.NewGuid().ToString("N")[..16];

    /// <summary>Runs them on a worker until it is stopped.</summary>
    public static async Task WorkAsync(ClusterAddress address, Action looked, CancellationToken cancellation)
    {
        await using var services = Answering.Add(new ServiceCollection(), new ServeSettings()).AddSingleton(_ => new PageJobs(address)).BuildServiceProvider();
        using var runner = ActivatorUtilities.CreateInstance<SharedJobRunner>(services, TimeSpan.Zero, looked);
        await runner.RunAsync(cancellation);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    private async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var taken = await PatientlyAsync(() => table.TakeAsync(SolverVersion.Here, _name, after, cancellation), cancellation);
            looked();
            if (taken is not null)
                await RunAsync(taken, cancellation);
            else
                await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(TakenPageJob taken, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (begun, told) = (Stopwatch.GetTimestamp(), new Told(null, 0, 0));
        var work = Task.Run(() => Run(taken, (what, done, all) => told = new Told(what, done, all), stop.Token), CancellationToken.None);
        var isLost = false;
        while (!work.IsCompleted)
        {
            try
            {
                var wish = await table.HeardAsync(taken, told.What, told.Done, told.All, stop.Token);
                isLost |= wish == PageJobWish.Lost;
                if (wish != PageJobWish.GoOn)
                    await stop.CancelAsync();
            }
            catch (Exception failure) when (failure is OperationCanceledException || ClusterDatabase.MayPass(failure))
            {
                // The work goes on meanwhile.
            }

            await Task.WhenAny(work, Task.Delay(BetweenSigns, CancellationToken.None));
        }

        var (state, problem, answers) = await work;
        metrics.JobEnded(Stopwatch.GetElapsedTime(begun), state);
        // A machine that is shut down leaves its job to others.
        if (isLost || (cancellation.IsCancellationRequested && state == JobState.Stopped))
            return;
        await PatientlyAsync(
            async () =>
            {
                await table.EndAsync(taken, state, problem, answers, CancellationToken.None);
                return true;
            },
            cancellation);
    }

    private (string State, string? Problem, IReadOnlyList<(string Name, byte[] Body)> Answers) Run(TakenPageJob taken, Action<string, int, int> tell, CancellationToken cancellation)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(taken.Question, ApiJson.Default.StudyQuestion)!.Begin(answering, worlds)(tell, cancellation);
            return (JobState.Done, null, [.. answer.Names.Select(name => (name, answer.Body(name)))]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (JobState.Stopped, null, []);
        }
        catch (Exception failure)
        {
            return (JobState.Failed, JsonSerializer.Serialize(ProblemAnswers.Of(failure), ApiJson.Default.ApiProblem), []);
        }
    }

    // What the database does not take now, it takes when it is back.
    private static async Task<T?> PatientlyAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (ClusterDatabase.MayPass(failure) && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                return default;
            }
        }
    }

    private sealed record Told(string? What, int Done, int All);
}
