using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Instruments;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>
/// A sanctions case as its file says it: names are not yet looked up in a world (see <see cref="CaseBinder"/>).
/// Made by a <see cref="CaseSource"/>, which has checked everything that does not depend on the world.
/// </summary>
public sealed record Case
{
    internal Case()
    {
    }

    /// <summary>The world where a case names none.</summary>
    public const string DefaultWorld = "samarkand-2021";

    /// <summary>The file, or the name given for the text.</summary>
    public required string Source { get; init; }

    /// <summary>One line that says what the case asks.</summary>
    public required string Title { get; init; }

    /// <summary>A few sentences for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The day on which the case stands: no instrument of its package is younger; null where it names none.</summary>
    internal DateOnly? AsOf { get; init; }

    /// <summary>The name or path of the world.</summary>
    public string World { get; init; } = DefaultWorld;

    /// <summary>Where it is named; null where it is the default.</summary>
    internal Place? WorldPlace { get; init; }

    /// <summary>How long firms have had to adapt.</summary>
    public Horizon Horizon { get; init; } = Horizon.Medium;

    /// <summary>What happens to aggregate deficits.</summary>
    public Closure Closure { get; init; } = Closure.Fixed;

    /// <summary>How inputs replace each other.</summary>
    internal InputForm Inputs { get; init; }

    /// <summary>How trade adapts with time.</summary>
    internal Adjustment Adjustment { get; init; }

    /// <summary>How buyers choose among origins.</summary>
    internal OriginForm Origins { get; init; }

    /// <summary>How buyers of gas are bound to their sellers; null where the case leaves it to <see cref="Adjustment"/>.</summary>
    internal GasForm? Gas { get; init; }

    /// <summary>Whether connected states share their gas: as the case says, and by default where trade adapts by sector.</summary>
    internal bool PoolsGas => (Gas ?? (Adjustment == Adjustment.BySector ? GasForm.Pooled : GasForm.Bilateral)) == GasForm.Pooled;

    /// <summary>Sizes of the pools of gas, or null.</summary>
    internal GasPoolRule? GasPool { get; init; }

    /// <summary>The three together.</summary>
    internal ModelForm Form => new(Inputs, Adjustment, Origins);

    /// <summary>What the case asks, or null.</summary>
    internal Question? Question { get; init; }

    /// <summary>The state that the package falls on.</summary>
    public required RegionName Target { get; init; }

    /// <summary>Who imposes it: regions and blocs; empty where every instrument names its sides.</summary>
    public ImmutableArray<RegionName> Coalition { get; init; } = [];

    /// <summary>The instruments: at least one, unless <see cref="Period"/> leaves none in force.</summary>
    public required ImmutableArray<Instrument> Package { get; init; }

    /// <summary>Sectors that a region may lose altogether.</summary>
    internal ImmutableArray<SectorName> MayVanish { get; init; } = [];

    /// <summary>Firms that leave without being told, as an instrument at the path <c>over-compliance</c>, or null.</summary>
    internal OverCompliance? OverCompliance { get; init; }

    /// <summary>The coalition's package against players, or null.</summary>
    internal TriggeredPackage? Secondary { get; init; }

    /// <summary>The target's package against players, or null.</summary>
    internal TriggeredPackage? Retaliation { get; init; }

    /// <summary>What the coalition commits to where it moves before the players; null where all choose at once.</summary>
    internal CoalitionFirstRule? CoalitionFirst { get; init; }

    /// <summary>Trade elasticities over the world's, applied in this order; empty where the world's hold.</summary>
    internal ImmutableArray<ElasticityRule> Elasticities { get; init; } = [];

    /// <summary>How banned goods find another way, or null.</summary>
    internal RouteRule? Routes { get; init; }

    /// <summary>How the target's banned exports find other buyers, or null where they find none but those that the model has.</summary>
    internal OtherBuyersRule? OtherBuyers { get; init; }

    /// <summary>The stance of every state that is not a player.</summary>
    public Stance DefaultStance { get; init; } = Stance.Neutral;

    /// <summary>Third states, and the target where it has actions of its own.</summary>
    internal ImmutableArray<Player> Players { get; init; } = [];

