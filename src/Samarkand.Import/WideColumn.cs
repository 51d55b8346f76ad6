namespace Samarkand.Import;

/// <summary>What a column of a wide table holds.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Region">The code of its region as the table has it; empty for a column of totals.</param>
/// <param name="Code">The code of its industry or category.</param>
internal sealed record WideColumn(WideKind Kind, string Region, string Code)
{
    private const string Discrepancy = "DISC";
    private const string AllFinal = "FD";

    private static readonly string[] WiodFinals = ["c37", "c38", "c39", "c41", "c42"];

    /// <summary>The name of the column, as a message gives it.</summary>
    public string Label => Region.Length == 0 ? Code : $"{Region}_{Code}";

    /// <summary>
    /// A column by a label such as <c>AUS_A01_02</c> or <c>AUS_HFCE</c>, or <c>HFCE_AUS</c> as in the edition of 2016; null for another.
    /// </summary>
    public static WideColumn? Joined(string label)
    {
        if (PrimaryInputs.Column(label) is not null)
            return new WideColumn(WideKind.Output, "", label);
        var (first, last) = (label.IndexOf('_', StringComparison.Ordinal), label.LastIndexOf('_'));
        if (label.Equals(Discrepancy, StringComparison.OrdinalIgnoreCase))
            return new WideColumn(WideKind.Discrepancy, "", label);
        if (first <= 0 || last == label.Length - 1)
            return null;
        var (region, code) = (label[..first], label[(first + 1)..]);
        if (code.Equals(Discrepancy, StringComparison.OrdinalIgnoreCase))
            return new WideColumn(WideKind.Discrepancy, "", label);
        if (IsFinal(code))
            return new WideColumn(WideKind.Final, region, code);
        return IsFinal(label[..last])
            ? new WideColumn(WideKind.Final, label[(last + 1)..], label[..last])
            : new WideColumn(WideKind.Industry, region, code);
    }

    /// <summary>A column whose region and code stand in rows of their own, as in the tables of the ADB and of WIOD; null for another.</summary>
    public static WideColumn? Split(string region, string code)
    {
        if (region.Equals("TOT", StringComparison.OrdinalIgnoreCase))
            return new WideColumn(WideKind.Output, "", "TOT");
        if (region.Length == 0 || code.Length == 0)
            return null;
        return new WideColumn(IsFinal(code) || WiodFinals.Contains(code) ? WideKind.Final : WideKind.Industry, WideRegions.Iso(region), code);
    }

    private static bool IsFinal(string code) => FinalCategories.IsKnown(code) || code == AllFinal;
}

/// <summary>The kinds of columns of a wide table.</summary>
internal enum WideKind
{
    /// <summary>The labels of the rows.</summary>
    Label,

    /// <summary>What an industry uses.</summary>
    Industry,

    /// <summary>A category of final demand.</summary>
    Final,

    /// <summary>The total of the row.</summary>
    Output,

    /// <summary>What is missing between the row and its total, of which nobody knows the buyer.</summary>
    Discrepancy,
}
