using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>A ban of what the sender buys.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in [0, 1].</param>
/// <param name="CommonList">True where one list of goods is closed to all origins.</param>
internal sealed record ImportBan(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : Ban(Head, Scope, Coverage, CommonList)
{
    internal static InstrumentForm Written { get; } = new("import-ban", (head, fields) =>
    {
        var scope = FlowScope.Read(fields);
        var (coverage, listed) = fields.Coverage(scope);
        return new ImportBan(head, scope, coverage, fields.Flag("common-list")) { Listed = listed };
    });

    internal override InstrumentForm Form => Written;

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;

    private protected override bool IsEnforcedAtOrigin => false;
}
