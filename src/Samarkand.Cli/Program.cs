using System.CommandLine;
using System.CommandLine.Invocation;
using Samarkand;
using Samarkand.Cli;
using Samarkand.Equilibrium;

const int NoAnswer = 1;
const int WrongInput = 2;
const int Interrupted = 130;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("A sanctions laboratory: who pays, and where the trade goes instead, with certified numbers.")
{
    CaseCommands.Run(),
    CaseCommands.Simulate(),
    WorldCommands.World(),
    CaseCommands.New(),
    CompletionCommand.Make(),
};
HelpWithExamples.AddTo(root);
try
{
    var parsed = root.Parse(args);
    if (parsed.Action is not ParseErrorAction mistaken)
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    mistaken.ShowHelp = false;
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
