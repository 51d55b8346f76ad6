using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>What the readers of one case share: the problems so far and the evidence that assumptions name.</summary>
/// <param name="problems">Takes the problems.</param>
internal sealed class ReaderState(ProblemList problems)
{
    public ProblemList Problems => problems;

    /// <summary>Every use of an evidence name.</summary>
    public List<EvidenceName> EvidenceUsed { get; } = [];
}
