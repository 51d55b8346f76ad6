using Samarkand.Cases.Reading;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>The text of a case and the edits over it, to be read again with other values.</summary>
/// <param name="Text">The case as it is written.</param>
/// <param name="Source">The file, or a name for the text.</param>
/// <param name="Overrides">Edits, each <c>path=value</c>.</param>
public sealed record CaseText(string Text, string Source, IReadOnlyList<string> Overrides)
{
    /// <summary>The days for which the case's dates are applied; null for every instrument in full.</summary>
    public Period? Period { get; init; }

    /// <summary>Reads the case with further edits.</summary>
    /// <exception cref="InputException">The text or an edit is wrong.</exception>
    public Case Read(params IReadOnlyList<string> further) => InPeriod(CaseReader.Parse(Text, Source, [.. Overrides, .. further]));

    /// <summary>The text parsed and edited, to be read many times.</summary>
    internal CaseTree Parse() => CaseTree.Parse(Text, Source, Overrides);

    internal Case InPeriod(Case read) => Period is null ? read : CaseDates.Over(read, Period);
}
