using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Analyses.Scenarios;

/// <summary>Many cases, each at every combination of a grid.</summary>
/// <param name="Cases">The cases that can be read, in the order in which they were given.</param>
/// <param name="Unread">Those that cannot.</param>
/// <param name="Grid">What is varied.</param>
internal sealed record ScenarioSet(ImmutableArray<ScenarioCase> Cases, ImmutableArray<FailedScenario> Unread, ScenarioGrid Grid)
{
    /// <summary>How many scenarios can be asked for.</summary>
    public int Count => Cases.Length * Grid.Count;

    /// <summary>The scenario of a number: all combinations of one case stand together.</summary>
    public Scenario this[int number] => new(number, Cases[number / Grid.Count], Grid.At(number % Grid.Count));

    /// <summary>The worlds, in the order in which cases ask for them.</summary>
    public IReadOnlyList<World> Worlds => [.. Cases.Select(one => one.World).Distinct(ReferenceEqualityComparer.Instance).Cast<World>()];

    /// <summary>Opens cases; each world is opened once.</summary>
    /// <param name="cases">Each reads one case.</param>
    /// <param name="grid">What is varied.</param>
    /// <param name="open">Worlds that are open already, as cases find them; or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">No case can be read, or the grid gives too many scenarios.</exception>
    public static ScenarioSet Open(IReadOnlyList<(string Name, Func<CaseSource> Read)> cases, ScenarioGrid grid, IReadOnlyDictionary<string, World>? open = null, CancellationToken cancellation = default)
    {
        grid.CheckCount(cases.Count);
        var (worlds, opened, unread) = (new Dictionary<string, World>(open ?? new Dictionary<string, World>()), ImmutableArray.CreateBuilder<ScenarioCase>(), ImmutableArray.CreateBuilder<FailedScenario>());
        var problems = new List<InputProblem>();
        foreach (var (name, read) in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                opened.Add(ScenarioCase.Open(read(), worlds, grid.Axes));
            }
            catch (InputException wrong)
            {
                problems.AddRange(wrong.Problems);
                unread.Add(new FailedScenario(name, null, IsRead: false, FailedScenario.ReasonOf(wrong, name)));
            }
        }

        return opened.Count > 0 ? new ScenarioSet(opened.ToImmutable(), unread.ToImmutable(), grid) : throw new InputException([.. problems.Distinct()]);
    }

    /// <summary>What the answers depend on.</summary>
    internal KeptInputs Inputs(string kept) => new(
        [
            ("samarkand", Made.Version),
            ("world", string.Join(' ', Worlds.Select(world => world.About.Name))),
            ("world_sha256", Hash(Worlds.Select(BinaryWorld.Write))),
            ("cases", FormattableString.Invariant($"{Cases.Length}")),
            ("case_sha256", Hash(Cases.SelectMany(one => (byte[][])[Encoding.UTF8.GetBytes(one.Source.Source), Encoding.UTF8.GetBytes(one.Source.Text)]))),
            ("overrides", string.Join(' ', Cases[0].Source.Overrides)),
            ("vary", string.Join(' ', Grid.Axes.Select(axis => $"{axis.Path}={string.Join(',', axis.Numbers)}{axis.Unit}"))),
            ("period", Cases[0].Source.Period?.Name ?? ""),
            ("tables", kept),
        ]);

    private static string Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
