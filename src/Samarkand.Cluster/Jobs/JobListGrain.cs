using System.Diagnostics;
using Orleans;
using Orleans.Concurrency;
using Samarkand.Cluster.Database;

namespace Samarkand.Cluster.Jobs;

/// <inheritdoc cref="IJobListGrain"/>
[Reentrant]
internal sealed class JobListGrain(ClusterDatabase database) : Grain, IJobListGrain
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private RunningJob[] _jobs = [];
    private long? _read;

    public async Task<RunningJob[]> Running()
    {
        if (_read is { } at && Stopwatch.GetElapsedTime(at) < Fresh)
            return _jobs;
        var isFirst = _read is null;
        _read = Stopwatch.GetTimestamp();
        try
        {
            _jobs = [.. await database.RunningAsync(CancellationToken.None).ConfigureAwait(true)];
        }
        catch (Exception failure) when (!isFirst && ClusterDatabase.MayPass(failure))
        {
            // The jobs that were known go on meanwhile.
        }
        catch
        {
            _read = null;
            throw;
        }

        return _jobs;
    }
}
