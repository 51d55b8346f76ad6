using System.Runtime.InteropServices;

namespace Samarkand.Core;

/// <summary>Gives two folders each other's names at once, so that there is no moment without either.</summary>
internal static partial class FolderExchange
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>False where the system or the file system cannot, or will not; then nothing has changed.</summary>
    public static bool Try(string one, string other)
    {
        try
        {
            return (OperatingSystem.IsLinux() && RenameAt2(CurrentDirectory, one, CurrentDirectory, other, Exchange) == 0)
                || (OperatingSystem.IsMacOS() && RenameX(one, other, Exchange) == 0);
        }
        catch (TypeLoadException)
        {
            // There is no such function, or no library of that name.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oneFolder, string one, int otherFolder, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameX(string one, string other, uint flags);
}
