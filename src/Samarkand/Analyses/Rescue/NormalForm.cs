using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// A finite game in normal form: every player chooses one of its actions at once, and a profile (one action of each) pays each player.
/// A profile is a number in mixed radix, the last player's action changing fastest: with 2 and 3 actions, profile 4 is (1, 1). A payoff
/// of minus infinity closes the action in that profile. Immutable: the payoffs given must not be changed afterwards.
/// </summary>
public sealed class NormalForm
{
    private readonly double[] _payoffs;
    private readonly int[] _strides;

    /// <summary>Makes a game.</summary>
    /// <param name="actions">How many actions each player has, at least one each.</param>
    /// <param name="payoffs">Payoffs, [player, profile]; finite, or minus infinity.</param>
    /// <exception cref="ArgumentException">There is no player or a player without an action, the payoffs have another length, or one is NaN or plus infinity.</exception>
    public NormalForm(ImmutableArray<int> actions, double[] payoffs)
    {
        if (actions.IsEmpty || actions.Any(count => count < 1))
            throw new ArgumentException("a game has at least one player, and each player at least one action", nameof(actions));
        _strides = new int[actions.Length];
        var profiles = 1;
        for (var player = actions.Length - 1; player >= 0; player--)
            (_strides[player], profiles) = (profiles, checked(profiles * actions[player]));
        if (payoffs.Length != profiles * actions.Length)
            throw new ArgumentException(FormattableString.Invariant($"{profiles} profiles of {actions.Length} players need {profiles * actions.Length} payoffs, not {payoffs.Length}"), nameof(payoffs));
        if (payoffs.Any(payoff => double.IsNaN(payoff) || double.IsPositiveInfinity(payoff)))
            throw new ArgumentException("a payoff is a finite number, or minus infinity where the action is closed", nameof(payoffs));
        (Actions, ProfileCount, _payoffs) = (actions, profiles, payoffs);
    }

    /// <summary>The same game with other payoffs of one player.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="payoffs">By profile.</param>
    /// <exception cref="ArgumentException">The payoffs have another length, or one is NaN or plus infinity.</exception>
    internal NormalForm WithPayoffs(int player, ReadOnlySpan<double> payoffs)
    {
        if (payoffs.Length != ProfileCount)
            throw new ArgumentException(FormattableString.Invariant($"{ProfileCount} profiles need as many payoffs, not {payoffs.Length}"), nameof(payoffs));
        var all = (double[])_payoffs.Clone();
        payoffs.CopyTo(all.AsSpan(player * ProfileCount));
        return new NormalForm(Actions, all);
    }

    /// <summary>The number of players.</summary>
    public int PlayerCount => Actions.Length;

    /// <summary>How many actions each player has.</summary>
    public ImmutableArray<int> Actions { get; }

    /// <summary>The number of profiles: the product of <see cref="Actions"/>.</summary>
    public int ProfileCount { get; }

    /// <summary>One player's payoffs by profile.</summary>
    public ReadOnlySpan<double> Payoffs(int player) => _payoffs.AsSpan(player * ProfileCount, ProfileCount);

    /// <summary>What a profile pays a player.</summary>
    public double Payoff(int profile, int player) => _payoffs[player * ProfileCount + profile];

    /// <summary>The action that a player takes in a profile.</summary>
    public int Action(int profile, int player) => profile / _strides[player] % Actions[player];

    /// <summary>The profile that differs in one player's action alone.</summary>
    public int With(int profile, int player, int action) => profile + (action - Action(profile, player)) * _strides[player];

    /// <summary>The profile of these actions, one of each player.</summary>
    public int Profile(params ReadOnlySpan<int> actions)
    {
        var profile = 0;
        for (var player = 0; player < PlayerCount; player++)
            profile += actions[player] * _strides[player];
        return profile;
    }

    /// <summary>
    /// What a player would gain by its best other action while the others stay: at least 0; plus infinity where its own action is closed and another is not.
    /// </summary>
    public double Gain(int profile, int player)
    {
        var (own, best) = (Payoff(profile, player), Payoff(With(profile, player, BestReply(profile, player)), player));
        return best > own ? best - own : 0;
    }

    /// <summary>The action that pays a player most while the others stay; of equal ones its present action, else the first.</summary>
    public int BestReply(int profile, int player)
    {
        var best = Action(profile, player);
        var most = Payoff(profile, player);
        for (var action = 0; action < Actions[player]; action++)
        {
            if (Payoff(With(profile, player, action), player) is var payoff && payoff > most)
                (best, most) = (action, payoff);
        }

        return best;
    }

    /// <summary>Whether nobody's action is closed in a profile.</summary>
    public bool IsPlayable(int profile)
    {
        for (var player = 0; player < PlayerCount; player++)
        {
            if (double.IsNegativeInfinity(Payoff(profile, player)))
                return false;
        }

        return true;
    }

    /// <summary>The game in which each player has only some of its actions left.</summary>
    /// <param name="kept">For each player the actions that stay, in their new order; at least one each.</param>
    internal NormalForm Restricted(ImmutableArray<ImmutableArray<int>> kept)
    {
        ImmutableArray<int> counts = [.. kept.Select(actions => actions.Length)];
        var profiles = counts.Aggregate(1, (product, count) => product * count);
        var payoffs = new double[profiles * PlayerCount];
        for (var profile = 0; profile < profiles; profile++)
        {
            var (full, rest) = (0, profile);
            for (var player = PlayerCount - 1; player >= 0; player--)
            {
                full += kept[player][rest % counts[player]] * _strides[player];
                rest /= counts[player];
            }

            for (var player = 0; player < PlayerCount; player++)
                payoffs[player * profiles + profile] = Payoff(full, player);
        }

        return new NormalForm(counts, payoffs);
    }
}
