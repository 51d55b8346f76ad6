using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>What is asked of a coalition.</summary>
/// <param name="Case">The case, with a coalition.</param>
/// <param name="Members">Whose worth is asked for; empty for nobody's.</param>
/// <param name="Joining">Third states that might join.</param>
public sealed record CoalitionQuestion(BoundCase Case, ImmutableArray<CoalitionMember> Members, ImmutableArray<Region> Joining)
{
    /// <summary>True to find transfers between the members, where there are two at least.</summary>
    public bool WantsTransfers { get; init; } = true;

    /// <summary>True for Shapley values from every subset of the members.</summary>
    public bool Enumerates { get; init; }

    /// <summary>How many random orders Shapley values are sampled from, at least 2; null for none.</summary>
    public int? Orders { get; init; }

    /// <summary>The seed of the orders.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Which subsets are solved for Shapley values.</summary>
    public string Plan => Enumerates ? "every" : Orders is { } orders ? FormattableString.Invariant($"{orders} orders, seed {Seed}") : "none";

    /// <summary>How many subsets are solved and kept together, at least 1.</summary>
    public int Chunk { get; init; } = SubsetWorths.DefaultBlock;

    // About; those of the transfers aside.
    internal int Equilibria => Members.Length + Joining.Length + Subsets;

    internal int Subsets => Enumerates ? 1 << Members.Length : Orders is { } orders ? ShapleyValues.Subsets(Members.Length, orders) : 0;
}

/// <summary>What a coalition's members bear, how they could share it, and what each is worth.</summary>
public sealed record CoalitionStudy
{
    private static readonly BlockKind Kind = new("coalition", "subset");

    internal CoalitionStudy(CoalitionQuestion question, CaseAnswer answer, BurdenSharing? shared, ImmutableArray<MemberWorth> members, SubsetWorths? subsets, ImmutableArray<Joiner> joiners, double largestResidual) =>
        (Question, Answer, Shared, Members, Subsets, Joiners, LargestResidual) = (question, answer, shared, members, subsets, joiners, largestResidual);

    /// <summary>What was asked.</summary>
    public CoalitionQuestion Question { get; init; }

    /// <summary>The whole case, solved.</summary>
    public CaseAnswer Answer { get; init; }

    /// <summary>The transfers; null where they were not asked for or there is one member alone.</summary>
    public BurdenSharing? Shared { get; init; }

    /// <summary>The members' worth, in the order of the question.</summary>
    public ImmutableArray<MemberWorth> Members { get; init; }

    /// <summary>What every subset brings about; null where they were not solved.</summary>
    internal SubsetWorths? Subsets { get; init; }

    /// <summary>What each state would add by joining.</summary>
    public ImmutableArray<Joiner> Joiners { get; init; }

    /// <summary>The largest relative residual of all equilibria behind it.</summary>
    public double LargestResidual { get; init; }

    /// <summary>What the whole coalition brings about: the target's loss and its own, million USD a year.</summary>
    public SubsetOutcome Whole => SubsetOutcome.Of(Question.Case, Answer.Equilibrium);

    /// <summary>Opens a folder for the subsets of a coalition, and keeps others out until it is disposed of.</summary>
    /// <param name="at">An empty folder, one that does not exist yet, or one of the same inputs.</param>
    /// <param name="text">The case.</param>
    /// <param name="question">What is asked of it.</param>
    /// <exception cref="InputException">The folder holds something else, is in use, or cannot be written.</exception>
    public static BlockFolder Open(OutputFolder at, CaseSource text, CoalitionQuestion question) => OpenFor(at, text, question, shard: null);

    internal static BlockFolder OpenFor(OutputFolder at, CaseSource text, CoalitionQuestion question, Shard? shard) => BlockFolder.Open(
        at,
        Kind,
        Inputs(text, question),
        question.Subsets,
        shard);

    /// <summary>The subsets, to be solved block by block wherever there is room.</summary>
    internal static BlockStudy Blocks(CaseSource text, CoalitionQuestion question, CancellationToken cancellation) => new(
        Kind, Inputs(text, question), question.Subsets, question.Chunk, SubsetWorths.Layout, SubsetWorths.BlockSolver(new SubsetSolver(question.Case, question.Equilibria, cancellation), Absent(question)));

    /// <summary>Solves the subsets that a folder lacks of the part for which it was opened; the result is how many that were.</summary>
    internal static int SolveShard(CoalitionQuestion question, BlockFolder folder, Action<int, int>? progress, CancellationToken cancellation)
    {
        var solver = new SubsetSolver(question.Case, question.Equilibria, cancellation);
        return SubsetWorths.SolveShard(solver, question.Subsets, Absent(question), folder, question.Chunk, progress, cancellation);
    }

    private static KeptInputs Inputs(CaseSource text, CoalitionQuestion question) =>
        CaseInputs.Of(text, question.Case.World, ("subsets", question.Plan), ("members", string.Join(',', question.Members.Select(member => member.Name))));

    private static Func<int, ImmutableArray<Region>> Absent(CoalitionQuestion question) =>
        question.Enumerates ? SubsetWorths.AbsentFromEach(question.Members) : ShapleyValues.AbsentOnTheWay(question.Members, question.Orders!.Value, question.Seed);

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="kept">Keeps subsets as they are solved, and has what was solved before, as <see cref="Open"/> gives it; or null.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">The case, or a subset of the coalition, has no equilibrium; the message names it.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Coalitions;
    /// using Samarkand.Cases;
    ///
    /// var bound = new CaseDraft("What is each member worth?", "RUS") { Coalition = ["DEU", "FRA", "USA"] }.ExportBan(0.5).Open();
    /// var study = CoalitionStudy.Of(new CoalitionQuestion(bound, CoalitionMember.Each(bound), []) { WantsTransfers = false });
    /// foreach (var member in study.Members)
    ///     Console.WriteLine($"without {member.Member.Name} the target loses {member.TargetLossWithout:N0} m USD");
    /// </code>
    /// </example>
    public static CoalitionStudy Of(CoalitionQuestion question, BlockFolder? kept = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var answer = CaseAnswer.Solve(question.Case, cancellation);
        var shared = question.WantsTransfers && question.Case.Coalition.Length > 1 ? BurdenSharing.Solve(question.Case, cancellation) : null;
        var study = new CoalitionStudy(question, answer, shared, [], null, [], Math.Max(answer.Equilibrium.Certificate.Largest, shared?.After.Certificate.Largest ?? 0));
        if (question.Members.IsEmpty && question.Joining.IsEmpty)
            return study;
        var solver = new SubsetSolver(question.Case, question.Equilibria, cancellation);
        var subsets = question.Enumerates ? SubsetWorths.OfAll(solver, question.Members, kept, question.Chunk, progress, cancellation) : null;
        var shapley = subsets is not null ? ShapleyValues.OfAllSubsets(subsets)
            : question.Orders is { } orders ? ShapleyValues.OfPermutations(solver, question.Members, orders, question.Seed, kept, question.Chunk, progress, cancellation)
            : null;
        return study with
        {
            Subsets = subsets,
            Members = question.Members.IsEmpty ? [] : MemberWorth.Of(solver, question.Members, shapley, cancellation),
            Joiners = question.Joining.IsEmpty ? [] : Joiner.Of(solver, question.Joining, cancellation),
            LargestResidual = new[] { study.LargestResidual, solver.LargestResidual, subsets?.LargestResidual ?? 0, shapley?.LargestResidual ?? 0 }.Max(),
        };
    }
}
