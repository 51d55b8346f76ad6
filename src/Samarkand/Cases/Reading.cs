namespace Samarkand.Cases;

/// <summary>What the readers of one case share: the problems so far and the evidence that assumptions name.</summary>
/// <param name="source">The case's file, whose problems come before those of options.</param>
internal sealed class Reading(string source)
{
    public ProblemList Problems { get; } = new(source);

    /// <summary>Every use of an evidence name.</summary>
    public List<EvidenceName> EvidenceUsed { get; } = [];
}
