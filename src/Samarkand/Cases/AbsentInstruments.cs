using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>A case without some of its instruments, as if the size of each were nothing.</summary>
internal static class AbsentInstruments
{
    // Keys of sizes that a case cannot write as 0: an instrument that does nothing is left out instead.
    private static readonly string[] Sizes = ["coverage", "cost", "settled", "discount", "amount"];

    /// <summary>The path of the instrument that does nothing where the number at a path is 0; null where there is none.</summary>
    public static string? At(Case theCase, string path)
    {
        var end = path.LastIndexOf('.');
        return end > 0 && Sizes.Contains(path[(end + 1)..]) && CaseDates.Instruments(theCase).Any(instrument => instrument.Head.Path == path[..end]) ? path[..end] : null;
    }

    /// <summary>The case without the instruments at some paths, and so without expected figures; its packages may be empty.</summary>
    public static Case LeaveOut(Case theCase, IReadOnlySet<string> paths)
    {
        return paths.Count == 0 ? theCase : theCase with
        {
            Expected = [],
            Package = Left(theCase.Package),
            Secondary = theCase.Secondary is { } secondary ? secondary with { Package = Left(secondary.Package) } : null,
            Retaliation = theCase.Retaliation is { } retaliation ? retaliation with { Package = Left(retaliation.Package) } : null,
            Players = [.. theCase.Players.Select(player => player with
            {
                Means = Left(player.Means),
                Actions = [.. player.Actions.Select(action => action with { Package = Left(action.Package) })],
            })],
        };

        ImmutableArray<Instrument> Left(ImmutableArray<Instrument> package) => package.RemoveAll(instrument => paths.Contains(instrument.Head.Path));
    }
}
