using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cli.Commands.Dependence;

/// <summary>What the command line asks of dependence.</summary>
internal sealed record DependenceRequest : CaseRequest
{
    public DependenceRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>A region, or null for a matrix.</summary>
    public string? One { get; init; }

    /// <summary>Another one.</summary>
    public string? Two { get; init; }

    /// <summary>A bloc, <c>all</c>, or null for a pair.</summary>
    public string? Matrix { get; init; }

    /// <summary>The horizon where there is no case.</summary>
    public Horizon Horizon => Choice("horizon", Case.Horizon, Horizon.Medium);

    /// <summary>The closure where there is no case.</summary>
    public Closure Closure => Choice("closure", Case.Closure, Closure.Fixed);

    private static T Choice<T>(string what, string? text, T usual)
        where T : struct, Enum
    {
        if (text is null)
            return usual;
        foreach (var value in Enum.GetValues<T>())
        {
            if (text == value.ToString().ToLowerInvariant())
                return value;
        }

        throw new InputException(new InputProblem($"--{what}", 0, 0, $"unknown {what} `{text}`", $"expected one of: {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}"));
    }
}
