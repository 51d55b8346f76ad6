using Spectre.Console;

namespace Samarkand.Cli;

/// <summary>A progress bar on standard error for work that takes longer than a moment, where a person looks on.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    public static T For<T>(string what, Func<T> work) => For(what, _ => work());

    /// <summary>Work that says what it is at, how far it is, and of how much.</summary>
    public static T For<T>(string what, Func<Action<string, int, int>, T> work)
    {
        if (Console.IsErrorRedirected)
            return work((_, _, _) => { });
        (string What, int Done, int All)? at = null;
        var task = Task.Run(() => work((now, done, all) => at = (now, done, all)));
        // Looked at and not waited for: a failure is thrown once, below, as it is.
        if (Task.WaitAny([task], Moment) < 0)
            Show(what, () => at, task);
        return task.GetAwaiter().GetResult();
    }

    private static void Show(string what, Func<(string What, int Done, int All)?> at, Task task)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var shown = context.AddTask(what);
                shown.IsIndeterminate = true;
                while (Task.WaitAny([task], Step) < 0)
                {
                    if (at() is not { } now)
                        continue;
                    (shown.IsIndeterminate, shown.MaxValue) = (false, now.All);
                    shown.Description = FormattableString.Invariant($"{now.What}, {now.Done:N0} of {now.All:N0}");
                    shown.Value = now.Done;
                }
            });
    }
}
