using Orleans;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Dealing;

namespace Samarkand.Cluster.Jobs;

/// <summary>One job: deals its blocks, and writes down what is done. Calls are short: a worker tells and asks, and never waits for a block.</summary>
internal interface IJobGrain : IGrainWithStringKey
{
    /// <summary>What a worker tells and asks.</summary>
    Task<Deal> Exchange(Report report);
}

/// <summary>The list of jobs that run, read for all workers at once.</summary>
internal interface IJobListGrain : IGrainWithIntegerKey
{
    /// <summary>The jobs, the first first; while the database is away, as it was when it was last there.</summary>
    Task<RunningJob[]> Running();
}
