namespace Samarkand.Core;

/// <summary>Independent pieces of work, two at a time.</summary>
internal static class TwoThreads
{
    public static void Run(int count, Action<int, int>? progress, CancellationToken cancellation, Action<int> work)
    {
        var done = 0;
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, k =>
            {
                work(k);
                progress?.Invoke(Interlocked.Increment(ref done), count);
            });
        }
        catch (AggregateException several)
        {
            // The user is told of one mistake as it is, whatever thread met it.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
