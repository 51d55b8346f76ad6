namespace Samarkand.Web.Problems;

/// <summary>A request that cannot be answered, with what to tell whoever asked.</summary>
internal sealed class ApiException(ApiProblem problem) : Exception(problem.Detail)
{
    public ApiException(int status, string kind, string title, string detail, string remedy)
        : this(ApiProblem.Of(status, kind, title, detail, remedy))
    {
    }

    public ApiProblem Problem { get; } = problem;
}
