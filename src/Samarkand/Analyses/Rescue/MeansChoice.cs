using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// What a rescue consists of: the combination of the rescuer's means that pays best for both. Where some leave both better off than
/// neutrality, it is the one with the largest product of the two gains (Nash 1950, Econometrica 18(2)), the rescuer's counted with its weight
/// on the target. Where none does, it is the one with the lowest price: that which would pay first if the weight grew, at which both rules meet.
/// </summary>
/// <param name="Player">The rescuer.</param>
/// <param name="Offers">Every combination that was tried, each an equilibrium.</param>
/// <param name="Best">The place of the best among them.</param>
internal sealed record MeansChoice(Actor Player, ImmutableArray<MeansOffer> Offers, int Best)
{
    /// <summary>The best combination.</summary>
    public MeansOffer Offer => Offers[Best];

    /// <summary>The means as the case gives them.</summary>
    public ImmutableArray<Instrument> Means => Player.Player.Means;

    /// <summary>False where the best combination changes with the equilibrium that it leads to, so that the last one is taken.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>Draws choose among at least so many combinations, as far as there are,</summary>
    public const int FewestDrawn = 5;

    /// <summary>and among at most so many.</summary>
    public const int MostDrawn = 13;

    /// <summary>
    /// The combinations among which each draw chooses, those nearest to the best at the case's own values: with a price at most twice the lowest, or at least
    /// half of the best's product of gains where it pays for both. The best comes last, so that it stands where none is open in a draw.
    /// </summary>
    public ImmutableArray<MeansMix> Likely
    {
        get
        {
            MeansOffer[] others = [.. Offers.Where((_, k) => k != Best).OrderByDescending(Nearness)];
            return [.. others.Where((offer, k) => k < FewestDrawn - 1 || Nearness(offer) >= 0.5).Take(MostDrawn - 1).Select(offer => offer.Mix), Offer.Mix];
        }
    }

    // 1 for the best of either rule, 0 for what brings no relief.
    private double Nearness(MeansOffer offer)
    {
        if (!(offer.Price.Relief > 0) || !double.IsFinite(offer.Price.Cost))
            return 0;
        var lowest = Offers.Where(one => one.Price.Relief > 0).Min(one => one.Price.Price);
        var byPrice = lowest <= 0 || offer.Price.Price <= 0 ? (offer.Price.Price <= 0 ? 1 : 0) : lowest / offer.Price.Price;
        return Offer.PaysForBoth && offer.PaysForBoth ? Math.Max(byPrice, offer.Own * offer.Price.Relief / (Offer.Own * Offer.Price.Relief)) : byPrice;
    }

    /// <summary>Tries every combination, all of them in one batch; null where the player has no means or may not come to the rescue.</summary>
    /// <param name="bound">The case, the others at the stances that hold, with the means as the case gives them.</param>
    /// <param name="actor">The rescuer.</param>
    /// <param name="anySolver">A solver of the case.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Model.NoEquilibriumException">A combination has no equilibrium.</exception>
    public static MeansChoice? Of(BoundCase bound, Actor actor, ProfileSolver anySolver, CancellationToken cancellation)
    {
        if (actor.Player.Means.IsEmpty || actor.MoveOf(Stance.Rescue.Name()) < 0)
            return null;
        var free = Friendship.WithAnyStance(bound, actor);
        var mixes = MeansMix.All(actor.Player.Means.Length);
        var variations = new double[mixes.Length + 1][];
        anySolver.SolveMany(
            variations.Length,
            number => number == mixes.Length
                ? free.WithStances((actor.Region, Stance.Neutral))
                : (free with { Case = mixes[number].In(free.Case, actor.Player.Region) }).WithStances((actor.Region, Stance.Rescue)),
            number => $"{actor.Player.Region.Text} {(number == mixes.Length ? Stance.Neutral : Stance.Rescue).Name()}",
            (number, values) => variations[number] = values,
            cancellation);
        var coalition = free.WithStances((actor.Region, Stance.Neutral)).Coalition;
        var penalty = Friendship.PenaltyAtCase(bound, actor, Stance.Rescue) - Friendship.PenaltyAtCase(bound, actor, Stance.Neutral);
        ImmutableArray<MeansOffer> offers =
        [
            .. mixes.Select((mix, number) => new MeansOffer(
                mix,
                FriendshipPrice.Of(actor, Stance.Rescue.Name(), variations[^1], variations[number], penalty, bound.Target, coalition, anySolver.Income(bound.Target)),
                actor.Affinity[bound.Target.Index])),
        ];
        return new MeansChoice(actor, offers, BestOf(offers));
    }

    /// <summary>The place of the best; of equal ones the first, and all means at full size where none brings relief or red lines close a rescue.</summary>
    internal static int BestOf(ImmutableArray<MeansOffer> offers)
    {
        int[] open = [.. Enumerable.Range(0, offers.Length).Where(k => offers[k].Price.Relief > 0 && double.IsFinite(offers[k].Price.Cost))];
        int[] paying = [.. open.Where(k => offers[k].PaysForBoth)];
        return paying.Length > 0 ? paying.MaxBy(k => offers[k].Own * offers[k].Price.Relief)
            : open.Length > 0 ? open.MinBy(k => offers[k].Price.Price)
            : offers.Length - 1;
    }
}
