using System.Text.RegularExpressions;
using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>What stands in a part of a store, and whose it is.</summary>
/// <param name="place">The part.</param>
internal sealed partial class StoredResults(StorePlace place)
{
    /// <summary>What an object is told to carry: the hash of its bytes, so that nobody has to read them for it.</summary>
    public const string HashName = "sha256";

    /// <summary>The manifest of results that are being put.</summary>
    public const string NextManifest = $"{FolderManifest.Name}.partial";

    /// <summary>A name for an object that only finds out what the store does.</summary>
    public static string NewProbe() => $"samarkand-{Guid.NewGuid():N}.probe";

    /// <summary>Looks.</summary>
    /// <param name="blocks">The blocks that belong there, and are left out; or null.</param>
    public FolderContents Of(BlockKind? blocks)
    {
        var names = place.Names("");
        var (manifest, next) = (Manifest(names, FolderManifest.Name), Manifest(names, NextManifest));
        var listed = (manifest ?? []).Concat(next ?? []).ToLookup(file => file.Name, file => file.Sha256);
        var kinds = names.Where(name => blocks?.Holds(name) != true).ToLookup(KindOf);
        return new FolderContents([.. kinds[Kind.Own]], [.. kinds[Kind.Changed]], [.. kinds[Kind.Foreign]], [.. kinds[Kind.LeftOver]]);

        Kind KindOf(string name) => name switch
        {
            FolderManifest.Name => manifest is null ? Kind.Foreign : Kind.Own,
            NextManifest => next is null ? Kind.Foreign : Kind.LeftOver,
            // Of somebody who was killed; who is still at work takes another.
            _ when Probe().IsMatch(name) => Kind.LeftOver,
            _ when !listed.Contains(name) => Kind.Foreign,
            _ => listed[name].Contains(HashOf(name)) ? Kind.Own : Kind.Changed,
        };
    }

    private ListedFile[]? Manifest(List<string> names, string name) => names.Contains(name) ? FolderManifest.Parse(place.Read(name)) : null;

    private string? HashOf(string name) => place.CarriedHashOf(name) ?? (place.HashOf(name) is { } hash ? Convert.ToHexStringLower(hash) : null);

    [GeneratedRegex(@"\Asamarkand-[0-9a-f]{32}\.probe\z")]
    private static partial Regex Probe();

    private enum Kind
    {
        Own,
        Changed,
        Foreign,
        LeftOver,
    }
}
