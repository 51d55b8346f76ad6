using System.Diagnostics;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>Waits for what other processes do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Until(Func<bool> holds)
    {
        for (var begun = Stopwatch.StartNew(); !holds(); Thread.Sleep(50))
            Assert.True(begun.Elapsed < Patience, "nothing came of it within two minutes");
    }
}
