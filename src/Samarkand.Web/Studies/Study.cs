using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Studies;

/// <summary>Does an analysis: given a way to tell how far it is, and what stops it.</summary>
internal delegate StudyAnswer StudyWork(Action<string, int, int> tell, CancellationToken cancellation);

/// <summary>An analysis that takes seconds.</summary>
/// <param name="Name">The name of its command.</param>
/// <param name="Begin">Reads what is asked, and fails where that is wrong before anything waits for its turn.</param>
internal sealed record Study(string Name, Func<PostedCase, BoundCase, StudyRequest, Answering, StudyWork> Begin)
{
    /// <summary>All of them, the usual one first.</summary>
    public static ImmutableArray<Study> All { get; } =
    [
        new("align", RescueStudy.Begin),
        new("sweep", SweepStudy.Begin),
        new("coalition", CoalitionStudies.Begin),
        new("explain", ExplainStudy.Begin),
        new("design", DesignStudies.Begin),
        new("dependence", DependenceStudies.Begin),
    ];

    /// <summary>The analysis of that name; the usual one where none is named.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static Study Named(string? name) => name is null ? All[0] : All.FirstOrDefault(study => study.Name == name)
        ?? throw new ApiException(404, "analysis", "There is no such analysis", $"there is no analysis `{(name.Length > 60 ? name[..60] : name)}` here", $"the analyses are {string.Join(", ", All.Select(study => study.Name))}");
}
