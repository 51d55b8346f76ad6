using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>A node of a YAML text with the place where it stands.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>What it is, for a message.</summary>
    public abstract string Description { get; }
}

/// <summary>A single value; YAML's own types are not used, so it is always a text.</summary>
internal sealed record YamlScalar(Place Place, string Text, bool IsQuoted) : YamlNode(Place)
{
    /// <summary>Nothing was written.</summary>
    public bool IsEmpty => Text.Length == 0 || (!IsQuoted && Text is "~" or "null");

    public override string Description => IsEmpty ? "nothing" : $"`{Text}`";
}

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place)
{
    public override string Description => "a list";
}

/// <summary>A mapping; its keys are unique.</summary>
internal sealed record YamlMap(Place Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place)
{
    public override string Description => "a mapping";

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }
}

/// <summary>A key of a mapping and its value.</summary>
internal sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);
