using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Samarkand.Core;

namespace Samarkand.Web.Problems;

/// <summary>Why there is no answer, as RFC 9457 has it, with the place in the case and what to do about it.</summary>
internal sealed record ApiProblem
{
    /// <summary>The kind of problem, a name that stays.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong here.</summary>
    public required string Detail { get; init; }

    /// <summary>What holds the mistake: <c>case</c> for the body; null where it is the request itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>The line of the first mistake, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>Its column, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>What to do about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remedy { get; init; }

    /// <summary>Every mistake of a case, in the order in which they stand there.</summary>
    public ImmutableArray<CaseProblem> Problems { get; init; } = [];

    /// <summary>A problem of the request.</summary>
    public static ApiProblem Of(int status, string kind, string title, string detail, string remedy) =>
        new() { Type = Name(kind), Title = title, Status = status, Detail = detail, Remedy = remedy };

    /// <summary>The problems of a case.</summary>
    public static ApiProblem Of(int status, string kind, string title, IReadOnlyList<InputProblem> problems)
    {
        ImmutableArray<CaseProblem> all = [.. problems.Select(CaseProblem.Of)];
        var first = all[0];
        return Of(status, kind, title, first.Message, "") with { File = first.File, Line = first.Line, Column = first.Column, Remedy = first.Remedy, Problems = all };
    }

    private static string Name(string kind) => $"urn:samarkand:problem:{kind}";
}

/// <summary>A mistake of a case.</summary>
/// <param name="File">What holds it: <c>case</c> for the body.</param>
/// <param name="Line">The line, from 1; null where a line has no meaning.</param>
/// <param name="Column">The column, from 1; null where a column has no meaning.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Remedy">What to do about it, or null.</param>
internal sealed record CaseProblem(string File, int? Line, int? Column, string Message, string? Remedy)
{
    public static CaseProblem Of(InputProblem problem) => new(
        problem.Source,
        problem.Line > 0 ? problem.Line : null,
        problem.Column > 0 ? problem.Column : null,
        Wording.Plain(problem.Message),
        problem.Hint is { } hint ? Wording.Plain(hint) : null);
}
