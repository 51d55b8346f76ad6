using Samarkand.Reports.Tables;

namespace Samarkand.Web.Jobs;

/// <summary>Where analyses run that take seconds. On this machine there is a short queue; a cluster may stand behind the same.</summary>
internal interface IJobs
{
    /// <summary>Puts a job into the queue.</summary>
    /// <param name="analysis">What it does: given a way to tell how far it is, and what stops it.</param>
    /// <exception cref="Problems.ApiException">The queue is full.</exception>
    Job Start(Func<Action<string, int, int>, CancellationToken, CaseTables> analysis);

    /// <summary>The job of that name; null where there is none, or it ended long ago.</summary>
    Job? Find(string id);
}
