using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace Samarkand.Benchmarks;

/// <summary>
/// What the machine could do at most, to hold the solver against: multiply-adds from registers, and reading memory that lies in
/// each level of the cache. On one core.
/// </summary>
public unsafe class MachineBenchmarks
{
    private const int Rounds = 1000;

    private double* _memory;

    /// <summary>KiB read again and again.</summary>
    [Params(16, 512, 1536, 18432, 65536)]
    public int KiB { get; set; }

    [GlobalSetup]
    public void Allocate()
    {
        _memory = (double*)NativeMemory.AlignedAlloc((nuint)KiB * 1024, 64);
        new Span<double>(_memory, KiB * 128).Fill(1);
    }

    [GlobalCleanup]
    public void Free() => NativeMemory.AlignedFree(_memory);

    /// <summary>Sixteen multiply-adds of eight doubles, on sixteen independent sums.</summary>
    [Benchmark(OperationsPerInvoke = 16 * Rounds)]
    public Vector512<double> MultiplyAdd()
    {
        var (x, y) = (Vector512.Create(0.999), Vector512.Create(1e-9));
        var (a, b, c, d) = (x, y, x, y);
        var (e, f, g, h) = (x, y, x, y);
        var (i, j, k, l) = (x, y, x, y);
        var (m, n, o, p) = (x, y, x, y);
        for (var round = 0; round < Rounds; round++)
        {
            (a, b, c, d) = (Fused(a), Fused(b), Fused(c), Fused(d));
            (e, f, g, h) = (Fused(e), Fused(f), Fused(g), Fused(h));
            (i, j, k, l) = (Fused(i), Fused(j), Fused(k), Fused(l));
            (m, n, o, p) = (Fused(m), Fused(n), Fused(o), Fused(p));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;

        Vector512<double> Fused(Vector512<double> value) => Vector512.MultiplyAddEstimate(value, x, y);
    }

    /// <summary>Reads all of it once, eight doubles at a time.</summary>
    [Benchmark]
    public Vector512<double> Read()
    {
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (var v = 0; v < KiB * 128; v += 32)
        {
            a += Vector512.Load(_memory + v);
            b += Vector512.Load(_memory + v + 8);
            c += Vector512.Load(_memory + v + 16);
            d += Vector512.Load(_memory + v + 24);
        }

        return a + b + c + d;
    }
}
