namespace Samarkand.Reports.Tables;

/// <summary>What the columns of tables count in.</summary>
internal static class Units
{
    /// <summary>Percent of what the column's meaning says.</summary>
    public const string Percent = "percent";

    /// <summary>Million US dollars a year.</summary>
    public const string MillionUsd = "million USD a year";

    /// <summary>Million US dollars a month.</summary>
    public const string MillionUsdMonth = "million USD a month";

    /// <summary>Standard deviations of a normal distribution.</summary>
    public const string Deviations = "standard deviations";

    /// <summary>A share of a whole.</summary>
    public const string Share = "share, 0 to 1";

    /// <summary>Dollars for each dollar.</summary>
    public const string DollarsForADollar = "USD for each USD";

    /// <summary>A number of things.</summary>
    public const string Count = "count";

    /// <summary>A place in an order.</summary>
    public const string Number = "number";

    /// <summary>A residual over the size of what it is a residual of.</summary>
    public const string Residual = "relative residual";

    /// <summary>A number that has the unit of what its row is about.</summary>
    public const string OfTheRow = "as the row says";

    /// <summary>A position on the scale of ideal points that is estimated from votes in the General Assembly.</summary>
    public const string IdealPoint = "ideal point scale";

    /// <summary>A code of the world: of a region or of a sector.</summary>
    public const string Code = "code";

    /// <summary>The name of what has a code.</summary>
    public const string Name = "name";

    /// <summary>A word of a fixed list.</summary>
    public const string Word = "word";

    /// <summary>Free text.</summary>
    public const string Text = "text";

    /// <summary>A year, a month or a day.</summary>
    public const string Date = "date";
}
