using System.ComponentModel;
using System.Diagnostics;

namespace Samarkand.Cli.Commands.Serve;

/// <summary>Opens a page for whoever sits at the machine; where nobody does, or no browser is found, the address is printed all the same.</summary>
internal static class Browser
{
    public static void Open(string address)
    {
        var hasDesktop = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasDesktop || Console.IsOutputRedirected)
            return;
        try
        {
            using var started = OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine("no browser could be opened: open the address yourself");
        }
    }
}
