using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Analyses.Scenarios;

/// <summary>Every combination of the values of some numbers; without numbers, the case as it stands.</summary>
/// <param name="Axes">The numbers; the last one changes first.</param>
internal sealed record ScenarioGrid(ImmutableArray<GridAxis> Axes)
{
    /// <summary>How many combinations.</summary>
    public int Count { get; } = Product(Axes);

    /// <summary>Reads what is varied.</summary>
    /// <param name="texts">Each as <see cref="GridAxis.Read"/> takes it.</param>
    /// <exception cref="InputException">One cannot be read, a path stands twice, or there are too many combinations.</exception>
    public static ScenarioGrid Read(IReadOnlyList<string> texts)
    {
        var axes = texts.Select(GridAxis.Read).ToImmutableArray();
        if (axes.GroupBy(axis => axis.Path).FirstOrDefault(same => same.Count() > 1) is { Key: var path })
            throw GridAxis.Wrong(path, "is varied twice", "name each path once, with all its values");
        return new ScenarioGrid(axes);
    }

    /// <summary>Which value of each number a combination has.</summary>
    public ImmutableArray<int> At(int combination)
    {
        var places = new int[Axes.Length];
        for (var a = Axes.Length - 1; a >= 0; a--)
            (combination, places[a]) = Math.DivRem(combination, Axes[a].Numbers.Length);
        return [.. places];
    }

    /// <summary>Checks how many scenarios it gives of some cases.</summary>
    /// <exception cref="InputException">They are too many.</exception>
    public void CheckCount(int cases)
    {
        if ((long)cases * Count > GridAxis.MostScenarios)
            throw TooMany(Axes, cases);
    }

    private static int Product(ImmutableArray<GridAxis> axes)
    {
        var count = 1L;
        foreach (var axis in axes)
        {
            count *= axis.Numbers.Length;
            if (count > GridAxis.MostScenarios)
                throw TooMany(axes, 1);
        }

        return (int)count;
    }

    private static InputException TooMany(ImmutableArray<GridAxis> axes, int cases)
    {
        var count = axes.Aggregate((double)cases, (product, axis) => product * axis.Numbers.Length);
        var message = string.Create(CultureInfo.InvariantCulture, $"would give {count:N0} scenarios; expected at most {GridAxis.MostScenarios:N0}");
        return new Parameter("vary").Wrong(message, "take fewer values or fewer cases");
    }
}
