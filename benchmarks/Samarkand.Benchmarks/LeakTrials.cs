using Samarkand.Core;
using Samarkand.Estimation.Leaks;

namespace Samarkand.Benchmarks;

/// <summary>
/// The detector on the EU's monthly exports of banned goods before March 2022: years without bans as if these had begun then, and leaks that are
/// planted into them and into made years, with the fall of direct sales that bans bring.
/// </summary>
internal sealed class LeakTrials
{
    private const int Before = 26;
    private const int Leaks = 12;

    private static readonly string[] States = ["ARM", "GEO", "KAZ", "KGZ", "UZB"];
    private static readonly string[] Targets = ["BLR", "RUS"];
    private static readonly double[] Sizes = [0.5, 1, 3, 6];

    private readonly TradePanel _panel;

    private LeakTrials(string file) => _panel = LeakReader.Read(new LeakData([file]) { Targets = [.. Targets], List = HighPriority.Common });

    public static void Print(string file, int seeds)
    {
        var trials = new LeakTrials(file);
        foreach (var withTargets in (bool[])[true, false])
        {
            Console.WriteLine(withTargets ? "with sales to the targets" : "without sales to the targets");
            var found = Enumerable.Range(12, 12).Select(since => trials.Study(since, Before, withTargets, trials.Value).Found.Count()).ToArray();
            Console.WriteLine($"  bans that never were, from 2021-01 to 2021-12: found {string.Join(' ', found)}");
            trials.Plant("a made year", Before, Before + 12, withTargets, isMade: true, seeds);
            for (var since = 14; since <= 22; since++)
                trials.Plant($"{TradePanel.Month(trials._panel.Months[since])} to 2022-02", since, Before, withTargets, isMade: false, seeds);
        }
    }

    private void Plant(string what, int since, int end, bool withTargets, bool isMade, int seeds)
    {
        var (planted, found, others, near, inBand, value, seen) = (new int[Sizes.Length], new int[Sizes.Length], 0, 0, 0, 0.0, 0.0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var leaks = Choose(seed, since, end);
            var fallen = Enumerable.Range(0, _panel.Products.Length).Where(g => SplitMix.Uniform(seed, g, 4) < 0.6 || leaks.Any(leak => leak.Product == g)).ToHashSet();
            double Value(int c, int g, int m)
            {
                var usual = isMade && m >= Before ? Made(seed, c, g, m) : this.Value(c, g, m);
                return usual * (m >= since && fallen.Contains(g) && Targets.Contains(_panel.Partners[c]) ? 0.3 : 1)
                    + leaks.Where(leak => leak.State == c && leak.Product == g).Sum(leak => leak.At(m));
            }

            var study = Study(since, end, withTargets, Value);
            var rows = study.Found.ToDictionary(row => (row.State, row.Product));
            others += rows.Count;
            foreach (var leak in leaks)
            {
                var size = Array.IndexOf(Sizes, leak.Size);
                planted[size]++;
                value += leak.Amount;
                if (!rows.TryGetValue((_panel.Partners[leak.State], _panel.Products[leak.Product]), out var row))
                    continue;
                var excess = Enumerable.Range(since, end - since).Average(leak.At) * 1.15 / 1e6;
                others--;
                found[size]++;
                seen += leak.Amount;
                near += Math.Abs(row.Since - _panel.Months[0] - leak.Start) <= 2 ? 1 : 0;
                inBand += row.Low <= excess && excess <= row.High ? 1 : 0;
            }
        }

        Console.WriteLine(FormattableString.Invariant($"  {what}: {string.Join(", ", Sizes.Select((size, k) => FormattableString.Invariant($"{100 * size} percent {found[k]} of {planted[k]}")))}; {others} others; {100 * seen / value:0} percent of the value; of {found.Sum()} found {near} with their month within two, {inBand} in the band"));
    }

    // Leaks of several sizes, in pairs that traded a little at least, at once or up to half a year late, half of them growing over four months.
    private List<Leak> Choose(int seed, int since, int end)
    {
        var leaks = new List<Leak>();
        foreach (var pair in Enumerable.Range(0, States.Length * _panel.Products.Length).OrderBy(k => SplitMix.Uniform(seed, k, 1)))
        {
            var (c, g) = (_panel.Partners.IndexOf(States[pair / _panel.Products.Length]), pair % _panel.Products.Length);
            var level = Enumerable.Range(Before - 12, 12).Average(m => Value(c, g, m));
            if (level < 30_000 || leaks.Count == Leaks)
                continue;
            var size = Sizes[leaks.Count % Sizes.Length];
            leaks.Add(new Leak(c, g, size, size * level, since + (int)(Math.Min(7, end - since - 3) * SplitMix.Uniform(seed, pair, 2)), SplitMix.Uniform(seed, pair, 3) < 0.5));
        }

        return leaks;
    }

    private LeakStudy Study(int since, int end, bool withTargets, Func<int, int, int, double> value)
    {
        int[] partners = [.. Enumerable.Range(0, _panel.Partners.Length).Where(c => withTargets || States.Contains(_panel.Partners[c]))];
        var values = partners.SelectMany(c => Enumerable.Range(0, _panel.Products.Length).SelectMany(g => Enumerable.Range(0, end).Select(m => value(c, g, m)))).ToArray();
        var panel = new TradePanel([.. partners.Select(c => _panel.Partners[c])], _panel.Products, [.. Enumerable.Range(_panel.Months[0], end)], values) { Rates = [.. Enumerable.Repeat(1.15, end)] };
        return LeakStudy.Of(new LeakQuestion(panel.Months[since], withTargets ? [.. Targets] : []) { States = [.. States] }, panel);
    }

    private double Value(int c, int g, int m) => _panel.Values[_panel.At(c, g, m)];

    // Of twelve months before, a month sooner or later, with noise.
    private double Made(int seed, int c, int g, int m)
    {
        var number = (c * 100 + g) * 40 + m;
        var other = Math.Min(Before - 1, m - 12 + (int)(3 * SplitMix.Uniform(seed, number, 5)) - 1);
        return Value(c, g, other) * Math.Exp(0.2 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, SplitMix.Uniform(seed, number, 6)));
    }

    private sealed record Leak(int State, int Product, double Size, double Amount, int Start, bool Grows)
    {
        public double At(int month) => month < Start ? 0 : Amount * (Grows ? Math.Min(1, (month - Start + 1) / 4.0) : 1);
    }
}
