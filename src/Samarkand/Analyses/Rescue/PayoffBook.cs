using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>The payoffs of the profiles that were asked for, each computed once.</summary>
/// <param name="pay">What each of some profiles pays each player, [profile][player].</param>
internal sealed class PayoffBook(Func<IReadOnlyList<ImmutableArray<int>>, IReadOnlyList<double[]>> pay)
{
    private readonly Dictionary<string, double[]> _known = new(StringComparer.Ordinal);

    /// <summary>How many profiles were computed.</summary>
    public int Count => _known.Count;

    /// <summary>What a profile that was asked for pays each player.</summary>
    public double[] this[ImmutableArray<int> profile] => _known[Key(profile)];

    /// <summary>A name of a profile; profiles of large games have no number.</summary>
    public static string Key(ImmutableArray<int> profile) => new([.. profile.Select(action => (char)action)]);

    /// <summary>Computes those that are not known yet, together.</summary>
    public void Ask(IEnumerable<ImmutableArray<int>> profiles)
    {
        ImmutableArray<int>[] missing = [.. profiles.Where(profile => !_known.ContainsKey(Key(profile))).DistinctBy(Key)];
        if (missing.Length == 0)
            return;
        var payoffs = pay(missing);
        for (var k = 0; k < missing.Length; k++)
            _known.Add(Key(missing[k]), payoffs[k]);
    }
}
