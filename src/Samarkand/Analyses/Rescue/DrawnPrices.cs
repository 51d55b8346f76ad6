namespace Samarkand.Analyses.Rescue;

/// <summary>What a stance costs and brings in every draw, million USD a year.</summary>
/// <param name="stance">The stance.</param>
/// <param name="draws">How many draws.</param>
internal sealed class DrawnPrices(string stance, int draws)
{
    private readonly List<double> _costs = new(draws);
    private readonly List<double> _reliefs = new(draws);

    public string Stance => stance;

    public IReadOnlyList<double> Costs => _costs;

    public IReadOnlyList<double> Reliefs => _reliefs;

    public void Add(double[] costs, double[] reliefs)
    {
        _costs.AddRange(costs);
        _reliefs.AddRange(reliefs);
    }
}
