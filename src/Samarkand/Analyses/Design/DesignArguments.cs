using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>Reads what a command line asks of a design as a case would write it.</summary>
internal static class DesignArguments
{
    /// <summary>The sectors that an argument names.</summary>
    /// <param name="argument">Where the names stand, for messages.</param>
    /// <param name="text">Codes, tags or <c>all</c> with commas between them.</param>
    /// <param name="world">The world.</param>
    /// <param name="tell">Told which tag covers less than it says; or null.</param>
    /// <exception cref="InputException">A name that the world does not hold.</exception>
    public static ImmutableArray<Sector> Sectors(string argument, string text, World world, Action<string>? tell = null)
    {
        var (place, problems) = (new Place(argument, 0, 0), new ProblemList(argument));
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.Contains(""))
            problems.Add(place, $"`{text}` has an empty name", "write codes or tags with commas between them, such as energy,electronics");
        problems.ThrowIfAny();
        var known = new SectorNames(world, problems);
        var sectors = known.Set([.. names.Select(name => new SectorName(name, place))]);
        problems.ThrowIfAny();
        foreach (var less in tell is null ? [] : known.CoversLess)
            tell!($"{less}.");
        return sectors;
    }

    /// <summary>An amount a year.</summary>
    /// <param name="argument">Where it stands, for messages.</param>
    /// <param name="text">An amount of money such as <c>10 bn USD</c>, or a percentage of an income such as <c>0.1 %</c>.</param>
    /// <param name="income">That income, million USD a year.</param>
    /// <returns>Million USD a year, above 0.</returns>
    /// <exception cref="InputException">It is neither.</exception>
    public static double Amount(string argument, string text, double income)
    {
        var (node, reading) = (new YamlScalar(new Place(argument, 0, 0), text.Trim(), IsQuoted: true), new ReaderState(new ProblemList(argument)));
        var name = argument.TrimStart('-');
        var amount = node.Text.EndsWith('%')
            ? Quantities.Percentage(node, name, reading) * income
            : Quantities.Amount(node, name, NumberRange.AboveZero, reading);
        if (amount == 0)
            reading.Problems.Add(node.Place, "0 percent is no amount to look for", "write one above 0, such as 0.1 %");
        reading.Problems.ThrowIfAny();
        return amount!.Value;
    }
}
