using System.Runtime.ExceptionServices;

namespace Samarkand.Core;

/// <summary>
/// Independent pieces of work side by side, on as many threads as <see cref="Threads"/> says. Results never depend on that number. Where a
/// piece fails, the caller gets its exception as it is, whatever thread met it.
/// </summary>
/// <example>
/// <code>
/// using Samarkand.Core;
///
/// InParallel.Threads = 2;
/// Console.WriteLine($"at most {InParallel.Threads} threads work at once");
/// </code>
/// </example>
public static class InParallel
{
    private static int _threads = Environment.ProcessorCount;

    /// <summary>The most threads that work at once in this process: the number of processors unless it is set; at least 1.</summary>
    public static int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    internal static void For(int count, CancellationToken cancellation, Action<int> work) =>
        Run(() => Parallel.For(0, count, Options(cancellation), work));

    /// <summary>The same, and tells how many pieces are done of how many.</summary>
    internal static void For(int count, Action<int, int>? progress, CancellationToken cancellation, Action<int> work)
    {
        var done = 0;
        For(count, cancellation, k =>
        {
            work(k);
            progress?.Invoke(Interlocked.Increment(ref done), count);
        });
    }

    /// <summary>The same with something that each thread makes for itself and gives up at the end.</summary>
    internal static void For<TOwn>(int count, CancellationToken cancellation, Func<TOwn> begin, Action<int, TOwn> work, Action<TOwn> end) =>
        Run(() => Parallel.For(
            0,
            count,
            Options(cancellation),
            begin,
            (k, _, own) =>
            {
                work(k, own);
                return own;
            },
            end));

    internal static void Invoke(params Action[] pieces) => Run(() => Parallel.Invoke(Options(default), pieces));

    private static ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation };

    private static void Run(Action loop)
    {
        try
        {
            loop();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
