using System.Collections.Immutable;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Scenarios;

/// <summary>One of many cases, opened on its world, from which its scenarios are made.</summary>
internal sealed class ScenarioCase
{
    private readonly ImmutableArray<GridAxis> _axes;
    private readonly ImmutableArray<string> _units;

    private ScenarioCase(CaseSource source, BoundCase bound, ImmutableArray<GridAxis> axes)
    {
        (Source, Bound, _axes) = (source, bound, axes);
        _units = [.. axes.Select(axis => axis.Unit.Length > 0 ? $" {axis.Unit}" : WrittenUnit(axis))];
    }

    /// <summary>The case as it was given.</summary>
    public CaseSource Source { get; }

    /// <summary>The case at its own values.</summary>
    public BoundCase Bound { get; }

    /// <summary>The world's name or folder, as it was found.</summary>
    public World World => Bound.World;

    /// <summary>Opens a case, and checks that it has the numbers that are varied.</summary>
    /// <param name="source">The case.</param>
    /// <param name="worlds">The worlds that are open; takes the case's.</param>
    /// <param name="axes">What is varied.</param>
    /// <exception cref="InputException">The case or its world holds mistakes, or has no such numbers.</exception>
    public static ScenarioCase Open(CaseSource source, Dictionary<string, World> worlds, ImmutableArray<GridAxis> axes)
    {
        var name = source.World;
        if (!worlds.TryGetValue(name, out var world))
            worlds.Add(name, world = CaseWorld.Open(source.Case, name));
        var bound = source.Open(world);
        foreach (var axis in axes)
            CheckPath(source, axis);
        return new ScenarioCase(source, bound, axes);
    }

    /// <summary>How the scenario at some values is called: the file, and each number as it is typed.</summary>
    public string Name(ImmutableArray<int> at) => string.Join(' ', [Source.Source, .. _axes.Select((axis, a) => $"{axis.Path}={axis.Numbers[at[a]]} {axis.Unit}".TrimEnd())]);

    /// <summary>The case at some values. An instrument whose size is 0 is left out, also where a case cannot write that.</summary>
    /// <exception cref="InputException">The case cannot have one of them.</exception>
    public BoundCase At(ImmutableArray<int> at)
    {
        if (_axes.IsEmpty)
            return Bound;
        var place = new Place(Name(at), 0, 0);
        var (values, absent) = (new List<CaseValue>(), new HashSet<string>());
        for (var a = 0; a < _axes.Length; a++)
        {
            if (_axes[a].Values[at[a]] == 0 && AbsentInstruments.At(Source.Case, _axes[a].Path) is { } instrument)
                absent.Add(instrument);
            else
                values.Add(new CaseValue(_axes[a].Path, $"{_axes[a].Numbers[at[a]]}{_units[a]}", place));
        }

        return Source.Open(World, values, absent, Bound.BaselineRoutes);
    }

    // Money keeps the unit that the case writes; a share in percent may be given bare, as with any edit.
    private string WrittenUnit(GridAxis axis) => WrittenNumber.Of(Source.Tree.TextAt(axis.Path)) is { IsPercentage: false, Unit: var unit } ? unit : "";

    private static void CheckPath(CaseSource source, GridAxis axis)
    {
        if (source.Tree.TextAt(axis.Path) is { } text)
        {
            if (WrittenNumber.Of(text) is null && text is not ("inf" or ".inf"))
                throw GridAxis.Wrong(axis.Path, $"is `{text}` in {source.Source}, and only a number can be varied", "name the path of a number, such as package.0.coverage");
            return;
        }

        // A number that the case leaves to its default may be varied too: where no value is possible, there is no such number.
        InputException? first = null;
        foreach (var number in axis.Numbers)
        {
            try
            {
                source.Tree.Read([new CaseValue(axis.Path, $"{number} {axis.Unit}".TrimEnd(), new Place(new Parameter("vary", axis.Path).ToString(), 0, 0))]);
                return;
            }
            catch (InputException wrong)
            {
                first ??= wrong;
            }
        }

        throw first!;
    }
}
