using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>Something that ties one state to another, or to an organisation.</summary>
/// <param name="Kind"><c>membership</c>, <c>ideal-point</c> (votes in the United Nations General Assembly), <c>roll-call</c> (one of them) or <c>lending</c>.</param>
/// <param name="Region">The state.</param>
/// <param name="With">The organisation, or the lender, or the resolution.</param>
/// <param name="Obligation">What a member owes the others: <c>defence</c>, <c>consultation</c>, <c>customs-union</c>, <c>none</c>; empty for the other kinds.</param>
/// <param name="Value">The ideal point, the vote (see <see cref="RollCall"/>), or lending as a share of GDP; null for a membership.</param>
/// <param name="Date">Since when, or of when: a year, or a date as year-month-day.</param>
/// <param name="Source">Treaty, or data set.</param>
public sealed record Tie(string Kind, string Region, string With, string Obligation, double? Value, string Date, string Source)
{
    internal static readonly string[] Header = ["kind", "region", "with", "obligation", "value", "date", "source"];

    internal string[] Row => [Kind, Region, With, Obligation, Value?.ToString("R", CultureInfo.InvariantCulture) ?? "", Date, Source];
}
