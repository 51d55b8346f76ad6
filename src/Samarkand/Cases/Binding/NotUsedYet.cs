using System.Collections.Immutable;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Core;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Says what of a case this version reads but does not use.</summary>
internal static class NotUsedYet
{
    public static ImmutableArray<string> List(Case theCase, World world)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        void AddIf(bool holds, string sentence)
        {
            if (holds)
                sentences.Add(sentence);
        }

        Instrument[] instruments =
        [
            .. theCase.Package, .. theCase.Secondary?.Package ?? [], .. theCase.Retaliation?.Package ?? [],
            .. theCase.Players.SelectMany(player => player.Means),
        ];
        foreach (var instrument in instruments)
        {
            AddIf(
                theCase.Period is null && !IsInForce(theCase, instrument) && (instrument.Head.FromDate is not null || instrument.Head.UntilDate is not null),
                $"The dates of {instrument.Title}: it applies in full. {new Parameter("as-of")}, {new Parameter("year")} and {new Parameter("timeline")} apply dates.");
        }

        AddIf(
            theCase.Inputs == InputForm.Nested && Nesting.Of(world, theCase.Horizon) is null,
            $"`inputs: nested`: {world.About.Name} names no fuels apart, so that inputs stay Cobb-Douglas.");
        AddIf(
            theCase.Gas == GasForm.Pooled && !world.Sectors.Any(GasPoolFinder.IsGas),
            $"`gas: pooled`: {world.About.Name} names no gas apart, so that there is no pool.");
        return sentences.ToImmutable();
    }

    // On the day on which the case stands it applies in full.
    private static bool IsInForce(Case theCase, Instrument instrument) =>
        theCase.AsOf is { } day && (instrument.Head.FromDate ?? day) <= day && (instrument.Head.UntilDate is not { } end || end > day);
}
