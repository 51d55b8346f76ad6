using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>A ban of what the sender sells.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in (0, 1].</param>
/// <param name="CommonList">True where all senders ban one common list of goods.</param>
internal sealed record ExportBan(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : Ban(Head, Scope, Coverage, CommonList)
{
    internal static InstrumentForm Written { get; } = new("export-ban", (head, fields) =>
        new ExportBan(head, FlowScope.Read(fields), fields.Fraction("coverage", Fraction.Share) ?? 1, fields.Flag("common-list")));

    internal override InstrumentForm Form => Written;

    private protected override bool IsEnforcedAtOrigin => true;
}
