using Npgsql;
using Orleans;
using Samarkand.Cluster.Dealing;
using Samarkand.Core;

namespace Samarkand.Cluster.Database;

/// <summary>A job to hand in.</summary>
/// <param name="Id">Its name: the same for the same study, folder and solver.</param>
/// <param name="Kind">What kind of study.</param>
/// <param name="Study">What its workers need to know, as JSON.</param>
/// <param name="Folder">The folder that all share.</param>
/// <param name="Solver">The solver that may work on it.</param>
/// <param name="Blocks">The blocks that are missing.</param>
internal sealed record NewJob(string Id, string Kind, string Study, string Folder, string Solver, IReadOnlyList<BlockRange> Blocks);

/// <summary>A job that somebody has taken over.</summary>
/// <param name="Epoch">How often it was taken over, this time included.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Done">The hashes of those that are done.</param>
internal sealed record HeldJob(int Epoch, BlockRange[] Blocks, IReadOnlyList<(int Block, byte[] Hash)> Done);

/// <summary>A job that runs.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Solver">The solver that may work on it.</param>
/// <param name="Made">When it was handed in.</param>
[GenerateSerializer, Immutable]
internal sealed record RunningJob(string Id, string Solver, DateTime Made);

/// <summary>A worker that was heard of a moment ago.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Solver">Its solver.</param>
/// <param name="Threads">How many threads it computes with.</param>
/// <param name="Note">Why it does not work, or null.</param>
internal sealed record KnownWorker(string Name, string Solver, int Threads, string? Note);

/// <summary>How a job stands.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What kind of study.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Solver">The solver that may work on it.</param>
/// <param name="State"><c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="ResultsDone">How many results are done.</param>
/// <param name="Results">Of how many that were missing.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="Holder">The address of the worker that deals its blocks; null before any did.</param>
/// <param name="Made">When it was handed in.</param>
/// <param name="Changed">When something last changed.</param>
internal sealed record JobState(string Id, string Kind, string Folder, string Solver, string State, int ResultsDone, int Results, Failure? Failure, string? Holder, DateTime Made, DateTime Changed)
{
    public const string Running = "running";
    public const string Finished = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public const string Select = "SELECT id, kind, folder, solver, state, results_done, results, failure, reason, holder, made, changed FROM samarkand_jobs";

    public static JobState Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6),
        row.IsDBNull(7) ? null : new Failure(Enum.Parse<FailureKind>(row.GetString(7)), row.GetString(8)), row.IsDBNull(9) ? null : row.GetString(9), row.GetDateTime(10), row.GetDateTime(11));
}
