using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Effects;

namespace Samarkand.Reports.Words;

/// <summary>What a reader should know of the names in a case: what was read as something else, and what covers less than it says.</summary>
internal static class NameGrounds
{
    /// <summary>One sentence each; none where every name is the world's own and covers all that it says.</summary>
    public static IReadOnlyList<string> Of(BoundCase bound) => [.. bound.ReadAs.Concat(bound.CoversLess).Select(sentence => $"{sentence}.")];

    /// <summary>The same with those of the case that it is compared with.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer) => answer.Other is { } other ? [.. Of(answer.Case).Union(Of(other.Case))] : Of(answer.Case);

    /// <summary>Writes them as an array <c>names</c>.</summary>
    public static void Write(IEnumerable<string> sentences, Utf8JsonWriter json)
    {
        json.WriteStartArray("names");
        foreach (var sentence in sentences)
            json.WriteStringValue(sentence);
        json.WriteEndArray();
    }
}
