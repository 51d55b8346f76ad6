namespace Samarkand.Cases;

/// <summary>How trade adapts with time.</summary>
internal enum Adjustment
{
    /// <summary>One factor for the trade elasticities of all sectors; the elasticity among routes stays.</summary>
    Uniform,

    /// <summary>A factor for each kind of sector, and one for routes (docs/method.md, section 1c).</summary>
    BySector,
}
