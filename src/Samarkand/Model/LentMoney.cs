namespace Samarkand.Model;

/// <summary>
/// Money that regions spend and do not own (docs/method.md, section 1a): what a trust saves in its owner's place, and what the target of
/// <see cref="Closure.Unfinanced"/> or <see cref="Closure.Unspent"/> cannot spend and others do.
/// </summary>
internal static class LentMoney
{
    /// <summary>What the target does not spend of its income with a fixed deficit, at least 0.</summary>
    /// <param name="closure">A closure that confines.</param>
    /// <param name="deficit">Its deficit before.</param>
    /// <param name="before">Its income before.</param>
    /// <param name="now">Its income at the fixed deficit.</param>
    public static double Unspent(Closure closure, double deficit, double before, double now) =>
        closure == Closure.Unfinanced ? Math.Max(deficit, 0) : Math.Max(now - before, 0);

    /// <summary>By region, million USD; null where there is none.</summary>
    public static double[]? Of(Baseline baseline, Shock shock, Closure closure, double[] wages, double[] revenues)
    {
        double[]? lent = null;
        foreach (var payment in shock.Payments)
        {
            if (payment.InTrust)
                (lent ??= new double[baseline.RegionCount])[payment.From.Index] += payment.Amount;
        }

        if (!closure.Confines() || shock.Confined is not { Index: var target } region)
            return lent;
        lent ??= new double[baseline.RegionCount];
        var now = wages[target] * baseline.ValueAdded[target] + revenues[target] + baseline.Deficits[target] + Paid(shock, target);
        var unspent = Unspent(closure, baseline.Deficits[target], baseline.Income(region), now);
        // A yield that paid for a part of a deficit is not lost twice.
        lent[target] = closure == Closure.Unfinanced ? Math.Max(lent[target] - unspent, 0) : lent[target];
        var others = 0.0;
        for (var n = 0; n < lent.Length; n++)
            others += n == target ? 0 : wages[n] * baseline.ValueAdded[n];
        for (var n = 0; n < lent.Length; n++)
            lent[n] += n == target ? 0 : wages[n] * baseline.ValueAdded[n] / others * unspent;
        return lent;
    }

    /// <summary>Lump payments received less paid by a region, and less its purchases for others; nothing that is held in trust.</summary>
    public static double Paid(Shock shock, int region)
    {
        var sum = 0.0;
        foreach (var payment in shock.Payments)
        {
            if (!payment.InTrust)
                sum += (payment.To.Index == region ? payment.Amount : 0) - (payment.From.Index == region ? payment.Amount : 0);
        }

        foreach (var purchase in shock.Purchases)
            sum -= purchase.Buyer.Index == region ? purchase.Amount : 0;
        return sum;
    }
}
