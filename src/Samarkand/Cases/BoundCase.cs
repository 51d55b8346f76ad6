using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>A case whose names have been looked up in a world.</summary>
public sealed record BoundCase
{
    internal BoundCase()
    {
    }

    /// <summary>The case, with regions and blocs named as the world names them.</summary>
    public required Case Case { get; init; }

    /// <summary>The case's title.</summary>
    public string Title => Case.Title;

    /// <summary>The file that the case was read from, for messages.</summary>
    public string Source => Case.Source;

    /// <summary>What is asked; null where nothing is.</summary>
    internal Question? Question => Case.Question;

    /// <summary>How long firms have had to adapt.</summary>
    public Horizon Horizon => Case.Horizon;

    /// <summary>What happens to deficits.</summary>
    public Closure Closure => Case.Closure;

    /// <summary>The days for which the case's dates were applied; null where they were not.</summary>
    public Period? Period => Case.Period;

    /// <summary>The coalition's package against players, or null.</summary>
    internal TriggeredPackage? Secondary => Case.Secondary;

    /// <summary>What alliances oblige their members to.</summary>
    internal ImmutableArray<Guarantee> Guarantees => Case.Guarantees;

    /// <summary>What states pay for abroad.</summary>
    internal ImmutableArray<Commitment> Commitments => Case.Commitments;

    /// <summary>What states pay their commitments from.</summary>
    internal ImmutableArray<Revenue> Revenue => Case.Revenue;

    /// <summary>The world.</summary>
    public required World World { get; init; }

    /// <summary>The state that the package falls on.</summary>
    public required Region Target { get; init; }

    /// <summary>
    /// The coalition in the world's order: the members that the case declares and every state whose stance is <c>join</c>; without the
    /// target.
    /// </summary>
    public required ImmutableArray<Region> Coalition { get; init; }

    /// <summary>The stance of each region, in the world's order; the target's is <c>neutral</c> and means nothing.</summary>
    public required ImmutableArray<Stance> Stances { get; init; }

    /// <summary>Who says that each region takes its stance, in the world's order.</summary>
    internal ImmutableArray<StanceSource> StanceSources { get; init; } = [];

    /// <summary>The trade elasticities of the case, one a sector, before the horizon's factor: the world's where the case says none.</summary>
    public required ImmutableArray<double> Elasticities { get; init; }

    /// <summary>
    /// Every instrument that acts: the package, what firms fear, secondary sanctions and retaliation on the states whose stance is in
    /// their trigger lists, the means of the players that come to the rescue.
    /// </summary>
    internal ImmutableArray<BoundInstrument> Instruments { get; init; } = [];

    /// <summary>The instruments of the package alone.</summary>
    internal ImmutableArray<BoundInstrument> Package => [.. Instruments.Where(instrument => instrument.Role == InstrumentRole.Package)];

    /// <summary>What the instruments do to the model's primitives.</summary>
    public required Shock Shock { get; init; }

    /// <summary>The ways that banned goods find through third states; null where no state opens any.</summary>
    internal RoutePlan? Routes { get; init; }

    /// <summary>The other buyers that the target's banned exports find; null where the case has no block <c>other-buyers</c>.</summary>
    internal OutletPlan? Outlets { get; init; }

    /// <summary>How pools of gas answer to what bans stop; null where the case pools none, or none lose any.</summary>
    internal GasPlan? Gas { get; init; }

    /// <summary>The routes before any ban, which other stances leave as they are.</summary>
    internal BaselineRoutes? BaselineRoutes { get; init; }

    /// <summary>The figures that the case is known to give, for the regions that the world holds.</summary>
    internal ImmutableArray<BoundExpectation> Expected { get; init; } = [];

    /// <summary>What publications find for the same shock, for regions that the world holds.</summary>
    internal ImmutableArray<BoundFigure> Literature { get; init; } = [];

    /// <summary>Names written with <c>?</c> that the world does not hold, each once.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>What the case holds and this version reads but does not use, one sentence each.</summary>
    public ImmutableArray<string> NotUsedYet { get; init; } = [];

    /// <summary>Names that the world writes another way and what they were read as, one sentence without its stop each.</summary>
    public ImmutableArray<string> ReadAs => Case.ReadAs;

    /// <summary>Blocs with fewer members in this world than they should have, and tags that a merge took from sectors, one sentence without its stop each.</summary>
    public ImmutableArray<string> CoversLess { get; init; } = [];

    /// <summary>The world as it was, in the terms of the model, at the case's elasticities and a horizon.</summary>
    /// <exception cref="InputException">A market of the world has expenditure but negative final demand, or a region has no value added.</exception>
    public Baseline BaselineAt(Horizon horizon) => CaseBaseline.Of(Case, World, horizon, Elasticities.AsSpan());

