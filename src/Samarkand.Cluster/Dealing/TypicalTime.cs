namespace Samarkand.Cluster.Dealing;

/// <summary>The median of the last times.</summary>
internal sealed class TypicalTime
{
    private readonly TimeSpan[] _last = new TimeSpan[63];
    private TimeSpan? _median;
    private int _count;

    /// <summary>The median; null before there is any.</summary>
    public TimeSpan? Value
    {
        get
        {
            if (_median is null && _count > 0)
            {
                var sorted = _last[..Math.Min(_count, _last.Length)];
                Array.Sort(sorted);
                _median = sorted[sorted.Length / 2];
            }

            return _median;
        }
    }

    /// <summary>Takes one more.</summary>
    public void Add(TimeSpan time)
    {
        _last[_count++ % _last.Length] = time;
        _median = null;
    }
}
