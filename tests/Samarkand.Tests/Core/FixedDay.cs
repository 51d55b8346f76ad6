using System.Runtime.CompilerServices;

namespace Samarkand.Tests.Core;

/// <summary>Tests that compare manifests to the byte may run over midnight.</summary>
internal static class FixedDay
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", "1700000000");
}
