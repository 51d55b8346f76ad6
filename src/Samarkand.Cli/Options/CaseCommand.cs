using System.CommandLine;

namespace Samarkand.Cli.Options;

/// <summary>A command that answers a question about a case: what case, what output, and options of its own.</summary>
/// <typeparam name="TRequest">What the command line asks.</typeparam>
/// <param name="cases">What case.</param>
/// <param name="output">What output.</param>
internal abstract class CaseCommand<TRequest>(CaseOptionGroup cases, OutputOptionGroup output)
    where TRequest : CaseRequest
{
    /// <summary>The options that no other command has, in the order in which they are repeated.</summary>
    protected abstract IReadOnlyList<OwnOption> Own { get; }

    /// <summary>Makes the command.</summary>
    public Command Make(string name, string description)
    {
        var command = new Command(name, description);
        Complete(command, output);
        foreach (var own in Own)
            command.Options.Add(own.Option);
        cases.AddTo(command, output.AsksForNames);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation));
        return command;
    }

    /// <summary>Adds arguments and checks of its own.</summary>
    protected virtual void Complete(Command command, OutputOptionGroup output)
    {
    }

    /// <summary>Reads what the command line asks besides.</summary>
    protected abstract TRequest Read(ParseResult parsed, CaseRequest shared);

    /// <summary>Answers it; the result is the exit status.</summary>
    protected abstract int Answer(TRequest request, CancellationToken cancellation);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (output.AsksForNames(parsed.CommandResult))
        {
            output.PrintNames();
            return 0;
        }

        var theCase = cases.Read(parsed);
        var own = Own.Select(option => option.ToRepeat(parsed)).OfType<string>();
        return Answer(Read(parsed, new CaseRequest(theCase, output.Read(parsed), [.. theCase.ToRepeat, .. own])), cancellation);
    }
}

/// <summary>What every command that takes a case is asked.</summary>
/// <param name="Case">What case.</param>
/// <param name="Output">What output.</param>
/// <param name="ToRepeat">What of the command line a reader has to repeat.</param>
internal record CaseRequest(CaseChoice Case, OutputChoice Output, IReadOnlyList<string> ToRepeat);
