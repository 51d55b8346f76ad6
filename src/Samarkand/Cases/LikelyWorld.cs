using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>The embedded world that a case seems to name, opened on another thread while the case is still being read.</summary>
internal sealed class LikelyWorld
{
    private const string Key = "world";

    private readonly string _name;
    private readonly Task<World>? _opening;

    private LikelyWorld(string name) =>
        (_name, _opening) = (name, WorldCatalog.Names.Contains(name) ? Task.Run(() => WorldCatalog.Open(name)) : null);

    public static LikelyWorld Begin(string text, IReadOnlyList<string> overrides) => new(Edited(overrides) ?? Written(text) ?? Case.DefaultWorld);

    /// <summary>The world where the guess was right, else null.</summary>
    public World? Take(string name) => name == _name ? _opening?.GetAwaiter().GetResult() : null;

    private static string? Edited(IReadOnlyList<string> overrides) =>
        overrides.LastOrDefault(edit => edit.TrimStart('-').StartsWith($"{Key}=", StringComparison.Ordinal)) is { } last ? last[(last.IndexOf('=') + 1)..].Trim() : null;

    private static string? Written(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith($"{Key}:"))
                return line[(Key.Length + 1)..].Trim().ToString();
        }

        return null;
    }
}
