using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;

namespace Samarkand.Documents.Drafting;

/// <summary>The passages that a drafted case rests on, each once and under a name, with the file in which its quote stands.</summary>
internal sealed class DraftEvidence(DocumentReading reading, string? path)
{
    private readonly Dictionary<(string Document, int Start), string> _names = [];
    private readonly List<string> _entries = [];
    private readonly Dictionary<string, string> _extracted = [];

    public IReadOnlyList<string> Entries => _entries;

    /// <summary>The texts of documents that are no plain text, by the names of the files beside the case.</summary>
    public ImmutableDictionary<string, string> Extracted => _extracted.ToImmutableDictionary();

    /// <summary>The names of the passages of claims, as a case writes them.</summary>
    public string Of(IEnumerable<Claim> claims)
    {
        var names = claims.Select(NameOf).Distinct().ToArray();
        return names.Length == 1 ? names[0] : $"[{string.Join(", ", names)}]";
    }

    /// <summary>A text as YAML and JSON both read it.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private string NameOf(Claim claim)
    {
        if (_names.TryGetValue((claim.Document, claim.Start), out var known))
            return known;
        var name = FormattableString.Invariant($"{claim.Act}-{_names.Count + 1}");
        _names.Add((claim.Document, claim.Start), name);
        var document = reading.Find(claim.Document);
        _entries.Add($"  {name}:\n    source: {Quoted($"{document.Title} ({Path.GetFileName(document.Name)})")}\n    quote: {Quoted(SingleSpaced(claim.Quote))}{(path is null ? "" : $"\n    file: {Quoted(FileOf(document, path))}")}");
        return name;
    }

    // Relative to the case, so that both can be moved together.
    private string FileOf(DocumentText document, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (document.IsPlain && document.Name != "standard input")
            return Path.GetRelativePath(folder, Path.GetFullPath(document.Name)).Replace('\\', '/');
        var stem = Path.GetFileNameWithoutExtension(path);
        var number = _extracted.Keys.Count(name => name.StartsWith(stem, StringComparison.Ordinal));
        var existing = _extracted.FirstOrDefault(one => one.Value == document.Text).Key;
        var name = existing ?? (number == 0 ? $"{stem}.document.txt" : FormattableString.Invariant($"{stem}.document-{number + 1}.txt"));
        _extracted[name] = document.Text;
        return name;
    }

    private static string SingleSpaced(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                result.Append(letter);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString();
    }
}
