using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Reports.Documents;
using Samarkand.Web.Problems;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Web.Solving;

/// <summary>The embedded worlds, each opened once. No other world can be asked for: the server reads no folder.</summary>
internal sealed class OpenWorlds
{
    private readonly ConcurrentDictionary<string, Lazy<World>> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names => WorldCatalog.Names;

    /// <summary>The world of that name.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public World this[string name] => Names.Contains(name)
        ? _open.GetOrAdd(name, _ => new Lazy<World>(() => WorldCatalog.Open(name))).Value
        : throw new ApiException(Unknown(name));

    /// <summary>The first digits of the hash of a world's numbers, as a manifest has it: which version of the world it is.</summary>
    public string Version(World world) => _versions.GetOrAdd(world.About.Name, _ => Manifest.Hash(BinaryWorld.Write(world))[..12]);

    /// <summary>Opens the world of most cases, so that the first question does not wait for it.</summary>
    public void Warm() => _ = Task.Run(() => Version(this[Case.DefaultWorld]));

    /// <summary>Says that there is no such world.</summary>
    public static ApiProblem Unknown(string name) =>
        ApiProblem.Of(404, "world", "There is no such world", $"there is no world `{(name.Length > 60 ? name[..60] : name)}` here", $"the worlds are {string.Join(", ", Names)}; worlds of your own are for the command line");
}
