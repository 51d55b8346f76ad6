using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>
/// A mapping of a case while it is read: each key is asked for by name, and what nobody asked for is unknown.
/// A missing or wrong value adds a problem and gives a placeholder; the reader throws before anyone sees it.
/// </summary>
/// <param name="map">The mapping.</param>
/// <param name="what">What it is, with its article, for messages: <c>a player</c>.</param>
/// <param name="reading">Takes the problems.</param>
internal sealed partial class Fields(YamlMap map, string what, ReaderState reading)
{
    private readonly List<string> _asked = [];

    public Place Place => map.Place;

    public ImmutableArray<YamlEntry> Entries => map.Entries;

    /// <summary>The keys that were asked for.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>Where the value of a key stands; null where the key is absent.</summary>
    public Place? PlaceOf(string key) => map.Find(key)?.Value.Place;

    /// <summary>The fields of a node, or null, with a problem, where it is not a mapping.</summary>
    public static Fields? Of(YamlNode node, string what, ReaderState reading, string example)
    {
        if (node is YamlMap map)
            return new Fields(map, what, reading);
        reading.Problems.Add(node.Place, $"{what} must be a mapping, not {node.Description}", $"write it like {example}");
        return null;
    }

    /// <summary>The value of a key, or null where it is absent or empty (with a problem, where empty or required).</summary>
    public YamlNode? Find(string key, string? requiredExample = null)
    {
        _asked.Add(key);
        if (map.Find(key) is not { } entry)
        {
            if (requiredExample is not null)
                reading.Problems.Add(map.Place, $"{what} needs `{key}`", $"add, for instance, `{key}: {requiredExample}`");
            return null;
        }

        if (entry.Value is not YamlScalar { IsEmpty: true })
            return entry.Value;
        reading.Problems.Add(entry.KeyPlace, $"`{key}` is empty", "give it a value or remove the key");
        return null;
    }

    public string? Text(string key, string? requiredExample = null)
    {
        var node = Find(key, requiredExample);
        if (node is null or YamlScalar)
            return (node as YamlScalar)?.Text.Trim();
        reading.Problems.Add(node.Place, $"`{key}` is {node.Description}, expected a text");
        return null;
    }

    public bool Flag(string key)
    {
        var node = Find(key);
        if (node is null or YamlScalar { Text: "true" or "false" })
            return node is YamlScalar { Text: "true" };
        reading.Problems.Add(node.Place, $"`{key}` is {node.Description}, expected true or false");
        return false;
    }

    /// <summary>The position of a word in a list of words.</summary>
    public int? Choice(string key, string[] words, string? requiredExample = null) =>
        Find(key, requiredExample) is { } node ? ChoiceOf(node, key, words) : null;

    /// <summary>The positions of several words in a list of words; null where the key is absent.</summary>
    public List<int>? Choices(string key, string[] words, string? requiredExample = null)
    {
        if (Items(key, requiredExample) is not { } items)
            return null;
        var chosen = new List<int>();
        foreach (var item in items)
        {
            if (ChoiceOf(item, key, words) is { } choice && !chosen.Contains(choice))
                chosen.Add(choice);
        }

        return chosen;
    }

    /// <summary>The items of a list; a single value counts as a list of one. Null where the key is absent.</summary>
    public ImmutableArray<YamlNode>? Items(string key, string? requiredExample = null, bool mayBeEmpty = false)
    {
        if (Find(key, requiredExample) is not { } node)
            return null;
        if (node is not YamlList list)
            return [node];
        if (list.Items.IsEmpty && !mayBeEmpty)
            reading.Problems.Add(list.Place, $"`{key}` is an empty list", "name at least one, or remove the key");
        return list.Items;
    }

    /// <summary>The fields of a nested mapping; null where it is absent or not one.</summary>
    public Fields? Block(string key, string blockWhat, string example) =>
        Find(key) is { } node ? Of(node, blockWhat, reading, example) : null;

    /// <summary>Reports that what the mapping says does not go together.</summary>
    public void Refuse(string message, string hint) => reading.Problems.Add(map.Place, message, hint);

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close(Func<string, string?>? explain = null)
    {
        foreach (var entry in map.Entries)
        {
            if (_asked.Contains(entry.Key))
                continue;
            var explanation = explain?.Invoke(entry.Key);
            reading.Problems.Add(
                entry.KeyPlace,
                explanation ?? $"unknown key `{entry.Key}` in {what}",
                explanation is null ? NearestName.Hint(entry.Key, _asked) : "remove it or change the kind");
        }
    }

    private int? ChoiceOf(YamlNode node, string key, string[] words)
    {
        var index = node is YamlScalar scalar ? Array.IndexOf(words, scalar.Text) : -1;
        if (index >= 0)
            return index;
        var hint = node is YamlScalar { Text: var text } ? NearestName.Hint(text, words) : "expected one of: " + string.Join(", ", words);
        reading.Problems.Add(node.Place, $"unknown {key} {node.Description}", hint);
        return null;
    }
}
