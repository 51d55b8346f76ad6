using Orleans;

namespace Samarkand.Cluster.Dealing;

/// <summary>A block dealt to a worker.</summary>
/// <param name="Number">The lease's own number.</param>
/// <param name="Block">The block's number in the plan.</param>
/// <param name="By">The worker.</param>
/// <param name="Given">When it was dealt.</param>
internal sealed record Lease(long Number, int Block, Dealer.Worker By, TimeSpan Given);

/// <summary>The same as the worker is told of it.</summary>
/// <param name="Lease">The lease's number.</param>
/// <param name="Block">The block's number in the plan.</param>
/// <param name="First">Its first result.</param>
/// <param name="Count">How many results it has.</param>
[GenerateSerializer, Immutable]
internal readonly record struct Dealt(long Lease, int Block, int First, int Count);

/// <summary>What a worker has to say, at least every few seconds.</summary>
/// <param name="Worker">Its name, which no other process has.</param>
/// <param name="Holds">The numbers of the leases that it works on.</param>
/// <param name="Finished">What it has finished since.</param>
/// <param name="Troubles">What it could not do.</param>
/// <param name="Wants">How many blocks more it can take.</param>
[GenerateSerializer, Immutable]
internal sealed record Report(string Worker, long[] Holds, Finished[] Finished, Trouble[] Troubles, int Wants);

/// <summary>A block that is in its place.</summary>
/// <param name="Worker">Who made it.</param>
/// <param name="Lease">On which lease.</param>
/// <param name="Block">Which.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Seconds">How long it took.</param>
[GenerateSerializer, Immutable]
internal sealed record Finished(string Worker, long Lease, int Block, byte[] Hash, double Seconds);

/// <summary>A block that could not be made.</summary>
/// <param name="Lease">On which lease.</param>
/// <param name="Block">Which.</param>
/// <param name="Kind">What kind of trouble it was.</param>
/// <param name="Reason">A sentence, with the remedy.</param>
[GenerateSerializer, Immutable]
internal sealed record Trouble(long Lease, int Block, FailureKind Kind, string Reason);

/// <summary>Why something failed.</summary>
internal enum FailureKind
{
    /// <summary>The store refused: another worker, or the same one later, may have more luck.</summary>
    Store,

    /// <summary>The study itself cannot be solved; the same wherever it is tried.</summary>
    Refused,

    /// <summary>There is no equilibrium; the same wherever it is tried.</summary>
    NoEquilibrium,

    /// <summary>The same block came with other bytes.</summary>
    Alarm,
}

/// <summary>Why a job stopped.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Reason">A sentence, with the remedy.</param>
internal sealed record Failure(FailureKind Kind, string Reason);

/// <summary>What a worker is to do.</summary>
/// <param name="Given">Blocks for it.</param>
/// <param name="Dropped">Leases that it holds and need not finish.</param>
/// <param name="HasEnded">True where the job needs nothing more.</param>
[GenerateSerializer, Immutable]
internal sealed record Deal(Dealt[] Given, long[] Dropped, bool HasEnded);
