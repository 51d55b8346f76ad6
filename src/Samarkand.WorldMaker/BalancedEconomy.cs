namespace Samarkand.WorldMaker;

/// <summary>An economy with its cost shares before and after balancing.</summary>
/// <param name="Technology">The cost shares from which it was balanced.</param>
/// <param name="Source">Where these come from: <c>scaled:wiod-2014</c>, <c>scaled:wiod-2011</c>, <c>imputed:wiod-BGR</c>.</param>
/// <param name="Balance">The balanced economy.</param>
internal sealed record BalancedEconomy(Technology Technology, string Source, EconomyBalance Balance);
