using System.Collections.Immutable;
using Samarkand.Cases;

namespace Samarkand.Analyses.Rescue;

/// <summary>A state's commitments paid from what is available, the first priority first; those of one priority share what is left.</summary>
/// <param name="Payments">In the order in which they are paid.</param>
internal sealed record CommitmentBudget(ImmutableArray<PaidCommitment> Payments)
{
    /// <summary>What is not paid in full, the first to go first: the largest number of priority, and there as the case lists them.</summary>
    public ImmutableArray<PaidCommitment> Unpaid => [.. Payments.Where(payment => payment.Missing > 0).OrderByDescending(payment => payment.Commitment.Priority)];

    /// <summary>The transfer that would keep every commitment paid, million USD a year; 0 where they are.</summary>
    public double Transfer => Payments.Sum(payment => payment.Missing);

    /// <summary>Pays them.</summary>
    /// <param name="commitments">The commitments of one state.</param>
    /// <param name="available">Million USD a year; nothing is paid where it is not above 0.</param>
    public static CommitmentBudget Pay(ImmutableArray<Commitment> commitments, double available)
    {
        var payments = ImmutableArray.CreateBuilder<PaidCommitment>(commitments.Length);
        var left = Math.Max(0, available);
        foreach (var group in commitments.GroupBy(commitment => commitment.Priority).OrderBy(group => group.Key))
        {
            var cost = group.Sum(commitment => commitment.CostMusd);
            var share = left >= cost ? 1 : left / cost;
            payments.AddRange(group.Select(commitment => new PaidCommitment(commitment, share * commitment.CostMusd)));
            left = Math.Max(0, left - cost);
        }

        return new CommitmentBudget(payments.ToImmutable());
    }
}

/// <summary>A commitment and what of it is paid.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Paid">Million USD a year, from 0 to its cost.</param>
internal sealed record PaidCommitment(Commitment Commitment, double Paid)
{
    /// <summary>What is not paid, million USD a year.</summary>
    public double Missing => Commitment.CostMusd - Paid;
}
