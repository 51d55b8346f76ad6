using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>What the readers of one case share: the problems so far the evidence that assumptions name, the names of instruments.</summary>
/// <param name="problems">Takes the problems.</param>
internal sealed class ReaderState(ProblemList problems)
{
    public ProblemList Problems => problems;

    /// <summary>The day on which the case stands; null where it names none.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Every use of an evidence name.</summary>
    public List<EvidenceName> EvidenceUsed { get; } = [];

    /// <summary>The names of instruments, and where each first stands.</summary>
    public Dictionary<string, Place> InstrumentNames { get; } = new(StringComparer.Ordinal);
}
