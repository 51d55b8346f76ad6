using Samarkand.Model.Solving;

namespace Samarkand.Model;

/// <summary>Room for the flows of one counterfactual after another of a baseline, at other elasticities too. For one thread at a time.</summary>
internal sealed unsafe class FlowSpace
{
    private readonly PackedBaseline _packed;
    private readonly Scenario _scenario;
    private readonly double[] _basic;
    private readonly double[] _buyers;
    private readonly List<RoutedFlow> _routed = [];

    public FlowSpace(Baseline baseline)
    {
        _packed = new PackedBaseline(baseline);
        _scenario = new Scenario(_packed);
        (_basic, _buyers) = (new double[_packed.S * _packed.N * _packed.N], new double[_packed.S * _packed.N * _packed.N]);
    }

    /// <summary>True where the equilibrium's baseline differs in its elasticities alone.</summary>
    public bool Suits(Equilibrium equilibrium) => equilibrium.Baseline.DiffersInElasticitiesAlone(_packed.Baseline);

    /// <summary>The flows; they hold until the next are asked for.</summary>
    public TradeFlows Of(Equilibrium equilibrium)
    {
        for (var k = 0; k < _packed.S; k++)
            _packed.MinusElasticities[k] = -equilibrium.Baseline.Elasticities[k];
        _scenario.Set(equilibrium.Shock);
        return SolvedFlows.Of(equilibrium, _packed, _scenario, _basic, _buyers, _routed);
    }
}
