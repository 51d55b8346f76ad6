using System.Collections.Immutable;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up the names in what is not used yet, or not at the stances that hold, so that a mistake there shows too.</summary>
internal sealed class UnusedNames(RegionNames regions, SectorNames sectors)
{
    public void Check(Case theCase)
    {
        Check(theCase.Question?.Rescuer, "the rescuer");
        Check(theCase.Question?.Target, "the question's target");
        foreach (var player in theCase.Players)
            Check(player);
        foreach (var guarantee in theCase.Guarantees)
            regions.OfBloc(guarantee.Alliance);
        foreach (var commitment in theCase.Commitments)
            Check(commitment.Of, "who has a commitment");
        foreach (var revenue in theCase.Revenue)
            Check(revenue.Of, "who has revenue");
    }

    private void Check(Player player)
    {
        foreach (var affinity in player.Affinity)
            Check(affinity.Of, "whom a player favours");
        foreach (var action in player.Actions)
            Check(action.Package);
    }

    /// <summary>Looks up the names of instruments that do not act.</summary>
    public void Check(ImmutableArray<Instrument> instruments)
    {
        foreach (var instrument in instruments)
        {
            switch (instrument)
            {
                case FlowInstrument { Scope: var scope } flow:
                    regions.Set([.. scope.From, .. scope.To]);
                    sectors.Set(scope.Sectors);
                    Check((flow as Supply)?.PaidBy, "`paid-by`");
                    break;
                case AssetFreeze freeze:
                    Check(freeze.Owner, "`owner`");
                    regions.Set(freeze.Holders);
                    break;
                case AssetSeizure seizure:
                    Check(seizure.Owner, "`owner`");
                    regions.Set(seizure.Holders);
                    break;
                case Transfer transfer:
                    regions.Set([.. transfer.From, .. transfer.To]);
                    break;
                case Arms arms:
                    regions.Set([.. arms.From, .. arms.To]);
                    break;
                case InvestmentStop stop:
                    regions.Set([.. stop.From, .. stop.To]);
                    break;
            }
        }
    }

    private void Check(RegionName? name, string what)
    {
        if (name is not null)
            regions.One(name, what);
    }
}
