using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Solving;

/// <summary>A case that somebody sends: a text that may name an embedded world and no file of this machine.</summary>
/// <param name="Source">The case, which is read where it is asked for.</param>
internal sealed record PostedCase(CaseSource Source)
{
    /// <summary>What messages call the body of a request.</summary>
    public const string Name = "case";

    private const int MostInstruments = 500;

    public static PostedCase Of(string text, string name = Name) => new(CaseSource.FromText(text, name, folder: Path.GetTempPath()));

    /// <summary>The case on its world.</summary>
    /// <exception cref="InputException">It holds mistakes, or names a file.</exception>
    /// <exception cref="ApiException">It names no embedded world.</exception>
    public BoundCase Open(OpenWorlds worlds) => Open(worlds, like: null);

    /// <summary>The same, with what another case already found of the world.</summary>
    public BoundCase Open(OpenWorlds worlds, BoundCase? like)
    {
        var read = Source.Case;
        RefuseFiles(read);
        if (CaseDates.Instruments(read).Count() > MostInstruments)
            throw new InputException(new InputProblem(Name, 0, 0, $"the case has more than {MostInstruments} instruments", "take instruments of one size together, or use the command line"));
        if (!OpenWorlds.Names.Contains(read.World))
            throw new ApiException(OpenWorlds.Unknown(read.World) with { File = Name, Line = read.WorldPlace?.Line, Column = read.WorldPlace?.Column });
        return Source.Open(worlds[read.World], like);
    }

    private static void RefuseFiles(Case read)
    {
        InputProblem[] files =
        [
            .. read.Evidence.Where(entry => entry.File is not null).Select(entry => new InputProblem(
                entry.Place.Source, entry.Place.Line, entry.Place.Column, $"the evidence `{entry.Name}` names a file, and the server reads none", "remove `file`; the command line checks quotes against files")),
        ];
        if (files.Length > 0)
            throw new InputException(files);
    }
}
