using Samarkand.Model.Preconditioning;

namespace Samarkand.Model.Solving;

/// <summary>One way to iterate: what fails in one is tried in the next.</summary>
/// <param name="Preconditioner">What turns residuals into a direction; null for the residuals themselves.</param>
/// <param name="Most">How many states are tried.</param>
internal readonly record struct Attempt(Preconditioner? Preconditioner, int Most)
{
    /// <summary>What part of each direction is taken.</summary>
    public double Step { get; init; } = 1;

    /// <summary>What directions the mixing makes small.</summary>
    public Mixing Mixing { get; init; } = Mixing.Wages;
}
