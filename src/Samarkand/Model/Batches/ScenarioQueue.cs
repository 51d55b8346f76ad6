using Samarkand.Model.Solving;

namespace Samarkand.Model.Batches;

/// <summary>The scenarios that several workers share: who takes one answers it.</summary>
/// <param name="count">How many.</param>
/// <param name="ask">Gives each by number.</param>
/// <param name="found">Receives equilibria.</param>
/// <param name="failed">Receives reasons; null throws them.</param>
/// <param name="alone">Solves one by itself.</param>
/// <param name="closure">The closure of all.</param>
/// <param name="left">Receives the number of each that is solved by itself, and why; null for nobody.</param>
internal sealed class ScenarioQueue(
    int count,
    Func<int, Counterfactual> ask,
    Action<int, Equilibrium> found,
    Action<int, NoEquilibriumException>? failed,
    Func<Counterfactual, Equilibrium> alone,
    Closure closure,
    Action<int, WhyAlone>? left = null)
{
    private int _next = -1;
    private int _alone;

    /// <summary>How many were solved by themselves.</summary>
    public int Alone => Volatile.Read(ref _alone);

    /// <summary>Nobody takes another scenario after this.</summary>
    public void Close() => Interlocked.Exchange(ref _next, count);

    public bool TryTake(out int number, out Counterfactual asked)
    {
        number = Volatile.Read(ref _next) >= count - 1 ? count : Interlocked.Increment(ref _next);
        asked = number < count ? ask(number) : default;
        return number < count;
    }

    public void Found(int number, Equilibrium equilibrium) => found(number, equilibrium);

    public void SolveAlone(int number, Counterfactual asked, WhyAlone why)
    {
        Interlocked.Increment(ref _alone);
        left?.Invoke(number, why);
        Equilibrium equilibrium;
        try
        {
            equilibrium = alone(asked);
        }
        catch (NoEquilibriumException none) when (failed is not null)
        {
            failed(number, none);
            return;
        }

        found(number, equilibrium);
    }

    public bool IsFeasible(int number, PackedBaseline packed, Scenario scenario)
    {
        try
        {
            Feasibility.Check(packed, scenario, closure);
            return true;
        }
        catch (NoEquilibriumException none) when (failed is not null)
        {
            failed(number, none);
            return false;
        }
    }
}
