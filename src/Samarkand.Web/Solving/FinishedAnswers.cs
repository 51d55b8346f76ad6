using System.Security.Cryptography;
using System.Text;
using Samarkand.Web.Measuring;

namespace Samarkand.Web.Solving;

/// <summary>
/// Answers as they were sent, the last used first: the same case in the same form is the same bytes, and is not solved again. The worlds do
/// not change while a server runs, so that a case's text names its world's numbers too. Bounded in bytes; safe to share between threads.
/// </summary>
/// <param name="settings">How many bytes are kept.</param>
/// <param name="metrics">Told what was found.</param>
internal sealed class FinishedAnswers(ServeSettings settings, ServerMetrics metrics)
{
    /// <summary>What an answer takes beside its bytes: its name, its place in the order and in the dictionary.</summary>
    private const int Overhead = 400;

    // One that leaves no room for others would make the rest useless.
    private const int LargestShare = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Bytes)>> _places = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, byte[] Bytes)> _order = [];

    /// <summary>How many bytes are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>What an answer is known by.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="table">The one table that is asked for, or null.</param>
    /// <param name="text">The text of the case.</param>
    public static string Key(string form, string? table, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // No form and no table holds a line's end.
        hash.AppendData(Encoding.UTF8.GetBytes($"{form}\n{table}\n{(table is null ? 0 : 1)}\n"));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The answer of that key; null where it has to be made.</summary>
    public byte[]? Find(string key)
    {
        byte[]? found = null;
        lock (_lock)
        {
            if (_places.TryGetValue(key, out var place))
            {
                _order.Remove(place);
                _order.AddFirst(place);
                found = place.Value.Bytes;
            }
        }

        metrics.Answered(isKept: found is not null);
        return found;
    }

    /// <summary>Keeps an answer, and forgets those that were not asked for longest where there is no room.</summary>
    public void Keep(string key, byte[] bytes)
    {
        var size = bytes.Length + Overhead;
        if (size > settings.KeptAnswers / LargestShare)
            return;
        lock (_lock)
        {
            if (_places.ContainsKey(key))
                return;
            _places[key] = _order.AddFirst((key, bytes));
            Bytes += size;
            while (Bytes > settings.KeptAnswers)
            {
                var (oldest, gone) = _order.Last!.Value;
                _order.RemoveLast();
                _places.Remove(oldest);
                Bytes -= gone.Length + Overhead;
            }
        }
    }
}
