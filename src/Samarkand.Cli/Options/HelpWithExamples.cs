using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Samarkand.Cli.Options;

/// <summary>The help of System.CommandLine, with examples at its end.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(new HelpOption("--help", "-h", "-?") { Action = new HelpWithExamples(new HelpAction { MaxWidth = Screen.Width }) });
    }

    public override int Invoke(ParseResult parsed)
    {
        var status = help.Invoke(parsed);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(Examples.Path(parsed.CommandResult)))
            output.WriteLine($"  {example}");
        output.WriteLine();
        return status;
    }
}
