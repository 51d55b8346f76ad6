using System.Globalization;

namespace Samarkand.Import;

/// <summary>Says in words what a repair changed.</summary>
internal sealed class Changes(WorldLabels labels)
{
    private double _largest;
    private string _where = "nothing";

    public string Of(double[] oldTrade, double[] trade, double[] oldInputs, double[] inputs, double[] oldFinal, double[] final)
    {
        var (n, s) = (labels.Regions.Length, labels.Sectors.Length);
        var total = Look(oldTrade, trade, f => $"{Region(f / n % n)} to {Region(f % n)}, {Sector(f / n / n)}");
        var use = Look(oldInputs, inputs, f => $"{Sector(f / s % s)} used by {labels.Name(f / s / s * s + f % s)}")
            + Look(oldFinal, final, f => $"final demand of {labels.Name(f)}");
        return string.Create(CultureInfo.InvariantCulture, $"trade changed by {total:N0} million USD in total ({100 * total / oldTrade.Sum():G3} percent), uses by {use:N0}; the largest relative change is {100 * _largest:G3} percent ({_where})");
    }

    private string Region(int region) => labels.Regions[region].Code;

    private string Sector(int sector) => labels.Sectors[sector].Code;

    private double Look(double[] old, double[] now, Func<int, string> name)
    {
        var total = 0.0;
        for (var f = 0; f < old.Length; f++)
        {
            var change = Math.Abs(now[f] - old[f]);
            total += change;
            if (old[f] > 0 && change / old[f] > _largest)
                (_largest, _where) = (change / old[f], name(f));
        }

        return total;
    }
}
