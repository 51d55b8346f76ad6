using System.Collections.Immutable;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue;

/// <summary>The game at the severities that the map of equilibria and a coalition that moves first look at; each is solved once.</summary>
internal sealed class SeverityGames
{
    private readonly Dictionary<double, StanceGame> _games;
    private readonly CoalitionFirstRule? _rule;
    private readonly bool _hasMap;

    private SeverityGames(Dictionary<double, StanceGame> games, CoalitionFirstRule? rule, bool hasMap) => (_games, _rule, _hasMap) = (games, rule, hasMap);

    /// <summary>Refuses what cannot be asked of a case.</summary>
    public static void Check(BoundCase bound, RescueRequest asked)
    {
        if (asked.CoalitionFirst && bound.Case.Secondary is null)
            throw Wrong("coalition-first", "the case has no `secondary`, and the coalition commits to the severity of its secondary sanctions", "add `secondary` to the case");
        if (asked.Search && Rule(bound, asked) is not null)
            throw Wrong("search", "a search does not solve every profile of stances, and the coalition needs all of them to move first", asked.CoalitionFirst ? $"leave out one of {new Parameter("search")} and {new Parameter("coalition-first")}" : "take `coalition-first` out of the case, or give some players fewer `stances`");
        if (asked.Search && asked.Map)
            throw Wrong("map", "a search does not solve every profile of stances, and the map of equilibria needs all of them", $"leave out one of {new Parameter("search")} and {new Parameter("map")}");
    }

    /// <summary>Solves what is asked for.</summary>
    public static SeverityGames Of(StanceGame game, RescueRequest asked, Action<int, int>? progress, CancellationToken cancellation)
    {
        var rule = Rule(game.Case, asked);
        var extra = (EquilibriumMap.Severities.Length - 1) * game.Triggered.Length;
        var hasMap = game.Case.Secondary is not null && !asked.Search && !asked.OmitsMap && (asked.Map || extra <= StanceGame.MostProfiles);
        double[] severities = [.. (hasMap ? EquilibriumMap.Severities : []).Concat(rule is null ? [] : Severities(rule)).Distinct().Order()];
        var games = game.AtSeverities(severities, progress, cancellation);
        return new SeverityGames(severities.Zip(games).ToDictionary(), rule, hasMap);
    }

    /// <summary>The map of equilibria and what follows where the coalition moves first, of a large game; either may be null.</summary>
    public static (EquilibriumMap? Map, CoalitionFirst? First) Of(LargeGame large, int rescuer, RescueRequest asked, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (bound, rule) = (large.Solved.Case, Rule(large.Solved.Case, asked));
        var hasMap = bound.Case.Secondary is not null && (asked.Map || !asked.OmitsMap);
        double[] severities = [.. (hasMap ? EquilibriumMap.Severities : []).Concat(rule is null ? [] : Severities(rule)).Distinct().Order()];
        if (severities.Length == 0)
            return (null, null);
        var at = new LargeSeverities(large, severities, progress, cancellation);
        var members = CoalitionFirst.Members(bound, large.Actors);
        return (
            hasMap ? at.Map(EquilibriumMap.Severities, rescuer, cancellation) : null,
            rule is null ? null : at.First(Severities(rule), members, CoalitionFirst.Income(bound, members), rule.Weight, cancellation));
    }

    /// <summary>The map of equilibria, or null.</summary>
    public EquilibriumMap? Landscape(int rescuer, int reference, CancellationToken cancellation) =>
        _hasMap ? EquilibriumMap.Of(At(EquilibriumMap.Severities), rescuer, reference, cancellation) : null;

    /// <summary>What follows where the coalition moves first, or null.</summary>
    public CoalitionFirst? First => _rule is null ? null : CoalitionFirst.Solve(At(Severities(_rule)), _rule.Weight);

    private (double, StanceGame)[] At(IEnumerable<double> severities) => [.. severities.Select(severity => (severity, _games[severity]))];

    private static ImmutableArray<double> Severities(CoalitionFirstRule rule) => rule.Severities.IsEmpty ? CoalitionFirst.DefaultSeverities : rule.Severities;

    private static CoalitionFirstRule? Rule(BoundCase bound, RescueRequest asked)
    {
        var declared = bound.Case.CoalitionFirst;
        return !asked.CoalitionFirst && declared is null
            ? null
            : new CoalitionFirstRule(asked.Severities.IsEmpty ? declared?.Severities ?? [] : asked.Severities, declared?.Weight, declared?.Evidence ?? []);
    }

    private static InputException Wrong(string name, string message, string hint) => new Parameter(name).Wrong(message, hint);
}
