using Samarkand.Worlds;

namespace Samarkand.Cli;

/// <summary>Opens the world that a case is likely to name on another thread while the case is still being read.</summary>
internal sealed class WorldShelf(string likely)
{
    private readonly Task<World>? _opening = WorldCatalog.Names.Contains(likely) ? Task.Run(() => WorldCatalog.Open(likely)) : null;

    public World Open(string name) => name == likely && _opening is not null ? _opening.GetAwaiter().GetResult() : WorldCatalog.Open(name);
}
