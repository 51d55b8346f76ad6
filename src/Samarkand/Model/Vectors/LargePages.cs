using System.Runtime.InteropServices;

namespace Samarkand.Model.Vectors;

/// <summary>
/// Asks Linux to back a large block of memory with pages of 2 MiB: a matrix of ten megabytes in pages of 4 KiB has more of them
/// than the processor can keep track of. Elsewhere, and where the system declines, nothing happens.
/// </summary>
internal static unsafe partial class LargePages
{
    private const long Size = 2 << 20;
    private const int HugePage = 14;

    public static void Ask(void* start, long length)
    {
        var first = ((nint)start + (nint)Size - 1) & ~((nint)Size - 1);
        var last = ((nint)start + (nint)length) & ~((nint)Size - 1);
        if (OperatingSystem.IsLinux() && last > first)
            _ = Advise((void*)first, (nuint)(last - first), HugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint length, int advice);
}
