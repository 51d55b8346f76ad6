using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads changes of stances from the edits of a case: <c>--stance=CHN=rescue</c>.</summary>
internal static class StanceChangeReader
{
    private const string Option = "--stance=";

    public static bool IsStance(string edit) => edit.StartsWith(Option, StringComparison.Ordinal);

    /// <summary>The changes among the edits, in order.</summary>
    /// <param name="edits">The edits; those of values are passed over.</param>
    /// <param name="problems">Takes what is not written as it should be, and stances that do not exist.</param>
    public static ImmutableArray<StanceChange> Read(IReadOnlyList<string> edits, ProblemList problems)
    {
        var changes = ImmutableArray.CreateBuilder<StanceChange>();
        foreach (var edit in edits)
        {
            if (IsStance(edit) && ReadOne(edit[Option.Length..], problems) is { } change)
                changes.Add(change);
        }

        return changes.ToImmutable();
    }

    private static StanceChange? ReadOne(string text, ProblemList problems)
    {
        var equals = text.IndexOf('=');
        var region = equals < 0 ? text : text[..equals].Trim();
        var place = PlaceOf(region);
        if (equals < 0 || region.TrimEnd('?').Length == 0)
        {
            problems.Add(PlaceOf(text), "expected REGION=STANCE", $"write it like {new Parameter("stance", "CHN=neutral")}");
            return null;
        }

        var name = text[(equals + 1)..].Trim();
        var stance = Array.IndexOf(Stances.Names, name);
        if (stance < 0)
        {
            problems.Add(place, $"unknown stance `{name}`", NearestName.Hint(name, Stances.Names));
            return null;
        }

        return new StanceChange(new RegionName(region.TrimEnd('?'), region.EndsWith('?'), place), (Stance)stance);
    }

    private static Place PlaceOf(string change) => new($"{new Parameter("stance", change)}", 0, 0);
}
