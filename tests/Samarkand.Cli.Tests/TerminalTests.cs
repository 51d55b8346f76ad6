using System.Diagnostics;

namespace Samarkand.Cli.Tests;

/// <summary>What a person sees in a terminal, which tmux plays.</summary>
public class TerminalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void A_terminal_shows_each_line_on_one_line_of_its_own(int columns)
    {
        Assert.SkipUnless(HasTmux(), "tmux is not installed.");
        var session = $"samarkand-{Environment.ProcessId}-{columns}";
        var done = Path.Combine(Path.GetTempPath(), session);
        try
        {
            Tmux("-L", session, "-f", "/dev/null", "new-session", "-d", "-x", $"{columns}", "-y", "300", $"unset COLUMNS LINES; '{Command.Dotnet}' '{Command.Program}' run cases/china-chips.yaml; echo done > '{done}'; sleep 600");
            Assert.True(SpinWait.SpinUntil(() => File.Exists(done), Patience), "the command did not end");
            // With -J what a terminal had to break is one line again, and then too long.
            var shown = Tmux("-L", session, "capture-pane", "-p", "-J").TrimEnd().Split('\n');
            Assert.Contains(shown, line => line.StartsWith("  China (target)", StringComparison.Ordinal));
            Assert.All(shown, line => Assert.InRange(line.TrimEnd().Length, 0, columns));
            Assert.Contains(shown, line => line.TrimEnd().Length > columns - 12);
            var words = Command.RunWide(columns, "run", "cases/china-chips.yaml").Answered().Lines;
            Assert.Equal(words, shown.Select(line => line.TrimEnd()));
        }
        finally
        {
            Tmux("-L", session, "kill-server");
            File.Delete(done);
        }
    }

    [Fact]
    public void A_terminal_gets_no_workbook()
    {
        Assert.SkipUnless(HasTmux(), "tmux is not installed.");
        var session = $"samarkand-{Environment.ProcessId}-xlsx";
        var done = Path.Combine(Path.GetTempPath(), session);
        try
        {
            Tmux("-L", session, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "50", $"'{Command.Dotnet}' '{Command.Program}' simulate cases/china-chips.yaml --format xlsx; echo status $?; echo done > '{done}'; sleep 600");
            Assert.True(SpinWait.SpinUntil(() => File.Exists(done), Patience), "the command did not end");
            var shown = Tmux("-L", session, "capture-pane", "-p", "-J");
            Assert.Contains("--format: xlsx is no text that a terminal can show; send it to a file, > answer.xlsx, or give --output DIR", shown, StringComparison.Ordinal);
            Assert.Contains("status 2", shown, StringComparison.Ordinal);
        }
        finally
        {
            Tmux("-L", session, "kill-server");
            File.Delete(done);
        }
    }

    private static bool HasTmux() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    private static string Tmux(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tmux", arguments) { WorkingDirectory = Command.Repository, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
