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

    /// <summary>
    /// The target can neither borrow nor spend reserves: a deficit of its is ended, and its lenders spend themselves what they no longer lend.
    /// All other deficits are fixed. See docs/method.md, section 1a.
    /// </summary>
    Unfinanced,

    /// <summary>
    /// The target spends no more than it did: what it earns beyond lies unspent abroad, lent to all others. All deficits are otherwise fixed.
    /// </summary>
    Unspent,
}

/// <summary>What closures have in common.</summary>
internal static class Closures
{
    /// <summary>True where the balance of one state, <see cref="Shock.Confined"/>, answers.</summary>
    public static bool Confines(this Closure closure) => closure is Closure.Unfinanced or Closure.Unspent;
}
