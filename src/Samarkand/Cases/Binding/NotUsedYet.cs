using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Cases.Instruments;
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

        foreach (var (ban, listed) in instruments.OfType<Ban>().Where(ban => ban is { Coverage: 0, Listed: not null }).Select(ban => (ban, ban.Listed!)))
        {
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{ban.Title}: nothing of the list {listed.List} was in force {(theCase.Period is { } period ? $"in {period.Name}" : $"on {listed.Day:yyyy-MM-dd}")} in {string.Join(", ", listed.Sectors)}, so that it bans nothing. The first goods came on {listed.First:yyyy-MM-dd}."));
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
