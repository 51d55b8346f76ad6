namespace Samarkand.Analyses.Rescue;

/// <summary>A state's revenue before and after, real: million USD a year at the prices before.</summary>
/// <param name="Before">Before.</param>
/// <param name="After">After, deflated.</param>
internal sealed record StateRevenue(double Before, double After)
{
    /// <summary>After over before; 1 where there is no revenue.</summary>
    public double Ratio => Before > 0 ? After / Before : 1;

    /// <summary>
    /// A share of income plus a share of the value of energy exports. Income enters as real income; energy exports as their value over
    /// the state's own consumption price index, so that both buy what they would have bought before.
    /// </summary>
    /// <param name="shareOfIncome">Share of income, in [0, 1].</param>
    /// <param name="shareOfEnergyExports">Share of the value of energy exports, in [0, 1].</param>
    /// <param name="income">Income before, million USD.</param>
    /// <param name="realIncome">Real income after over before, a ratio.</param>
    /// <param name="energyBefore">Energy exports before, million USD.</param>
    /// <param name="energyAfter">Energy exports after, million USD at their own prices.</param>
    /// <param name="priceIndex">The state's consumption prices after over before, above 0.</param>
    public static StateRevenue Of(
        double shareOfIncome, double shareOfEnergyExports, double income, double realIncome, double energyBefore, double energyAfter, double priceIndex) =>
        new(
            shareOfIncome * income + shareOfEnergyExports * energyBefore,
            shareOfIncome * income * realIncome + shareOfEnergyExports * energyAfter / priceIndex);

    /// <summary>What is left for commitments where they bear revenue's fall in proportion, as everything else that the state pays for.</summary>
    public double InProportion(double commitments) => Math.Max(0, commitments * Ratio);

    /// <summary>What is left for commitments where everything else is paid as before and they bear the whole fall: the least that can be left.</summary>
    public double LastInLine(double commitments) => Math.Clamp(commitments + After - Before, 0, Math.Max(0, After));
}
