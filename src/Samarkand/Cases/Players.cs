using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>A state that chooses a stance, or the target with actions of its own.</summary>
/// <param name="Region">The state.</param>
internal sealed record Player(RegionName Region)
{
    /// <summary>The stances that it may choose from: where there is a game every one that the case does not close, unless it lists them; holds <see cref="Stance"/>.</summary>
    public ImmutableArray<Stance> Stances { get; init; } = [];

    /// <summary>The stance that <c>simulate</c> uses.</summary>
    public Stance Stance { get; init; } = Stance.Neutral;

    /// <summary>Dollars of its own that it would give for a dollar of another state's.</summary>
    public ImmutableArray<Affinity> Affinity { get; init; } = [];

    /// <summary>What a stance costs it, as a share of its own income.</summary>
    public ImmutableArray<StanceCost> PoliticalCosts { get; init; } = [];

    /// <summary>Actions of others that make a stance costly or impossible.</summary>
    public ImmutableArray<RedLine> RedLines { get; init; } = [];

    /// <summary>What its <c>rescue</c> consists of.</summary>
    public ImmutableArray<Instrument> Means { get; init; } = [];

    /// <summary>What it may do where it is the target.</summary>
    public ImmutableArray<PlayerAction> Actions { get; init; } = [];

    /// <summary>The stances that the case closes, with their grounds; empty where it lists the open ones.</summary>
    public ImmutableArray<ClosedStances> Closed { get; init; } = [];

    /// <summary>What this rests on.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];

    /// <summary>False where the case neither lists <c>stances</c> nor closes any, so that the player may be given any, a rescue without means too.</summary>
    public bool ListsStances { get; init; }

    /// <summary>Where its <c>stance</c>, or else its <c>stances</c>, stand; null where the case leaves both to the default.</summary>
    internal Place? StancePlace { get; init; }
}

/// <summary>Stances that a player cannot take, and why: a reason or evidence.</summary>
/// <param name="Stances">The stances.</param>
/// <param name="Reason">The reason in words, or null.</param>
/// <param name="Evidence">The evidence; empty where there is none.</param>
internal sealed record ClosedStances(ImmutableArray<Stance> Stances, string? Reason, ImmutableArray<EvidenceName> Evidence);

/// <summary>The weight that a player puts on another state's welfare.</summary>
/// <param name="Of">The other state.</param>
/// <param name="Weight">Dollars of its own for a dollar of the other's; negative for ill will.</param>
internal sealed record Affinity(RegionName Of, double Weight);

/// <summary>A cost of a stance.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="ShareOfIncome">The cost as a share of own income, at least 0.</param>
internal sealed record StanceCost(Stance Stance, double ShareOfIncome);

/// <summary>Another's action that closes or burdens stances.</summary>
/// <param name="When">Who crosses it, and how; all must hold.</param>
/// <param name="Closes">Stances that are no longer possible.</param>
/// <param name="Penalties">Stances that become costly.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record RedLine(
    ImmutableArray<Crossing> When,
    ImmutableArray<Stance> Closes,
    ImmutableArray<StanceCost> Penalties,
    ImmutableArray<EvidenceName> Evidence);

/// <summary>An action of another state that crosses a red line.</summary>
/// <param name="By">The other state.</param>
/// <param name="Action">One of its actions or stances.</param>
/// <param name="Place">Where the action stands.</param>
internal sealed record Crossing(RegionName By, string Action, Place Place);

/// <summary>Something that the target may do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CostMusd">Its cost in million USD, at least 0.</param>
/// <param name="Package">Its instruments; may be empty.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record PlayerAction(
    string Name,
    double CostMusd,
    ImmutableArray<Instrument> Package,
    ImmutableArray<EvidenceName> Evidence);
