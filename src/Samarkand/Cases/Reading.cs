namespace Samarkand.Cases;

/// <summary>What the readers of one case share: the problems so far and the evidence that assumptions name.</summary>
internal sealed class Reading
{
    public ProblemList Problems { get; } = new();

    /// <summary>Every use of an evidence name.</summary>
    public List<EvidenceName> EvidenceUsed { get; } = [];
}
