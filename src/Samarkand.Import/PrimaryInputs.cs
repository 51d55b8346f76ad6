using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Samarkand.Import;

/// <summary>What a row or column of a published table holds that is neither a sector nor final demand.</summary>
internal enum AccountKind
{
    /// <summary>A part of value added, such as wages.</summary>
    ValueAddedPart,

    /// <summary>All of value added.</summary>
    ValueAdded,

    /// <summary>Taxes less subsidies on products, transport margins, and adjustments: what else an industry's output pays for.</summary>
    Taxes,

    /// <summary>The industry's output.</summary>
    Output,

    /// <summary>A sum that says nothing new: of inputs, of exports, of the discrepancy.</summary>
    Other,
}

/// <summary>The codes by which published tables name value added, taxes and totals; letter case is ignored.</summary>
internal static class PrimaryInputs
{
    private static readonly FrozenDictionary<string, AccountKind> Rows = Table(
        (AccountKind.ValueAddedPart, "D1 D11 D12 D29X39 B2A3G B2A3N B2G B3G P51C K1 LABR OTXS GOPS COMP LAB CAP W W-LABOUR W-LABOR W-CAPITAL W_LABOUR W_CAPITAL LABOUR LABOR CAPITAL"),
        (AccountKind.ValueAdded, "VA XVA VALU VALUE_ADDED VA_BP B1G B1GQ GVA R64"),
        (AccountKind.Taxes, "TLS TAXSUB TAX TAXES TXSP XTXSP D21X31 D21 R99 TXS_INT_FNL TXS_IMP_FNL OP_RES OP_NRES PURR XPURR PURNR XPURNR R61 R62 R63 R65 TRS EXP_ADJ INTTTM XMRG_INT CIFFOB XSD"),
        (AccountKind.Output, "OUT OUTPUT GO XGO P1 R69"),
        (AccountKind.Other, "TOT TOTAL II_FOB XII R60 TTL_INT_FNL P2 P2_FOB"));

    private static readonly FrozenDictionary<string, AccountKind> Columns = Table(
        (AccountKind.Output, "OUT OUTPUT TOTAL TOT GO XGO"),
        (AccountKind.Other, "XX XM XMRG_INT"));

    /// <summary>What a row of that code holds; null for a code that is none of these.</summary>
    public static AccountKind? Row(string code, ImmutableArray<string> own) =>
        own.Contains(code) ? AccountKind.ValueAddedPart : Rows.TryGetValue(code, out var kind) ? kind : null;

    /// <summary>What a column of that code holds; null for a code that is none of these.</summary>
    public static AccountKind? Column(string code) => Columns.TryGetValue(code, out var kind) ? kind : null;

    private static FrozenDictionary<string, AccountKind> Table(params (AccountKind Kind, string Codes)[] kinds) => kinds
        .SelectMany(entry => entry.Codes.Split(' '), (entry, code) => KeyValuePair.Create(code, entry.Kind))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
