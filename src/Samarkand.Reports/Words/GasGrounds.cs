using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>The pools of gas that a case makes short of it: what they lose, what can arrive, and what that does to the price (docs/method.md, section 1e).</summary>
internal static class GasGrounds
{
    /// <summary>A line for each pool.</summary>
    public static IEnumerable<string> Of(CaseAnswer answer)
    {
        foreach (var shortage in answer.Case.Gas?.Shortages ?? [])
        {
            var world = answer.Case.World;
            var states = shortage.Members.Length > 4 ? $"{shortage.Members.Length} states from {world.Code(shortage.Members[0])} to {world.Code(shortage.Members[^1])}" : string.Join(", ", shortage.Members.Select(world.Code));
            var bound = shortage.Arrives == 1
                ? "others make up for it"
                : FormattableString.Invariant($"at most {100 * shortage.Arrives:0.#} percent of what they bought can arrive, and its price there rises {Times(answer, shortage):0.00} times beyond its cost");
            yield return FormattableString.Invariant($"Gas: {states} share what there is (pool {shortage.Name}). Bans stop {100 * shortage.Lost:0.#} percent of it; {bound}.");
        }
    }

    private static double Times(CaseAnswer answer, GasShortage shortage)
    {
        var (equilibrium, pools) = (answer.Equilibrium, answer.Equilibrium.Shock.Pools);
        var place = Enumerable.Range(0, pools.Length).First(p => pools[p].Sector == shortage.Sector && pools[p].Members.SequenceEqual(shortage.Members));
        return Math.Exp(equilibrium.LogLevies[place]);
    }
}
