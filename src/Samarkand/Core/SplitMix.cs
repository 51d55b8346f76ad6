namespace Samarkand.Core;

/// <summary>Random numbers that depend on three numbers alone, so that they may be drawn in any order (SplitMix64: Steele, Lea and Flood 2014).</summary>
internal static class SplitMix
{
    /// <summary>A number strictly between 0 and 1.</summary>
    public static double Uniform(int seed, int number, int place)
    {
        var state = Mix(Mix(Mix((ulong)(uint)seed) + (ulong)(uint)number) + (ulong)(uint)place);
        return ((state >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
