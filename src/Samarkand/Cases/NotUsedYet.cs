using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>Says what of a case this version reads but does not use.</summary>
internal static class NotUsedYet
{
    public static ImmutableArray<string> List(Case theCase)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        void AddIf(bool holds, string sentence)
        {
            if (holds)
                sentences.Add(sentence);
        }

        foreach (var instrument in theCase.Package)
        {
            var name = $"{instrument.Head.Path} ({instrument.Kind})";
            AddIf(instrument is OverCompliance or Supply or Arms, $"{name} is read but not applied yet.");
            AddIf(
                theCase.Period is null && (instrument.Head.FromDate is not null || instrument.Head.UntilDate is not null),
                $"The dates of {name}: it applies in full. --as-of, --year and --timeline apply dates.");
        }

        AddIf(theCase.Question?.Rescuer is not null, "The question who comes to the rescue is not answered yet.");
        AddIf(theCase.OverCompliance is not null, "over-compliance: firms that leave without being told are not computed yet.");
        AddIf(theCase.Secondary is not null, "secondary: the coalition's package against players is not applied yet.");
        AddIf(theCase.Retaliation is not null, "retaliation: the target's package is not applied yet.");
        AddIf(theCase.Routes is not null, "routes: banned goods do not go through third states yet.");
        AddIf(theCase.DefaultStance != Stance.Neutral, "default-stance: every third state is taken as neutral yet.");
        AddIf(!theCase.Players.IsEmpty, "players: stances, affinities, red lines, means and actions are not used yet; every player is taken as neutral.");
        AddIf(!theCase.Guarantees.IsEmpty, "guarantees: the cost of abandoning an ally is not used yet.");
        AddIf(!theCase.Commitments.IsEmpty, "commitments: which of them can no longer be paid for is not computed yet.");
        AddIf(!theCase.Revenue.IsEmpty, "revenue: what a state pays its commitments from is not computed yet.");
        AddIf(!theCase.Priors.IsEmpty, "priors: the effects are for the case's own values, without bands yet.");
        return sentences.ToImmutable();
    }
}
