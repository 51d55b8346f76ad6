using System.Diagnostics;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>A headless Chromium with a profile of its own, ended with the test.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private readonly Process _process;
    private readonly string _profile = Directory.CreateTempSubdirectory("samarkand-browser").FullName;

    private Chromium(string program)
    {
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={_profile}", "about:blank" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        // A browser that nobody reads stops when its pipe is full.
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>The path of an installed browser, or null.</summary>
    public static string? Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .Append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .FirstOrDefault(File.Exists);

    public static Chromium Start() => new(Installed!);

    /// <summary>The address of its DevTools, once it has written it down.</summary>
    public async Task<Uri> DevToolsAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(_profile, "DevToolsActivePort");
        while (true)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellation) is [var port, var path])
                return new Uri($"ws://127.0.0.1:{port}{path}");
            if (_process.HasExited)
                throw new InvalidOperationException($"{Installed} ended at its start with code {_process.ExitCode}");
            await Task.Delay(50, cancellation);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still write to its profile, which is in the folder for temporary files.
        }
    }
}
