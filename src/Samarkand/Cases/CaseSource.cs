using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>
/// A case as somebody gives it: a text, edits over it, the days for which its dates are applied, and where its world and its documents
/// stand. It is parsed once, whatever is asked of it, and opened on its world in one call.
/// </summary>
public sealed class CaseSource
{
    private readonly Lazy<CaseTree> _tree;
    private readonly Lazy<Case> _case;

    private CaseSource(string text, string source, string folder, IReadOnlyList<string> overrides)
    {
        (Text, Source, Folder, Overrides) = (text, source, folder, overrides);
        _tree = new Lazy<CaseTree>(() => CaseTree.Parse(text, source, overrides));
        _case = new Lazy<Case>(() => _tree.Value.Read([]));
    }

    private CaseSource(CaseSource other)
    {
        (Text, Source, Folder, Overrides) = (other.Text, other.Source, other.Folder, other.Overrides);
        (_tree, _case, Period, Documents) = (other._tree, other._case, other.Period, other.Documents);
    }

    /// <summary>The case as it is written.</summary>
    public string Text { get; }

    /// <summary>The file, or a name for the text, as messages show it.</summary>
    public string Source { get; }

    /// <summary>The folder to which the paths that the case names are relative.</summary>
    public string Folder { get; }

    /// <summary>The edits over the text; see <see cref="With"/>.</summary>
    public IReadOnlyList<string> Overrides { get; }

    /// <summary>The days for which the case's dates are applied; null for every instrument in full.</summary>
    public Period? Period { get; private init; }

    /// <summary>The folder of documents in which every quote must stand; null where only those are checked that name a file of their own.</summary>
    public string? Documents { get; private init; }

    /// <summary>The case with its edits, its names not yet looked up and its dates not applied. What is odd is in <see cref="Case.Notes"/>.</summary>
    /// <exception cref="InputException">The text or an edit holds mistakes: all of them, with line and column.</exception>
    public Case Case => _case.Value;

    /// <summary>The world that the case is about: the name of an embedded one, or the path of its folder.</summary>
    /// <exception cref="InputException">As for <see cref="Case"/>.</exception>
    public string World => CaseWorld.Find(Case, Folder);

    /// <summary>The text parsed and edited, from which the case is read again with other values.</summary>
    internal CaseTree Tree => _tree.Value;

    /// <summary>The case in a file.</summary>
    /// <param name="path">The file, a YAML text in UTF-8 of at most 1 MiB.</param>
    /// <param name="overrides">As for <see cref="With"/>.</param>
    /// <exception cref="InputException">There is no such file, or it is not such a text.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    ///
    /// var source = CaseSource.FromFile("cases/west-russia-costs.yaml");
    /// var milder = source.With("package.0.factor=1.2");
    /// Console.WriteLine($"{milder.Open().Title} ({source.World})");
    /// </code>
    /// </example>
    public static CaseSource FromFile(string path, params IReadOnlyList<string> overrides) =>
        new(CaseFile.ReadText(path), path, Path.GetDirectoryName(Path.GetFullPath(path))!, overrides);

    /// <summary>A case that comes from elsewhere, such as standard input, read to its end.</summary>
    /// <param name="stream">The YAML text, as in a file.</param>
    /// <param name="source">A name for it, as messages show it.</param>
    /// <param name="folder">The folder to which its paths are relative; null for the current one.</param>
    /// <exception cref="InputException">It is not such a text.</exception>
    public static CaseSource FromStream(Stream stream, string source, string? folder = null) => FromText(CaseFile.ReadText(stream, source), source, folder);

    /// <summary>A case in a text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="source">A name for it, as messages show it.</param>
    /// <param name="folder">The folder to which its paths are relative; null for the current one.</param>
    public static CaseSource FromText(string text, string source = "case", string? folder = null) =>
        new(text, source, folder ?? Directory.GetCurrentDirectory(), []);

    /// <summary>The same case with further edits, made before it is read.</summary>
    /// <param name="overrides">
    /// Each <c>path=value</c>, such as <c>package.0.coverage=0.5</c>. One that starts with <c>--</c>, such as <c>--horizon=long</c>, is the
    /// same edit of the key after the dashes, as somebody's parameter of that name; <c>--stance=CHN=rescue</c> is a stance over the case's
    /// (see <see cref="Case.StanceChanges"/>). Paths in edits are relative to the current folder.
    /// </param>
    public CaseSource With(params IReadOnlyList<string> overrides) =>
        new(Text, Source, Folder, [.. Overrides, .. overrides]) { Period = Period, Documents = Documents };

    /// <summary>The same case, its dates applied for a period: see <see cref="CaseDates.Over"/>.</summary>
    /// <param name="period">The days, or null for every instrument in full.</param>
    public CaseSource Over(Period? period) => new(this) { Period = period };

    /// <summary>The same case, with every quote checked.</summary>
    /// <param name="folder">The folder of documents, or null.</param>
    public CaseSource QuotedFrom(string? folder) => new(this) { Documents = folder };

    /// <summary>
    /// Opens the case on its world: reads it, checks its quotes, looks up its names, and applies its dates where a period is set. The whole
    /// case is checked, also what is not in force.
    /// </summary>
    /// <exception cref="InputException">The case, its documents or its world hold mistakes: all of the first that has any, with their places.</exception>
    public BoundCase Open()
    {
        var likely = LikelyWorld.Begin(Text, Overrides);
        var world = World;
        return Open(likely.Take(world) ?? CaseWorld.Open(Case, world));
    }

    /// <summary>Opens the case on a world that is at hand; its own is not looked at.</summary>
    /// <param name="world">The world.</param>
    /// <exception cref="InputException">As for <see cref="Open()"/>.</exception>
    public BoundCase Open(World world) => Open(world, like: null);

    /// <summary>The same, with what another case on that world already found of it.</summary>
    /// <param name="world">The world.</param>
    /// <param name="like">A case that was opened on that world before, or null.</param>
    /// <exception cref="InputException">As for <see cref="Open()"/>.</exception>
    internal BoundCase Open(World world, BoundCase? like)
    {
        EvidenceCheck.Run(Case, Folder, Documents);
        var whole = CaseBinder.BindKnowing(Case with { World = World }, world, like?.BaselineRoutes, like?.Outlets);
        return Period is null ? whole : whole.Over(Period);
    }

    /// <summary>The case with further values, which was opened on the same world before.</summary>
    /// <param name="world">The world.</param>
    /// <param name="values">The values.</param>
    /// <param name="absent">The paths of instruments that are left out.</param>
    /// <param name="known">The routes before any ban, as they were found then.</param>
    /// <exception cref="InputException">The case cannot have one of the values.</exception>
    internal BoundCase Open(World world, IReadOnlyList<CaseValue> values, IReadOnlySet<string> absent, BaselineRoutes? known)
    {
        var whole = CaseBinder.BindKnowing(AbsentInstruments.LeaveOut(Tree.Read(values), absent) with { World = World }, world, known, null);
        return Period is null ? whole : whole.Over(Period);
    }

    /// <summary>The case in its period, bound to a world once more: it was opened before.</summary>
    internal BoundCase Bind(World world) => InPeriod(Case).BindTo(world);

    internal Case InPeriod(Case read) => Period is null ? read : CaseDates.Over(read, Period);
}
