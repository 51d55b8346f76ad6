namespace Samarkand.Cases;

/// <summary>How buyers of natural gas are bound to their sellers.</summary>
internal enum GasForm
{
    /// <summary>Each state buys of each seller, as other goods.</summary>
    Bilateral,

    /// <summary>States that pipes connect share one market, with so much that can arrive (docs/method.md, section 1e).</summary>
    Pooled,
}
