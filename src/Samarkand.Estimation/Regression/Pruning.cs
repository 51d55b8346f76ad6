using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>What is left of a sample once groups that say nothing are taken out.</summary>
/// <param name="Sample">What is left.</param>
/// <param name="Singletons">Rows that were alone in a group, again and again until none was.</param>
/// <param name="AllZero">Rows of groups without anything above zero: their fixed effect goes to minus infinity, so they are separated.</param>
internal sealed record Pruning(Sample Sample, int Singletons, int AllZero)
{
    /// <param name="sample">The sample.</param>
    /// <param name="dropsZeros">True where a group that is all zeros goes, as in a Poisson model.</param>
    public static Pruning Of(Sample sample, bool dropsZeros)
    {
        var (alive, singletons, zeros) = (Enumerable.Repeat(true, sample.Rows).ToArray(), 0, 0);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var effect in sample.Effects)
            {
                var (rows, positive) = (new int[effect.Count], new bool[effect.Count]);
                for (var i = 0; i < alive.Length; i++)
                {
                    if (!alive[i])
                        continue;
                    rows[effect.Codes[i]]++;
                    positive[effect.Codes[i]] |= sample.Y[i] > 0;
                }

                for (var i = 0; i < alive.Length; i++)
                {
                    if (!alive[i])
                        continue;
                    var group = effect.Codes[i];
                    var isZero = dropsZeros && !positive[group];
                    if (!isZero && rows[group] > 1)
                        continue;
                    alive[i] = false;
                    changed = true;
                    if (isZero)
                        zeros++;
                    else
                        singletons++;
                }
            }
        }

        var dropped = singletons + zeros;
        return new Pruning(dropped == 0 ? sample : sample.Pick([.. Enumerable.Range(0, alive.Length).Where(i => alive[i])]), singletons, zeros);
    }
}
