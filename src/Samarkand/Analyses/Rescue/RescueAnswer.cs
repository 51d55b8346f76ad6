using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>Who comes to the rescue: the game of stances, what friendship costs, and how sure that is.</summary>
public sealed record RescueAnswer
{
    /// <summary>How closely players look at payoffs in percent of income: a tenth of a percent makes odds of e^3, about 20 to 1.</summary>
    public const double DefaultLambda = 30;

    internal RescueAnswer(StanceGame game) => (Game, Played) = (game, game.Case);

    /// <summary>The case, at its own stances.</summary>
    public required BoundCase Case { get; init; }

    /// <summary>The state that is asked about: the question's rescuer, else the first player that may come to the rescue.</summary>
    public required Actor Rescuer { get; init; }

    /// <summary>
    /// Every profile of stances; of a large game, and where equilibria were only searched for, of the rescuer's stances, and of the others' own in
    /// the equilibria found, as far as that stays small.
    /// </summary>
    internal StanceGame Game { get; init; }

    /// <summary>The case in which each rescue consists of what pays best for both.</summary>
    internal BoundCase Played { get; init; }

    /// <summary>The combinations of the rescuer's means, the others at the reference; null where it has none or may not come to the rescue.</summary>
    internal MeansChoice? Means { get; init; }

    /// <summary>The payoffs at the case's affinities; of a game with more than 10,000 profiles, those of the rescuer's stances and the others' own in the equilibria found.</summary>
    public required NormalForm Payoffs { get; init; }

    /// <summary>The game by effects of one and of two, where there are too many profiles to solve; null for others.</summary>
    internal LargeGame? Large { get; init; }

    /// <summary>How equilibria were searched for; null where every profile was solved.</summary>
    internal BestReplies? Search { get; init; }

    /// <summary>All pure Nash equilibria, as profiles; those that were found, where there are too many profiles to solve or they were only searched for.</summary>
    public required ImmutableArray<int> Equilibria { get; init; }

    /// <summary>The logit quantal response equilibrium; of a game with more than 10,000 profiles from sums of the effects of one and of two; null where equilibria were only searched for.</summary>
    public required QuantalResponse? Response { get; init; }

    /// <summary>The profile at which the others are held where the rescuer's choice alone is asked: the likeliest pure equilibrium, else the likeliest profile; of equilibria that were searched for, that in which most walks end, else the case's own.</summary>
    public required int Reference { get; init; }

    /// <summary>The prices of the rescuer's stances, the others at the reference; see <see cref="IsOfEveryCandidate"/>.</summary>
    public required ImmutableArray<FriendshipPrice> Prices { get; init; }

    /// <summary>True where the prices are those of every third state instead.</summary>
    public bool IsOfEveryCandidate { get; init; }

    /// <summary>The price of the rescue over the severity of secondary sanctions; null where the case threatens with none.</summary>
    internal SeverityCurve? Curve { get; init; }

    /// <summary>The rescuer's stance over its affinity for the target and the severity of secondary sanctions; null where there are none.</summary>
    internal StanceMap? Map { get; init; }

    /// <summary>
    /// The equilibria of the whole game over the same; null where there are no secondary sanctions, where equilibria were only searched for,
    /// or where it needs more than <see cref="StanceGame.MostProfiles"/> profiles and nobody asked for it.
    /// </summary>
    internal EquilibriumMap? Landscape { get; init; }

    /// <summary>What follows where the coalition moves first; null where it does not.</summary>
    internal CoalitionFirst? First { get; init; }

    /// <summary>The package aimed at each player, and at the target itself first.</summary>
    internal ImmutableArray<WarningExample> Warnings { get; init; } = [];

    /// <summary>How rescuer and target depend on each other in the world without the case.</summary>
    public required PairDependence DependenceBefore { get; init; }

    /// <summary>The same once the case holds.</summary>
    public required PairDependence DependenceAfter { get; init; }

    /// <summary>The draws from the case's priors; null where it declares none.</summary>
    public StanceDraws? Draws { get; init; }

    /// <summary>The players with all their moves, in the case's order.</summary>
    internal ImmutableArray<Actor> Players => Large?.Actors ?? Game.Actors;

    /// <summary>The move of a player at the reference.</summary>
    internal Move MoveOf(int player) => Game.Actors[player].Moves[Payoffs.Action(Reference, player)];

    /// <summary>Equivalent variations of all regions at the reference, million USD a year.</summary>
    internal ReadOnlySpan<double> Variations() => Game.Variations(Reference);

    /// <summary>The same where one player makes another of its moves.</summary>
    internal ReadOnlySpan<double> VariationsWhere(int player, int move) =>
        Large is null ? Game.Variations(Payoffs.With(Reference, player, move)) : Large.Solved[Large.Reported.SetItem(player, move)];

    /// <summary>The stance of the rescuer at the reference.</summary>
    public Move Choice => Rescuer.Moves[Payoffs.Action(Reference, RescuerIndex)];

    /// <summary>The rescuer's place among the players.</summary>
    public int RescuerIndex => Game.Actors.IndexOf(Rescuer);

    /// <summary>The price of the stance that helps most: rescue where the rescuer may take it, else the last of its list.</summary>
    public FriendshipPrice? Rescue => Prices.FirstOrDefault(price => price.Rescuer == Rescuer.Region && price.Stance == Stance.Rescue.Name())
        ?? Prices.LastOrDefault(price => price.Rescuer == Rescuer.Region);

