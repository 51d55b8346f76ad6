using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Samarkand.Cli;
using Samarkand.Cli.Commands.Answers;
using Samarkand.Cli.Commands.Coalitions;
using Samarkand.Cli.Commands.Completion;
using Samarkand.Cli.Commands.Dependence;
using Samarkand.Cli.Commands.Design;
using Samarkand.Cli.Commands.Explain;
using Samarkand.Cli.Commands.Sweeps;
using Samarkand.Cli.Commands.Worlds;
using Samarkand.Core;
using Samarkand.Model;

const int NoAnswer = 1;
const int WrongInput = 2;
const int Interrupted = 130;

// Elsewhere the console is UTF-8 or what the user chose, and setting it would write control codes to the terminal.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = System.Text.Encoding.UTF8;
var root = new RootCommand("A sanctions laboratory: who pays, and where the trade goes instead, with certified numbers.")
{
    CaseCommands.Run(),
    CaseCommands.Simulate(),
    CaseCommands.Routes(),
    CaseCommands.Align(),
    CoalitionCommand.Make(),
    ExplainCommand.Make(),
    DesignCommand.Make(),
    DependenceCommand.Make(),
    SweepCommand.Make(),
    WorldCommands.World(),
    CaseCommands.New(),
    CompletionCommand.Make(),
};
HelpWithExamples.AddTo(root);
try
{
    var parsed = root.Parse(args);
    if (parsed.Action is not ParseErrorAction)
    {
        EmptyWords.Refuse(parsed);
        using var output = Printer.Open(Console.OpenStandardOutput());
        output.AutoFlush = true;
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output });
    }

    // What follows the first word that is not understood is not understood because of it.
    if (parsed.UnmatchedTokens.Count > 1)
        parsed = root.Parse(args[..(Array.IndexOf(args, parsed.UnmatchedTokens[0]) + 1)]);
    if (parsed.Action is ParseErrorAction first)
        (first.ShowHelp, first.ShowTypoCorrections) = (false, parsed.UnmatchedTokens is [{ Length: > 1 }]);
    if (parsed.Errors is [{ SymbolResult: OptionResult { Option.Name: var option }, Message: var message }] && !message.Contains(option, StringComparison.Ordinal))
        Console.Error.Write($"{option}: ");
    parsed.Invoke(new InvocationConfiguration { Output = Console.Error });
    Console.Error.WriteLine($"Try `samarkand {Examples.Path(parsed.CommandResult)}--help`.");
    return WrongInput;
}
catch (InputException input)
{
    foreach (var problem in input.Problems)
        Console.Error.WriteLine(problem);
    return WrongInput;
}
catch (NoEquilibriumException none)
{
    Console.Error.WriteLine(none.Message);
    return NoAnswer;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("samarkand: interrupted; nothing was written");
    return Interrupted;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"samarkand: {failure.Message}");
    return WrongInput;
}
catch (Exception mistake)
{
    Console.Error.WriteLine($"samarkand: {mistake.GetType().Name}: {mistake.Message}; this is a mistake in samarkand: please report it with the command line and the case");
    return WrongInput;
}
