namespace Samarkand.Cases.Binding.Routes;

/// <summary>
/// Ways that grow dearer where they fill: the cost of each conduit and the banned goods through it, found together. Only the room that
/// crowding leaves changes from round to round, so that each flow's weights are noted once, those that are not zero.
/// </summary>
/// <param name="conduits">How many conduits there are.</param>
internal sealed class Crowding(int conduits)
{
    private const int MostRounds = 1000;

    private readonly List<Flow> _flows = [];
    private readonly List<int> _conduits = [];
    private readonly List<double> _weights = [];

    /// <summary>Notes one flow that bans touch.</summary>
    /// <param name="banned">What is banned of it, in million USD.</param>
    /// <param name="power">theta / rho, the power of the ways' sum in what still arrives.</param>
    /// <param name="weights">The weight of the way through each conduit, without crowding.</param>
    public void Add(double banned, double power, ReadOnlySpan<double> weights)
    {
        var start = _weights.Count;
        for (var c = 0; c < weights.Length; c++)
        {
            if (weights[c] == 0)
                continue;
            _conduits.Add(c);
            _weights.Add(weights[c]);
        }

        if (_weights.Count > start)
            _flows.Add(new Flow(banned, power, start, _weights.Count));
    }

    /// <summary>Finds what crowding leaves of the weight of a way through each conduit.</summary>
    /// <param name="handled">What each conduit sold the target of goods before, in million USD.</param>
    /// <param name="terms">What routes cost.</param>
    /// <param name="room">Receives it, by conduit.</param>
    public void Settle(double[] handled, RouteTerms terms, double[] room)
    {
        var (through, logs, crowded) = (new double[conduits], new double[conduits], new double[_weights.Count]);
        Array.Fill(room, 1);
        for (var round = 0; round < MostRounds; round++)
        {
            Array.Clear(through);
            foreach (var flow in _flows)
                Send(flow, room, crowded, through);
            var change = 0.0;
            for (var c = 0; c < logs.Length; c++)
            {
                var next = handled[c] > 0 ? terms.Congestion * Math.Log(1 + through[c] / handled[c]) : 0;
                change = Math.Max(change, Math.Abs(next - logs[c]));
                // The more elastic the ways, the smaller the steps that do not swing from side to side.
                logs[c] += (next - logs[c]) / (1 + terms.Congestion * terms.Elasticity);
                room[c] = Math.Exp(-terms.Elasticity * logs[c]);
            }

            if (change < 1e-13)
                return;
        }
    }

    private void Send(Flow flow, double[] room, double[] crowded, double[] through)
    {
        var sum = 0.0;
        for (var w = flow.Start; w < flow.End; w++)
            sum += crowded[w] = _weights[w] * room[_conduits[w]];
        if (!(sum > 0))
            return;
        var pull = flow.Banned * Math.Pow(sum, flow.Power) / sum;
        for (var w = flow.Start; w < flow.End; w++)
            through[_conduits[w]] += pull * crowded[w];
    }

    private readonly record struct Flow(double Banned, double Power, int Start, int End);
}
