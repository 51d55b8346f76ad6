using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Worlds;

namespace Samarkand.Cases.Reading;

/// <summary>Binds every instrument of a case that acts at the stances that hold; of the others it checks the names.</summary>
internal sealed class CaseInstruments(
    Case theCase, Region? target, BoundStances stances, InstrumentBinder binder, UnusedNames unused)
{
    private readonly ImmutableArray<Region> _target = target is { } found ? [found] : [];
    private readonly bool _hasCoalition = !theCase.Coalition.IsEmpty || !stances.Coalition.IsEmpty || !stances.Absent.IsEmpty;

    // Instruments are bound as if nobody stood aside, so that the others' parts of an amount stay what they are.
    private readonly ImmutableArray<Region> _everyMember =
        stances.Absent.IsEmpty ? stances.Coalition : [.. stances.Coalition.Concat(stances.Absent).OrderBy(member => member.Index)];

    /// <summary>The instruments: the package, fear, secondary sanctions, retaliation, means.</summary>
    public ImmutableArray<BoundInstrument> Bind() =>
    [
        .. Package(),
        .. Fear(),
        .. Triggered(theCase.Secondary, InstrumentRole.Secondary, _everyMember),
        .. Triggered(theCase.Retaliation, InstrumentRole.Retaliation, _target),
        .. Action(),
        .. Means(),
    ];

    private IEnumerable<BoundInstrument> Action()
    {
        if (theCase.TargetAction is not { } action || _target.IsEmpty)
            return [];
        var sides = new Sides(_target, stances.Coalition, _hasCoalition) { Role = InstrumentRole.Action, Players = _target, Evidence = action.Evidence };
        return action.Package.Select(instrument => binder.Bind(instrument, sides));
    }

    private IEnumerable<BoundInstrument> Package()
    {
        var sides = new Sides(_everyMember, _target, _hasCoalition);
        return theCase.Package.Select(instrument => binder.Bind(instrument, sides).Without(stances.Absent));
    }

    private IEnumerable<BoundInstrument> Fear() => theCase.OverCompliance is { } fear
        ? [binder.Bind(fear, new Sides(stances.Coalition, _target, _hasCoalition) { Role = InstrumentRole.OverCompliance })]
        : [];

    // One binding for all the states that it falls on: an amount of money is then their total, whatever their number.
    private IEnumerable<BoundInstrument> Triggered(TriggeredPackage? block, InstrumentRole role, ImmutableArray<Region> sender)
    {
        if (block is null)
            return [];
        var fallsOn = new bool[stances.Stances.Length];
        for (var r = 0; r < fallsOn.Length; r++)
            fallsOn[r] = block.Triggers.Contains(stances.Stances[r]) && new Region(r) != target;
        var neutral = stances.Absent.RemoveAll(member => !fallsOn[member.Index]);
        var absent = stances.Absent.RemoveRange(neutral);
        foreach (var member in absent)
            fallsOn[member.Index] = block.Triggers.Contains(Stance.Join);
        var receivers = RegionNames.Marked(fallsOn);
        if (receivers.IsEmpty || _target.IsEmpty)
        {
            unused.Check(block.Package);
            return [];
        }

        var sides = new Sides(sender.RemoveRange(neutral), receivers, _hasCoalition) { Role = role, Players = receivers.RemoveRange(absent), Evidence = block.Evidence };
        return block.Package.Select(instrument => binder.Bind(instrument, sides).Without(absent));
    }

    private List<BoundInstrument> Means()
    {
        var means = new List<BoundInstrument>();
        foreach (var (player, region) in theCase.Players.Zip(stances.Players))
        {
            if (region is not { } rescuer || stances.Stances[rescuer.Index] != Stance.Rescue || _target.IsEmpty)
            {
                unused.Check(player.Means);
                continue;
            }

            var sides = new Sides([rescuer], _target, true) { Role = InstrumentRole.Means, Players = [rescuer], Evidence = player.Evidence };
            means.AddRange(player.Means.Select(instrument => binder.Bind(instrument, sides)));
        }

        return means;
    }
}
