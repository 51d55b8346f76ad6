namespace Samarkand.Model;

/// <summary>What happens to aggregate deficits.</summary>
public enum Closure
{
    /// <summary>Each deficit is a constant share of world value added, the numeraire.</summary>
    Fixed,

    /// <summary>Each deficit moves with its region's income; the sum is kept at zero by shares of value added.</summary>
    Proportional,

    /// <summary>The baseline is first solved without deficits, and the case is compared with that.</summary>
    Closed,
}
