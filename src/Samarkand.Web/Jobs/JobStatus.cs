using System.Text.Json.Serialization;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Id">The job.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>stopped</c>.</param>
/// <param name="What">What it is at, or null.</param>
/// <param name="Done">How much of that is done.</param>
/// <param name="All">Of how much.</param>
/// <param name="Problem">Why it failed, or null.</param>
internal sealed record JobStatus(string Id, string State, string? What, int Done, int All, ApiProblem? Problem)
{
    /// <summary>Whether nothing more will come.</summary>
    [JsonIgnore]
    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Stopped;
}

/// <summary>The states of a job.</summary>
internal static class JobState
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Stopped = "stopped";
}
