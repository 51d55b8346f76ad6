using System.Globalization;

namespace Samarkand.Core;

/// <summary>One mistake in what a user gave: where it stands, what is wrong, and what to do.</summary>
/// <param name="Source">The file (or option) that holds the mistake.</param>
/// <param name="Line">The line, from 1; 0 where a line has no meaning.</param>
/// <param name="Column">The column, from 1; 0 where a column has no meaning.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record InputProblem(string Source, int Line, int Column, string Message, string? Hint = null)
{
    /// <summary>The problem as <c>file:line:column: message; hint</c>.</summary>
    public override string ToString()
    {
        var place = Line == 0
            ? Source
            : Column == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}")
                : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}:{Column}");
        return Hint is null ? $"{place}: {Message}" : $"{place}: {Message}; {Hint}";
    }
}

/// <summary>What a user gave cannot be used. Carries every problem found, not only the first.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes an exception from all the problems found in one input.</summary>
    public InputException(IReadOnlyList<InputProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Makes an exception from a single problem.</summary>
    public InputException(InputProblem problem)
        : this([problem])
    {
    }

    /// <summary>The problems, in the order in which they stand in the input.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