    /// <summary>The weight that the rescuer puts on the target.</summary>
    public double Affinity => Rescuer.Affinity[Case.Target.Index];

    /// <summary>Whether a case asks who comes to the rescue: by its question, or by a player that has a choice.</summary>
    public static bool IsAskedBy(BoundCase bound) =>
        Actors.MovesOf(bound).ToArray() is { Length: > 0 } moves && (bound.Case.Question?.Rescuer is not null || moves.Any(count => count > 1));

    /// <summary>Answers a case.</summary>
    /// <param name="text">The case's text, read again for each draw.</param>
    /// <param name="bound">The case.</param>
    /// <param name="asked">What is asked of it.</param>
    /// <param name="progress">Told what is being solved, how far, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">
    /// Nobody in the case chooses a stance, or there are too many stances, or a prior is of no value of the case, or the coalition is to move
    /// first without secondary sanctions or in a game that is only searched.
    /// </exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Rescue;
    /// using Samarkand.Cases;
    ///
    /// var source = CaseSource.FromFile("cases/chinese-rescue-money.yaml");
    /// var answer = RescueAnswer.Solve(source, source.Open(), new RescueRequest());
    /// var world = answer.Case.World;
    /// Console.WriteLine($"{world.Name(answer.Rescuer.Region)} chooses: {answer.Choice.Name}");
    /// foreach (var price in answer.Prices)
    ///     Console.WriteLine($"{price.Stance}: costs {price.Cost:N0} m USD, gives the target {price.Relief:N0} m USD");
    /// </code>
    /// </example>
    public static RescueAnswer Solve(
        CaseSource text, BoundCase bound, RescueRequest asked, Action<string, int, int>? progress = null, CancellationToken cancellation = default)
    {
        SeverityGames.Check(bound, asked);
        var play = PlayedGame.Of(bound, asked, actors => RescuerOf(bound, actors), progress, cancellation);
        var (game, payoffs, played) = (play.Game, play.Payoffs, play.Case);
        var rescuer = RescuerOf(played, game.Actors);
        var others = play.Others(rescuer.Region);
        var held = Friendship.Held(played, others);
        var rescue = rescuer.Moves.Select(move => move.Stance).OfType<Stance>().DefaultIfEmpty(Stance.Neutral).Max();
        var (landscape, first) = play.Large is { } large
            ? SeverityGames.Of(large, game.Actors.IndexOf(rescuer), asked, (done, all) => progress?.Invoke("Severities", done, all), cancellation)
            : Severities();
        return new RescueAnswer(game)
        {
            Case = bound,
            Rescuer = rescuer,
            Payoffs = payoffs,
            Means = play.Means,
            Large = play.Large,
            Search = play.Search,
            Equilibria = play.Equilibria,
            Response = play.Response,
            Reference = play.Reference,
            Prices = Friendship.Of(held, rescuer, game.Solver, cancellation),
            Curve = bound.Case.Secondary is null ? null : SeverityCurve.Of(held, rescuer, rescue, game.Solver, SeverityCurve.DefaultSteps, cancellation),
            Map = bound.Case.Secondary is null ? null : StanceMap.Of(held, rescuer, game.Solver, cancellation),
            Landscape = landscape,
            First = first,
            DependenceBefore = Dependence(isSanctioned: false),
            DependenceAfter = Dependence(isSanctioned: true),
            Warnings = WarningExample.Of(bound, [bound.Target, .. game.Actors.Select(actor => actor.Region).Where(region => region != bound.Target)], cancellation),
            Draws = bound.Case.Priors.IsEmpty || asked.Draws == 0 ? null : Drawn(),
        };

        (EquilibriumMap? Landscape, CoalitionFirst? First) Severities()
        {
            var severities = SeverityGames.Of(game, asked, (done, all) => progress?.Invoke("Severities", done, all), cancellation);
            return (severities.Landscape(game.Actors.IndexOf(rescuer), play.Reference, cancellation), severities.First);
        }

        StanceDraws Drawn()
        {
            var drawn = new StanceDrawSolver(text, bound.World, HeldStances.Of(bound.World, rescuer, others, play.Means?.Likely ?? []), game.Solver, asked.Seed);
            return StanceDraws.Solve(drawn, asked.Draws, asked.Store?.Invoke(drawn) ?? new NoBlocks(), (done, all) => progress?.Invoke("Draws", done, all), cancellation);
        }

        PairDependence Dependence(bool isSanctioned) => DependenceStudy
            .Of(bound, isSanctioned, cancellation: cancellation)
            .Pair(bound.Target, rescuer.Region, cancellation);
    }

    private static Actor RescuerOf(BoundCase bound, ImmutableArray<Actor> actors)
    {
        var named = bound.Case.Question?.Rescuer is { } name ? actors.FirstOrDefault(actor => actor.Player.Region.Text == name.Text) : null;
        return named
            ?? actors.FirstOrDefault(actor => actor.MoveOf(Stance.Rescue.Name()) >= 0)
            ?? actors.FirstOrDefault(actor => actor.Region != bound.Target)
            ?? throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, "no third state chooses a stance", "add a player, for instance - { region: CHN, stances: [neutral, rescue] }"));
    }
}
