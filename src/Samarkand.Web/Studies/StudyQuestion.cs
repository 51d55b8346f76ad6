using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>What is asked of a job, in words that can be sent to another machine.</summary>
/// <param name="Text">The case; null for a world without one.</param>
/// <param name="World">That world; null with a case.</param>
/// <param name="Request">What is asked of it.</param>
internal sealed record StudyQuestion(string? Text, string? World, StudyRequest Request)
{
    /// <summary>Reads what is asked, and fails where that is wrong.</summary>
    public StudyWork Begin(Answering answering, OpenWorlds worlds)
    {
        if (World is not null)
            return DependenceStudies.Begin(worlds[World], null, Request);
        var (study, posted) = (Study.Named(Request.Analysis), PostedCase.Of(Text!));
        return study.Begin(posted, answering.Open(posted), Request, answering);
    }
}
