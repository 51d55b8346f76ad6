using System.Globalization;
using ModelContextProtocol;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Mcp;

/// <summary>Tells a client of a tool what went wrong, in the words of the API's problems, and how far it is.</summary>
internal static class ToolProblems
{
    /// <summary>Does what a tool does; a failure becomes an answer that says what is wrong, where, and what to do.</summary>
    public static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new McpException(Text(ProblemAnswers.Of(failure)));
        }
    }

    /// <summary>Tells progress the way that analyses do.</summary>
    public static Action<string, int, int> Telling(IProgress<ProgressNotificationValue>? progress) => (what, done, all) =>
        progress?.Report(new ProgressNotificationValue { Progress = done, Total = all, Message = what });

    private static string Text(ApiProblem problem) => problem.Problems.IsEmpty
        ? $"{problem.Title}: {problem.Detail}. Remedy: {problem.Remedy}."
        : string.Join('\n', problem.Problems.Select(one => $"{Place(one)}{one.Message}{(one.Remedy is { } remedy ? $". Remedy: {remedy}" : "")}").Prepend($"{problem.Title}:"));

    private static string Place(CaseProblem problem) => problem.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line}, column {problem.Column}: ")
        : $"{problem.File}: ";
}
