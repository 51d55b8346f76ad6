using Spectre.Console;

namespace Samarkand.Cli;

/// <summary>A progress bar on standard error for work that takes longer than a moment, where a person looks on.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    public static T For<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected)
            return work();
        var task = Task.Run(work);
        // Looked at and not waited for: a failure is thrown once, below, as it is.
        if (Task.WaitAny([task], Moment) < 0)
            Show(what, task);
        return task.GetAwaiter().GetResult();
    }

    private static void Show(string what, Task task)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                context.AddTask(what).IsIndeterminate = true;
                Task.WaitAny([task]);
            });
    }
}
