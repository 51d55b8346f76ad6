using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Adds a long table up in a second pass over its rows: trade over uses, inputs over origins, and its accounts.</summary>
internal sealed class FlowSums
{
    private readonly LongSlots _slots;
    private readonly ValueUnit _unit;
    private readonly ExactSums _trade;
    private readonly ExactSums _inputs;
    private readonly ExactSums _final;
    private readonly ulong[] _seen;
    private readonly int _words;
    private readonly Flows _flows;

    private FlowSums(LongSlots slots, ValueUnit unit, Flows flows)
    {
        (_slots, _unit, _flows) = (slots, unit, flows);
        (_trade, _inputs, _final) = (new ExactSums(flows.Trade.Length), new ExactSums(flows.Inputs.Length), new ExactSums(flows.Trade.Length));
        _words = (slots.Uses + 63) / 64;
        _seen = new ulong[(long)flows.Trade.Length * _words];
        Accounts = new TableAccounts(flows.Regions, flows.Sectors);
    }

    /// <summary>What the table itself says of value added, taxes and output.</summary>
    public TableAccounts Accounts { get; }

    /// <summary>Origin, sector and destination of which some use stands twice.</summary>
    public HashSet<(string, string, string)> Doubles { get; } = [];

    public static FlowSums Add(IReadOnlyList<LongFile> files, LongSlots slots, LongYears years, ValueUnit unit, Flows flows, ProblemList problems, CancellationToken cancellation)
    {
        var sums = new FlowSums(slots, unit, flows);
        foreach (var file in files)
        {
            using var rows = file.Rows(problems);
            while (rows is not null && rows.Read())
            {
                if ((rows.Line & 0xFFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (years.Takes(rows) && rows.Number(LongColumns.Value, out var value))
                    sums.Add(rows, sums.InMillions(value));
            }
        }

        sums._trade.CopyTo(flows.Trade);
        sums._inputs.CopyTo(flows.Inputs);
        sums._final.CopyTo(flows.FinalByOrigin);
        return sums;
    }

    /// <summary>The unit in million USD, as a factor.</summary>
    public static double Factor(ValueUnit unit) => unit switch
    {
        ValueUnit.Usd => 1e-6,
        ValueUnit.Thousand => 1e-3,
        ValueUnit.Million => 1,
        ValueUnit.Billion => 1e3,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private double InMillions(double value) => _unit switch
    {
        ValueUnit.Usd => value / 1e6,
        ValueUnit.Thousand => value / 1e3,
        _ => value * Factor(_unit),
    };

    private void Add(TableRows rows, double value)
    {
        var (origin, sector, destination, use) = (_slots.Of(rows, 0), _slots.Of(rows, 1), _slots.Of(rows, 2), _slots.Of(rows, 3));
        if (sector < 0 || use < 0)
        {
            if (!Accounts.Add(origin, sector, destination, use, value, (rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3))))
                Doubles.Add((rows.Text(0), rows.Text(1), rows.Text(2)));
            return;
        }

        var flow = _flows.Flow(sector, origin, destination);
        ref var seen = ref _seen[(long)flow * _words + use / 64];
        if ((seen & (1UL << use)) != 0)
            Doubles.Add((rows.Text(0), rows.Text(1), rows.Text(2)));
        seen |= 1UL << use;
        if (use >= _flows.Sectors)
        {
            _final.Add(flow, value);
            return;
        }

        _trade.Add(flow, value);
        _inputs.Add(_flows.Input(destination, sector, use), value);
    }
}
