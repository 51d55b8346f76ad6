using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Instruments;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>
/// Writes every region and bloc of a case as its world does, so that later steps may compare names. A name that is not certain stays as it
/// is, and is told where it is looked up.
/// </summary>
internal sealed class SettledNames(RegionNames regions)
{
    public static Case Of(Case theCase, RegionNames regions) => new SettledNames(regions).Settled(theCase);

    private Case Settled(Case theCase) => theCase with
    {
        Question = theCase.Question is { } question ? question with { Rescuer = One(question.Rescuer), Target = One(question.Target) } : null,
        Target = regions.Settle(theCase.Target),
        Coalition = All(theCase.Coalition),
        Package = All(theCase.Package),
        OverCompliance = theCase.OverCompliance is { } fear ? (OverCompliance)fear.Renamed(regions.Settle) : null,
        Secondary = Settled(theCase.Secondary),
        Retaliation = Settled(theCase.Retaliation),
        Routes = theCase.Routes is { } routes
            ? routes with { ReExports = [.. routes.ReExports.Select(share => share with { Region = regions.Settle(share.Region) })], GhostThrough = All(routes.GhostThrough), Unions = All(routes.Unions) }
            : null,
        Players = [.. theCase.Players.Select(Settled)],
        StanceChanges = [.. theCase.StanceChanges.Select(change => change with { Region = regions.Settle(change.Region) })],
        Absent = All(theCase.Absent),
        TargetAction = theCase.TargetAction is { } action ? action with { Package = All(action.Package) } : null,
        Guarantees = [.. theCase.Guarantees.Select(guarantee => guarantee with { Alliance = regions.Settle(guarantee.Alliance) })],
        Commitments = [.. theCase.Commitments.Select(commitment => commitment with { Of = regions.Settle(commitment.Of) })],
        Revenue = [.. theCase.Revenue.Select(revenue => revenue with { Of = regions.Settle(revenue.Of) })],
        Priors = [.. theCase.Priors.Select(Settled)],
        Expected = [.. theCase.Expected.Select(effect => effect with { Region = regions.Settle(effect.Region) })],
        Literature = [.. theCase.Literature.Select(figure => figure with { Of = All(figure.Of), Over = All(figure.Over) })],
        NotInForce = All(theCase.NotInForce),
    };

    private Player Settled(Player player) => player with
    {
        Region = regions.Settle(player.Region),
        Affinity = [.. player.Affinity.Select(affinity => affinity with { Of = regions.Settle(affinity.Of) })],
        RedLines = [.. player.RedLines.Select(line => line with { When = [.. line.When.Select(crossing => crossing with { By = regions.Settle(crossing.By) })] })],
        Means = All(player.Means),
        Actions = [.. player.Actions.Select(action => action with { Package = All(action.Package) })],
    };

    private TriggeredPackage? Settled(TriggeredPackage? block) => block is null ? null : block with { Package = All(block.Package) };

    private Prior Settled(Prior prior) => prior.Path.Split('.') is ["affinity", var who, var whom]
        ? prior with { Path = $"affinity.{regions.Settle(new RegionName(who, false, prior.Place)).Text}.{regions.Settle(new RegionName(whom, false, prior.Place)).Text}" }
        : prior;

    private RegionName? One(RegionName? name) => name is null ? null : regions.Settle(name);

    private ImmutableArray<RegionName> All(ImmutableArray<RegionName> names) => [.. names.Select(regions.Settle)];

    private ImmutableArray<Instrument> All(ImmutableArray<Instrument> instruments) => [.. instruments.Select(instrument => instrument.Renamed(regions.Settle))];
}
