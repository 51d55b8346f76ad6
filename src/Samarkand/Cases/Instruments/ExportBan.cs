using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>A ban of what the sender sells.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in [0, 1].</param>
/// <param name="CommonList">True where all senders ban one common list of goods.</param>
internal sealed record ExportBan(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : Ban(Head, Scope, Coverage, CommonList)
{
    internal static InstrumentForm Written { get; } = new("export-ban", (head, fields) =>
    {
        var scope = FlowScope.Read(fields);
        var (coverage, listed) = fields.Coverage(scope);
        return new ExportBan(head, scope, coverage, fields.Flag("common-list")) { Listed = listed };
    });

    internal override InstrumentForm Form => Written;

    private protected override bool IsEnforcedAtOrigin => true;
}