    /// <summary>The same case in the same world for a period; see <see cref="CaseDates.Over"/>.</summary>
    /// <exception cref="ArgumentException">Dates were applied to the case before.</exception>
    public BoundCase Over(Period period) => CaseDates.Over(Case, period).BindTo(World);

    /// <summary>
    /// The same case in the same world with other stances; those set before stay, unless their region is named again. The case is not
    /// read again, only bound.
    /// </summary>
    /// <param name="stances">The stances that change.</param>
    /// <exception cref="InputException">
    /// A stance that cannot be: of the target, of a member of the declared coalition, one that the player does not list, or two for one
    /// region.
    /// </exception>
    public BoundCase WithStances(params IReadOnlyCollection<(Region Region, Stance Stance)> stances)
    {
        var changes = stances.Select(change => Change(World.Code(change.Region), change.Stance)).ToArray();
        var kept = Case.StanceChanges.Where(old => !changes.Any(change => change.Region.Text == old.Region.Text));
        return CaseBinder.BindKnowing(Case with { StanceChanges = [.. kept, .. changes] }, World, BaselineRoutes, Outlets);
    }

    /// <summary>The same case at another horizon, with the routes of that horizon.</summary>
    internal BoundCase At(Horizon horizon)
    {
        if (horizon == Horizon)
            return this;
        var there = this with { Case = Case with { Horizon = horizon } };
        return Routes is null && Outlets is null && Gas is null ? there : there.Keeping(Instruments);
    }

    /// <summary>The same case with its secondary package at a share of its size, not bound again.</summary>
    internal BoundCase AtSeverity(double severity) => this with { Case = Case.AtSeverity(severity) };

    /// <summary>The same case with some of its instruments alone; routes are those that they leave, threatened where secondary sanctions stay.</summary>
    internal BoundCase Keeping(ImmutableArray<BoundInstrument> instruments)
    {
        var isThreatened = Instruments.Any(Secondary) == instruments.Any(Secondary);
        var problems = new ProblemList(Case.Source);
        var terms = RouteTermsBinder.Bind(isThreatened ? Case : Case with { Secondary = null }, World, Target, new RegionNames(World, problems), new SectorNames(World, problems));
        var elasticities = CaseBinder.AtHorizon(Case, World, Elasticities.AsSpan());
        var outlets = OutletFinder.Find(World, Target, Outlets?.Terms, Coalition, instruments, elasticities, Outlets);
        var before = BaselineRoutes.Of(World, Target, terms.ReExports, terms.Reach, BaselineRoutes);
        var plan = RouteFinder.Find(World, Target, Stances, terms, before, instruments, elasticities)
            ?.WithReturns(World, Target, instruments, outlets, before, elasticities);
        var shock = ShockBuilder.Build(instruments, Shock.MayVanish, Case.Closure.Confines() ? Target : null);
        shock = plan?.Open(shock) ?? shock;
        shock = outlets?.Open(shock) ?? shock;
        var gas = GasPoolFinder.Find(Case, World, Target, new BannedSales(World, Target, instruments), outlets);
        return this with { Instruments = instruments, Routes = plan, Outlets = outlets, Gas = gas, Shock = gas?.Open(shock) ?? shock };

        static bool Secondary(BoundInstrument instrument) => instrument.Role == InstrumentRole.Secondary;
    }

    /// <summary>The same case where some of its coalition stand aside: neutral, and nobody takes their part.</summary>
    internal BoundCase Without(ImmutableArray<Region> absent)
    {
        if (absent.IsEmpty)
            return this;
        // Only the package is sure to lose nothing but their flows: fear, threats and answers depend on who is left, routes on what is banned.
        if (Routes is not null || Outlets is not null || Gas is not null || Case is not { OverCompliance: null, Secondary: null, Retaliation: null, TargetAction: null })
            return (Case with { Absent = [.. absent.Select(member => new RegionName(World.Code(member), false, new Place("the state that leaves the coalition", 0, 0)))] }).BindTo(World);
        var stances = Stances.ToArray();
        foreach (var member in absent)
            stances[member.Index] = Stance.Neutral;
        ImmutableArray<BoundInstrument> instruments = [.. Instruments.Select(instrument => instrument.Role == InstrumentRole.Package ? instrument.Without(absent) : instrument)];
        return this with { Coalition = Coalition.RemoveRange(absent), Stances = [.. stances], Instruments = instruments, Shock = ShockBuilder.Build(instruments, Shock.MayVanish, Case.Closure.Confines() ? Target : null) };
    }

    private static StanceChange Change(string code, Stance stance) => new(new RegionName(code, false, new Place($"the stance of {code}", 0, 0)), stance);
}

/// <summary>A figure that the case is known to give.</summary>
/// <param name="Region">The region.</param>
/// <param name="RealIncomePct">Change of real income in percent.</param>
/// <param name="Tolerance">Allowed difference in percent points.</param>
internal sealed record BoundExpectation(Region Region, double RealIncomePct, double Tolerance);
