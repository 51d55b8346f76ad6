using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Where analyses run that take seconds. On this machine there is a short queue; a cluster may stand behind the same.</summary>
internal interface IJobs
{
    /// <summary>Puts a job into the queue.</summary>
    /// <param name="analysis">What it does.</param>
    /// <exception cref="Problems.ApiException">The queue is full.</exception>
    Job Start(StudyWork analysis);

    /// <summary>The job of that name; null where there is none, or it ended long ago.</summary>
    Job? Find(string id);
}
