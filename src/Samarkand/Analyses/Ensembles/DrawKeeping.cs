namespace Samarkand.Analyses.Ensembles;

/// <summary>What is kept of draws.</summary>
internal enum DrawKeeping
{
    /// <summary>Every number of every draw.</summary>
    Draws,

    /// <summary>Bands alone, by way of sketches: see <see cref="DrawSummary"/>.</summary>
    Bands,
}
