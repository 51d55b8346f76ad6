namespace Samarkand.Model.Solving;

/// <summary>What a split market adds to a sweep: one scenario's numbers, each a stride from the next region's.</summary>
internal static unsafe class SplitMarket
{
    /// <summary>
    /// Adds what comes through third states to the free part's price sum, shares expenditure out among the parts, and returns
    /// -theta log P, which is the mean of the parts' log price sums weighted by their shares.
    /// </summary>
    /// <param name="split">The market.</param>
    /// <param name="regions">N.</param>
    /// <param name="costPowers">The sector's q, region by region.</param>
    /// <param name="stride">From one region to the next.</param>
    /// <param name="demand">X.</param>
    /// <param name="priceSum">sum_i A q of the direct trade of the free part.</param>
    /// <param name="pull">X over that sum; becomes the free part's own.</param>
    public static double LogPriceSum(Split split, int regions, double* costPowers, int stride, double demand, ref double priceSum, ref double pull)
    {
        if (split.Routed is { } routed)
        {
            priceSum += routed.PriceSum(costPowers, stride);
            pull = demand / priceSum;
        }

        var logSum = split.FreeShare > 0 ? split.FreeShare * Math.Log(priceSum) : 0;
        pull = split.FreeShare > 0 ? pull * split.FreeShare : 0;
        foreach (var part in split.Parts)
        {
            var sum = 0.0;
            for (var i = 0; i < regions; i++)
                sum += part.Weights[i] * costPowers[i * stride];
            if (part.Routed is { } throughThirdStates)
                sum += throughThirdStates.PriceSum(costPowers, stride);
            logSum += part.Share * Math.Log(sum);
            part.Pull = part.Share * demand / sum;
        }

        return logSum;
    }

    /// <summary>Adds what origins sell to the listed parts and through third states, at basic prices.</summary>
    public static void AddOutputs(Split split, int regions, double* costPowers, int stride, double pull, double* outputs, int outputStride)
    {
        split.Routed?.AddOutputs(pull, outputs, outputStride);
        foreach (var part in split.Parts)
        {
            part.Routed?.AddOutputs(part.Pull, outputs, outputStride);
            for (var i = 0; i < regions; i++)
                outputs[i * outputStride] += costPowers[i * stride] * part.BasicWeights[i] * part.Pull;
        }
    }
}
