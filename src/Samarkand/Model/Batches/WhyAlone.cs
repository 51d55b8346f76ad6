namespace Samarkand.Model.Batches;

/// <summary>Why the batches left a counterfactual to the single solver.</summary>
internal enum WhyAlone
{
    /// <summary>The solver has no batches.</summary>
    NoBatches,

    /// <summary>It changes more of the world's flows than a correction of single cells pays for.</summary>
    Large,

    /// <summary>Conduits buy services of sectors that a batch's sweep comes to before it knows all their margins.</summary>
    Tangled,

    /// <summary>It pools markets, which the batches do not know.</summary>
    Pooled,

    /// <summary>Its residuals did not fall below the tolerance within a batch's sweeps.</summary>
    Unfinished,

    /// <summary>They did, but some region has no income there, or money does not add up.</summary>
    Uncertified,
}
