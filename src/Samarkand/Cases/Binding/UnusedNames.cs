using System.Collections.Immutable;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up the names in what is not used yet, or not at the stances that hold, so that a mistake there shows too.</summary>
internal sealed class UnusedNames(RegionNames regions, SectorNames sectors)
{
    public void Check(Case theCase)
    {
        CheckOne(theCase.Question?.Rescuer, "the rescuer");
        CheckOne(theCase.Question?.Target, "the question's target");
        foreach (var player in theCase.Players)
            Check(player);
        foreach (var guarantee in theCase.Guarantees)
            regions.OfBloc(guarantee.Alliance);
        foreach (var commitment in theCase.Commitments)
            CheckOne(commitment.Of, "who has a commitment");
        foreach (var revenue in theCase.Revenue)
            CheckOne(revenue.Of, "who has revenue");
    }

    private void Check(Player player)
    {
        foreach (var affinity in player.Affinity)
            CheckOne(affinity.Of, "whom a player favours");
        foreach (var action in player.Actions)
            Check(action.Package);
    }

    /// <summary>Looks up the names of instruments that do not act.</summary>
    public void Check(ImmutableArray<Instrument> instruments)
    {
        foreach (var instrument in instruments)
            instrument.Check(this);
    }

    public void CheckScope(FlowScope scope)
    {
        CheckParties(scope.From, scope.To);
        sectors.Set(scope.Sectors);
    }

    public void CheckParties(ImmutableArray<RegionName> from, ImmutableArray<RegionName> to) =>
        regions.Set([.. from.Concat(to).Where(name => !name.IsEveryone)]);

    public void CheckHolding(RegionName? owner, ImmutableArray<RegionName> holders)
    {
        CheckOne(owner, "`owner`");
        CheckParties(holders, []);
    }

    public void CheckOne(RegionName? name, string what)
    {
        if (name is not null)
            regions.One(name, what);
    }
}
