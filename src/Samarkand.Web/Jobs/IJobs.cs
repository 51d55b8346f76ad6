using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Where analyses run that take seconds: a short queue on this machine, or one that servers and workers share.</summary>
internal interface IJobs
{
    /// <summary>Puts a job into the queue.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">Whoever asks has gone.</param>
    /// <exception cref="Problems.ApiException">It cannot be asked, or the queue is full.</exception>
    Task<JobStatus> StartAsync(StudyQuestion question, CancellationToken cancellation);

    /// <summary>How far a job is; null where there is none of that name, or it ended long ago.</summary>
    Task<JobStatus?> StatusAsync(string id, CancellationToken cancellation);

    /// <summary>Waits until something changes after a status that was seen.</summary>
    Task<JobStatus> NextAsync(JobStatus seen, CancellationToken cancellation);

    /// <summary>Stops a job.</summary>
    Task StopAsync(string id, CancellationToken cancellation);

    /// <summary>The names of what came of a job that is done: see <see cref="StudyAnswer.Names"/>.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string id, CancellationToken cancellation);

    /// <summary>What came of a job that is done, by such a name.</summary>
    Task<byte[]> BodyAsync(string id, string name, CancellationToken cancellation);
}
