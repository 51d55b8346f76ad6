namespace Samarkand.Core;

/// <summary>Counts by the number of a bucket; buckets stand in pages, which are there where something was counted.</summary>
internal sealed class BucketCounts
{
    /// <summary>How many bits a bucket's number has within its page.</summary>
    public const int PageBits = 8;

    private const int Page = 1 << PageBits;

    private uint[]?[] _pages = [];
    private int _first;

    /// <summary>Counts one more, or several.</summary>
    public void Add(int bucket, uint count = 1)
    {
        var at = (bucket >> PageBits) - _first;
        if ((uint)at >= (uint)_pages.Length)
            at = Widen(bucket >> PageBits);
        (_pages[at] ??= new uint[Page])[bucket & (Page - 1)] += count;
    }

    /// <summary>Adds the counts of another.</summary>
    public void Add(BucketCounts other)
    {
        foreach (var (bucket, count) in other.Ascending())
            Add(bucket, count);
    }

    /// <summary>The buckets that hold something, in ascending order.</summary>
    public IEnumerable<(int Bucket, uint Count)> Ascending()
    {
        for (var at = 0; at < _pages.Length; at++)
        {
            if (_pages[at] is not { } page)
                continue;
            for (var k = 0; k < Page; k++)
            {
                if (page[k] != 0)
                    yield return (((_first + at) << PageBits) + k, page[k]);
            }
        }
    }

    /// <summary>Writes them as runs of neighbours: the same bytes for the same counts.</summary>
    public void Write(BinaryWriter writer)
    {
        var (run, next) = (new List<uint>(), 0);
        foreach (var (bucket, count) in Ascending())
        {
            if (run.Count > 0 && bucket != next)
                End(bucket - next);
            else if (run.Count == 0)
                writer.Write7BitEncodedInt(bucket);
            run.Add(count);
            next = bucket + 1;
        }

        if (run.Count == 0)
            writer.Write7BitEncodedInt(0);
        End(0);

        void End(int gap)
        {
            writer.Write7BitEncodedInt(run.Count);
            foreach (var count in run)
                writer.Write7BitEncodedInt((int)count);
            writer.Write7BitEncodedInt(gap);
            run.Clear();
        }
    }

    /// <summary>Adds counts that were written.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public void AddFrom(BinaryReader reader, int buckets)
    {
        var bucket = reader.Read7BitEncodedInt();
        for (var gap = 1; gap != 0; bucket += gap)
        {
            var length = reader.Read7BitEncodedInt();
            if (bucket < 0 || length < 0 || (long)bucket + length > buckets)
                throw new InvalidDataException("it holds counts out of range");
            for (; length > 0; length--)
                Add(bucket++, (uint)reader.Read7BitEncodedInt());
            gap = reader.Read7BitEncodedInt();
        }
    }

    private int Widen(int page)
    {
        var (first, last) = _pages.Length == 0 ? (page, page) : (Math.Min(_first, page), Math.Max(_first + _pages.Length - 1, page));
        var wider = new uint[]?[last - first + 1];
        _pages.CopyTo(wider, _pages.Length == 0 ? 0 : _first - first);
        (_pages, _first) = (wider, first);
        return page - first;
    }
}
