using CsCheck;
using Samarkand.Model;

namespace Samarkand.Tests;

/// <summary>
/// What <c>Sample</c> means in these tests. One random case in some ten thousand has no equilibrium: its deficits are held, and what a region
/// earns does not cover what it owes. The solver says so, rightly, and such a case says nothing about any other property; a test of which
/// more than a tenth of the cases are like that fails. Standing in a namespace around the tests, these come before CsCheck's own.
/// </summary>
internal static class SolvableSamples
{
    public static void Sample<T>(this Gen<T> gen, Action<T> assert, string? seed = null, long iter = -1, int threads = -1)
    {
        var (all, without) = (0, 0);
        Check.Sample(
            gen,
            sample =>
            {
                Interlocked.Increment(ref all);
                try
                {
                    assert(sample);
                }
                catch (NoEquilibriumException none) when (none.Message.Contains("would be left without income", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref without);
                }
            },
            seed: seed,
            iter: iter,
            threads: threads);
        Assert.True(10 * without <= all, $"{without} of {all} random cases have no equilibrium: too few are left");
    }

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> assert, string? seed = null, long iter = -1, int threads = -1) =>
        gen.Sample(pair => assert(pair.Item1, pair.Item2), seed, iter, threads);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> assert, string? seed = null, long iter = -1, int threads = -1) =>
        gen.Sample(three => assert(three.Item1, three.Item2, three.Item3), seed, iter, threads);

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> holds, string? seed = null, long iter = -1, int threads = -1) =>
        gen.Sample(sample => Assert.True(holds(sample)), seed, iter, threads);
}
