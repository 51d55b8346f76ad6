namespace Samarkand.Cases;

/// <summary>Who says that a state takes its stance.</summary>
internal enum StanceSource
{
    /// <summary>The case's <c>default-stance</c>; also the target, whose stance means nothing.</summary>
    Default,

    /// <summary>The case's coalition holds it: its members join.</summary>
    Coalition,

    /// <summary>The player's own <c>stance</c>.</summary>
    Player,

    /// <summary>A change over what the case says, such as <c>CHN=rescue</c>.</summary>
    Set,
}

/// <summary>A stance over what the case says.</summary>
/// <param name="Region">The state.</param>
/// <param name="Stance">Its stance.</param>
internal sealed record StanceChange(RegionName Region, Stance Stance);
