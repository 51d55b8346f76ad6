using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>What a state can still pay for abroad under a case.</summary>
/// <param name="State">The state.</param>
/// <param name="Revenue">Its real revenue before and after.</param>
/// <param name="InProportion">Its commitments where they bear revenue's fall as everything else does.</param>
/// <param name="LastInLine">Its commitments where everything else is paid as before and they bear the whole fall.</param>
internal sealed record StateCommitments(Region State, StateRevenue Revenue, CommitmentBudget InProportion, CommitmentBudget LastInLine)
{
    /// <summary>Every state of a case that has both commitments and revenue, in the order of its commitments.</summary>
    public static ImmutableArray<StateCommitments> Of(CaseAnswer answer)
    {
        var states = ImmutableArray.CreateBuilder<StateCommitments>();
        foreach (var group in answer.Case.Commitments.GroupBy(commitment => commitment.Of.Text))
        {
            var revenue = answer.Case.Revenue.FirstOrDefault(one => one.Of.Text == group.Key);
            if (revenue is null || Actors.Find(answer.Case.World, group.Key) is not { } state)
                continue;
            ImmutableArray<Commitment> commitments = [.. group];
            var (cost, real) = (commitments.Sum(commitment => commitment.CostMusd), Of(answer, state, revenue));
            states.Add(new StateCommitments(
                state, real, CommitmentBudget.Pay(commitments, real.InProportion(cost)), CommitmentBudget.Pay(commitments, real.LastInLine(cost))));
        }

        return states.ToImmutable();
    }

    private static StateRevenue Of(CaseAnswer answer, Region state, Revenue revenue)
    {
        var (effects, own) = (answer.Effects, answer.Effects.Regions[state.Index]);
        return StateRevenue.Of(
            revenue.ShareOfIncome,
            revenue.ShareOfEnergyExports,
            effects.Before.Incomes[state.Index],
            1 + own.RealIncomePct / 100,
            EnergyExports(effects.Before, state),
            EnergyExports(effects.After, state),
            1 + own.PriceIndexPct / 100);
    }

    private static double EnergyExports(Outcome outcome, Region state)
    {
        var (world, sum) = (outcome.Baseline.World, 0.0);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            for (var j = 0; j < world.Regions.Length && world.Sectors[s].Tags.Contains("energy"); j++)
                sum += j == state.Index ? 0 : outcome.Flows[new Sector(s), state, new Region(j)];
        }

        return sum;
    }
}
