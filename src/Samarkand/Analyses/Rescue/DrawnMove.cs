using Samarkand.Cases;

namespace Samarkand.Analyses.Rescue;

/// <summary>A move that draws solve: a stance of the rescuer, and of a rescue with means what it consists of.</summary>
/// <param name="Move">The move.</param>
/// <param name="Mix">The combination of its means; null where it comes to no rescue or has no means.</param>
internal readonly record struct DrawnMove(Move Move, MeansMix? Mix)
{
    /// <summary>Neutrality first, with which every other is compared, then the rescuer's other stances, a rescue once for each combination.</summary>
    public static DrawnMove[] Of(IEnumerable<Move> moves, IReadOnlyList<MeansMix> mixes) =>
    [
        new(Move.Of(Stance.Neutral), null),
        .. moves.Where(move => move.Stance != Stance.Neutral)
            .SelectMany(move => move.Stance == Stance.Rescue && mixes.Count > 0 ? mixes.Select(mix => new DrawnMove(move, mix)) : [new DrawnMove(move, null)]),
    ];
}
