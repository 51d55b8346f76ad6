namespace Samarkand.Model.Nests;

/// <summary>
/// What one region's producers and consumers use at given prices: costs, and the shares of every input and good, level by level
/// (docs/method.md, section 1b). The sweep computes the same for all regions at once.
/// </summary>
internal sealed class NestedUse
{
    private readonly Nesting _nests;
    private readonly double[] _logPrices;
    private readonly int _s;

    private NestedUse(Baseline baseline, int region, double[] logPrices)
    {
        (_nests, _logPrices, _s) = (baseline.Nesting!, logPrices, baseline.SectorCount);
        (LogCosts, Added, Inputs, Final) = ([], [], [], new double[_s]);
        LogPriceIndex = Consumers(baseline.FinalShares.Slice(region * _s, _s));
    }

    /// <summary>Computes them.</summary>
    /// <param name="baseline">A baseline with nests.</param>
    /// <param name="region">The region.</param>
    /// <param name="logWage">log w.</param>
    /// <param name="logPrices">log P by sector.</param>
    public NestedUse(Baseline baseline, int region, double logWage, double[] logPrices)
    {
        (_nests, _logPrices, _s) = (baseline.Nesting!, logPrices, baseline.SectorCount);
        (LogCosts, Added, Inputs) = (new double[_s], new double[_s], new double[_s * _s]);
        for (var user = 0; user < _s; user++)
            Producer(baseline, region, user, logWage);
        Final = new double[_s];
        LogPriceIndex = Consumers(baseline.FinalShares.Slice(region * _s, _s));
    }

    /// <summary>The log of the price index of consumption alone: producers are most of the work.</summary>
    /// <param name="baseline">A baseline with nests.</param>
    /// <param name="region">The region.</param>
    /// <param name="logPrices">log P by sector.</param>
    public static double LogConsumerPrices(Baseline baseline, int region, double[] logPrices) => new NestedUse(baseline, region, logPrices).LogPriceIndex;

    /// <summary>log c by sector.</summary>
    public double[] LogCosts { get; }

    /// <summary>g', the shares of value added, by sector.</summary>
    public double[] Added { get; }

    /// <summary>B', the shares of inputs, [input, user].</summary>
    public double[] Inputs { get; }

    /// <summary>a', the shares of final expenditure.</summary>
    public double[] Final { get; }

    /// <summary>log of the price index of consumption.</summary>
    public double LogPriceIndex { get; }

    /// <summary>The log price of a CES bundle of weights at the log prices of its parts; 0 where it is empty.</summary>
    public static double LogBundle(ReadOnlySpan<double> weights, ReadOnlySpan<double> logPrices, double sigma)
    {
        var (sum, total) = (0.0, 0.0);
        for (var k = 0; k < weights.Length; k++)
        {
            total += weights[k];
            sum += weights[k] * (sigma == 1 ? logPrices[k] : Math.Exp((1 - sigma) * logPrices[k]));
        }

        return total == 0 ? 0 : sigma == 1 ? sum / total : Math.Log(sum / total) / (1 - sigma);
    }

    private void Producer(Baseline baseline, int region, int user, double logWage)
    {
        var (e, makesFuel) = (_nests.Elasticities, _nests.MakesFuel[user]);
        var (top, fuels) = (e.EnergyOf(makesFuel), e.FuelsOf(makesFuel));
        Span<double> energy = stackalloc double[_s], materials = stackalloc double[_s];
        var (energyTotal, materialTotal, added) = (0.0, 0.0, baseline.ValueAddedShares[region * _s + user]);
        for (var k = 0; k < _s; k++)
        {
            var share = baseline.InputShares[(region * _s + k) * _s + user];
            (energy[k], materials[k]) = _nests.IsEnergy[k] ? (share, 0.0) : (0.0, share);
            energyTotal += energy[k];
            materialTotal += materials[k];
        }

        var (logEnergy, logMaterials) = (LogBundle(energy, _logPrices, fuels), LogBundle(materials, _logPrices, e.Materials));
        var logRest = LogBundle([added, materialTotal], [logWage, logMaterials], e.Added);
        var logCost = LogBundle([energyTotal, added + materialTotal], [logEnergy, logRest], top);
        var rest = Relative(top, logRest, logCost);
        LogCosts[user] = logCost;
        Added[user] = added * Relative(e.Added, logWage, logRest) * rest;
        for (var k = 0; k < _s; k++)
        {
            Inputs[k * _s + user] = _nests.IsEnergy[k]
                ? energy[k] * Relative(fuels, _logPrices[k], logEnergy) * Relative(top, logEnergy, logCost)
                : materials[k] * Relative(e.Materials, _logPrices[k], logMaterials) * Relative(e.Added, logMaterials, logRest) * rest;
        }
    }

    private double Consumers(ReadOnlySpan<double> shares)
    {
        var e = _nests.Elasticities;
        Span<double> energy = stackalloc double[_s], others = stackalloc double[_s];
        var (energyTotal, otherTotal) = (0.0, 0.0);
        for (var k = 0; k < _s; k++)
        {
            (energy[k], others[k]) = _nests.IsEnergy[k] ? (shares[k], 0.0) : (0.0, shares[k]);
            energyTotal += energy[k];
            otherTotal += others[k];
        }

        var (logEnergy, logOthers) = (LogBundle(energy, _logPrices, e.Fuels), LogBundle(others, _logPrices, 1));
        var logIndex = LogBundle([energyTotal, otherTotal], [logEnergy, logOthers], e.Energy);
        for (var k = 0; k < _s; k++)
        {
            Final[k] = _nests.IsEnergy[k]
                ? energy[k] * Relative(e.Fuels, _logPrices[k], logEnergy) * Relative(e.Energy, logEnergy, logIndex)
                : others[k] * Relative(e.Energy, logOthers, logIndex);
        }

        return logIndex;
    }

    // (p / P)^(1-sigma): by what a part's share in its bundle changes.
    private static double Relative(double sigma, double logPart, double logBundle) => Math.Exp((1 - sigma) * (logPart - logBundle));
}