    /// <summary>Stances over those that the case says, such as the command line's; each region once.</summary>
    internal ImmutableArray<StanceChange> StanceChanges { get; init; } = [];

    /// <summary>
    /// Members of the coalition, or states that join it, that stand aside: neutral third states. What the packages would do by them, or to
    /// them as members, is left out and not spread over the others, money included. Each region once; never of a case file.
    /// </summary>
    internal ImmutableArray<RegionName> Absent { get; init; } = [];

    /// <summary>The action of the target that is looked at; null for none.</summary>
    internal PlayerAction? TargetAction { get; init; }

    /// <summary>What alliances oblige their members to.</summary>
    internal ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    /// <summary>What states pay for abroad.</summary>
    internal ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>What states pay their commitments from.</summary>
    internal ImmutableArray<Revenue> Revenue { get; init; } = [];

    /// <summary>Where the case asks that sizes without a source be drawn too; null where it does not.</summary>
    internal Place? AssumedSizesPlace { get; init; }

    /// <summary>What is not known, as distributions.</summary>
    internal ImmutableArray<Prior> Priors { get; init; } = [];

    /// <summary>The passages of documents that assumptions rest on.</summary>
    internal ImmutableArray<EvidenceEntry> Evidence { get; init; } = [];

    /// <summary>Figures that the case is known to give, so that it is a regression test.</summary>
    internal ImmutableArray<ExpectedEffect> Expected { get; init; } = [];

    /// <summary>What publications find for the same shock.</summary>
    internal ImmutableArray<PublishedFigure> Literature { get; init; } = [];

    /// <summary>The days for which the dates of its instruments are applied; null where each applies in full (see <see cref="CaseDates"/>).</summary>
    public Period? Period { get; init; }

    /// <summary>The instruments that <see cref="Period"/> left out of the packages.</summary>
    public ImmutableArray<Instrument> NotInForce { get; init; } = [];

    /// <summary>What is odd but not wrong, such as evidence that nothing rests on.</summary>
    public ImmutableArray<InputProblem> Notes { get; init; } = [];

    /// <summary>Names that a world writes another way and what they were read as; empty before the case is bound.</summary>
    internal ImmutableArray<string> ReadAs { get; init; } = [];

    /// <summary>
    /// The same case with each instrument of the secondary package at a share of its size (<see cref="Instrument.Prorated"/>); without any
    /// at 0.
    /// </summary>
    /// <param name="severity">The share, in [0, 1].</param>
    internal Case AtSeverity(double severity) => this with
    {
        Secondary = Secondary is not { } secondary || severity == 1 ? Secondary
            : secondary with { Package = severity == 0 ? [] : [.. secondary.Package.Select(instrument => instrument.Prorated(severity))] },
    };

    /// <summary>Looks up the case's names in a world; see <see cref="CaseBinder.Bind"/>.</summary>
    /// <exception cref="InputException">The world does not hold a name.</exception>
    public BoundCase BindTo(World world) => CaseBinder.Bind(this, world);
}

/// <summary>What a case asks: in words, or who would come to whose rescue, or both.</summary>
/// <param name="Text">The question in words, or null.</param>
/// <param name="Rescuer">The state that may come to the rescue, or null.</param>
/// <param name="Target">Whose rescue; null for the case's target.</param>
internal sealed record Question(string? Text, RegionName? Rescuer, RegionName? Target);

/// <summary>A passage of a document.</summary>
/// <param name="Name">The name by which assumptions refer to it.</param>
/// <param name="Source">Title, publisher, date.</param>
/// <param name="Quote">The passage, word for word.</param>
/// <param name="File">The file that holds the document, or null.</param>
/// <param name="Place">Where the entry stands.</param>
internal sealed record EvidenceEntry(string Name, string Source, string Quote, string? File, Place Place);

/// <summary>A figure that the case is known to give.</summary>
/// <param name="Region">The region.</param>
/// <param name="RealIncomePct">Change of real income in percent.</param>
/// <param name="Tolerance">Allowed difference in percent points, above 0.</param>
internal sealed record ExpectedEffect(RegionName Region, double RealIncomePct, double Tolerance)
{
    /// <summary>The tolerance where the case gives none, in percent points.</summary>
    public const double DefaultTolerance = 1e-6;
}
