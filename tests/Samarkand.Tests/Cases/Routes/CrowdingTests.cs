using CsCheck;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Routes;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>Crowding, against plain rounds that weigh every flow anew.</summary>
public class CrowdingTests
{
    [Fact]
    public void It_is_to_the_last_bit_what_plain_rounds_give() => Gen.Select(
        Gen.Select(Gen.Double[0.1, 50], Gen.Double[0.05, 1], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.001, 0.2]).Array[4]).Array[1, 12], Gen.Double[0.5, 40].Array[4], Gen.Double[0.01, 0.3], Gen.Double[2, 20]).Sample(
        (flows, handled, congestion, rho) =>
        {
            var terms = new RouteTerms { Elasticity = rho, Margin = 0, Evasion = 0, Threat = 0, Handling = 0, ReExports = [], Congestion = congestion, InUnionWithTarget = [] };
            var (crowd, room) = (new Crowding(4), new double[4]);
            foreach (var (banned, power, weights) in flows)
                crowd.Add(banned, power, weights);
            crowd.Settle(handled, terms, room);
            Assert.Equal(Plain(flows, handled, congestion, rho), room);
        },
        iter: 200);

    private static double[] Plain((double Banned, double Power, double[] Weights)[] flows, double[] handled, double congestion, double rho)
    {
        var (logs, room) = (new double[4], new double[] { 1, 1, 1, 1 });
        for (var round = 0; round < 1000; round++)
        {
            var through = new double[4];
            foreach (var (banned, power, weights) in flows)
            {
                var now = weights.Select((weight, c) => weight * room[c]).ToArray();
                var sum = now.Aggregate(0.0, (a, b) => a + b);
                for (var c = 0; c < 4 && sum > 0; c++)
                    through[c] += banned * Math.Pow(sum, power) / sum * now[c];
            }

            var change = 0.0;
            for (var c = 0; c < 4; c++)
            {
                var next = congestion * Math.Log(1 + through[c] / handled[c]);
                change = Math.Max(change, Math.Abs(next - logs[c]));
                logs[c] += (next - logs[c]) / (1 + congestion * rho);
                room[c] = Math.Exp(-rho * logs[c]);
            }

            if (change < 1e-13)
                break;
        }

        return room;
    }
}
