using Samarkand.Cases.Binding.Outlets;
using Samarkand.Model;

namespace Samarkand.Cases.Binding.Pools;

/// <summary>How a case's pools of gas answer where more of the target's sales end than its bans stop.</summary>
internal sealed class GasAnswer
{
    private readonly BoundCase _bound;
    private readonly bool _isSanctioned;

    private GasAnswer(BoundCase bound, bool isSanctioned) => (_bound, _isSanctioned) = (bound, isSanctioned);

    /// <summary>Beside the case's shock, or in the world as it was; null where the case does not pool gas.</summary>
    public static GasAnswer? Of(BoundCase bound, bool isSanctioned) => GasPoolTerms.Of(bound.Case) is null ? null : new GasAnswer(bound, isSanctioned);

    /// <summary>A shock with the pools that flows leave which end altogether; those of the case are among its own where it is sanctioned.</summary>
    public Shock After(Shock shock, FlowBlock ended)
    {
        if (!ended.Origins.Contains(_bound.Target))
            return shock;
        var sales = new BannedSales(_bound.World, _bound.Target, _isSanctioned ? _bound.Instruments : []);
        sales.Stop(ended, 1);
        var (before, plan) = (_isSanctioned ? _bound.Gas : null, GasPoolFinder.Find(_bound.Case, _bound.World, _bound.Target, sales, _isSanctioned ? _bound.Outlets : null));
        shock = before?.Close(shock) ?? shock;
        return plan?.Open(shock) ?? shock;
    }
}
