using System.Diagnostics;
using System.Text;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>A command that runs beside the test, and may be killed or stopped.</summary>
internal sealed class Running : IDisposable
{
    private readonly StringBuilder _said = new();

    private Running(Process process)
    {
        Process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>The same with a variable of the environment, as NAME=VALUE.</summary>
    public static Running BeginWith(string[] variables, string folder, params string[] words) => new(Command.Start(folder, "env", [.. variables, Command.Dotnet, Command.Program, .. words]));

    public static Running Begin(string folder, params string[] words) => new(Command.Start(folder, Command.Dotnet, [Command.Program, .. words]));

    /// <summary>The address that a worker tells; empty before it does.</summary>
    public string Address => Said.Split('\n').Where(line => line.StartsWith("A worker is at ", StringComparison.Ordinal)).Select(line => line.Split(' ')[4]).FirstOrDefault("");

    public void Kill()
    {
        Process.Kill();
        Process.WaitForExit();
    }

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{Process.Id}")]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Kill();
        Process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
