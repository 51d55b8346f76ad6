namespace Samarkand.WorldMaker;

/// <summary>
/// Russian gas of buyers whose customs keep it secret. Eurostat's energy balance has the volume: where customs show less than a tenth of what
/// it is worth at the median of the buyers that show theirs, it is taken at that median.
/// </summary>
internal sealed class HiddenGas
{
    private const double Shown = 0.1;

    private readonly SortedDictionary<string, double> _volumes;
    private readonly double _median;

    public HiddenGas(Statistics statistics)
    {
        _volumes = statistics.RussianGas;
        var values = _volumes.Where(buyer => buyer.Value > 0 && Shows(statistics, buyer.Key) > 0)
            .Select(buyer => Shows(statistics, buyer.Key) / buyer.Value).Order().ToArray();
        _median = values.Length == 0 ? 0 : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    /// <summary>What a buyer's gas is worth, million USD; null where its customs show it or there is none.</summary>
    public double? Value(string buyer, double shown) =>
        _volumes.GetValueOrDefault(buyer) * _median is var worth && shown < Shown * worth ? worth : null;

    private static double Shows(Statistics statistics, string buyer) =>
        statistics.RussianFuels.GetValueOrDefault((buyer, "natural_gas")) + statistics.RussianFuels.GetValueOrDefault((buyer, "lng"));
}
