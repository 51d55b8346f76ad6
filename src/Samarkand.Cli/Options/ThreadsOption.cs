using System.CommandLine;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The option of every command that computes, for how many threads it may take.</summary>
internal sealed class ThreadsOption
{
    public const string Name = "--threads";

    private static readonly WholeNumbers Numbers = new("a number of threads", 1, 1024);

    public Option<int?> Option { get; } =
        NumberOption.Optional(Name, "N", "How many threads compute at once; by default one for each processor. Results do not depend on it.", Numbers);

    /// <summary>Sets what the command line asks for.</summary>
    public void Apply(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is { } threads)
            InParallel.Threads = threads;
    }
}
