using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Samarkand.Cli.Commands.Answers;
using Samarkand.Cli.Commands.Batches;
using Samarkand.Cli.Commands.Clusters;
using Samarkand.Cli.Commands.Coalitions;
using Samarkand.Cli.Commands.Completion;
using Samarkand.Cli.Commands.Dependence;
using Samarkand.Cli.Commands.Design;
using Samarkand.Cli.Commands.Explain;
using Samarkand.Cli.Commands.Gravity;
using Samarkand.Cli.Commands.Leaks;
using Samarkand.Cli.Commands.New;
using Samarkand.Cli.Commands.Read;
using Samarkand.Cli.Commands.Serve;
using Samarkand.Cli.Commands.Sweeps;
using Samarkand.Cli.Commands.Validation;
using Samarkand.Cli.Commands.Worlds;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cli;

/// <summary>The command line as a whole: its commands, and what becomes of failures.</summary>
internal static class CommandLine
{
    private const int NoAnswer = 1;
    private const int WrongInput = 2;
    private const int Interrupted = 130;

    /// <summary>The commands by name, each made when it is asked for: all of them and their options take longer than a solve.</summary>
    private static readonly (string Name, Func<Command> Make)[] Verbs =
    [
        ("run", AnswerCommand.Run),
        ("simulate", AnswerCommand.Simulate),
        ("routes", AnswerCommand.Routes),
        ("align", AnswerCommand.Align),
        ("coalition", CoalitionCommand.Make),
        ("explain", ExplainCommand.Make),
        ("design", DesignCommand.Make),
        ("dependence", DependenceCommand.Make),
        ("sweep", SweepCommand.Make),
        ("batch", BatchCommand.Make),
        ("read", ReadCommand.Make),
        ("gravity", GravityCommand.Make),
        ("leaks", LeaksCommand.Make),
        ("world", WorldCommands.World),
        ("validate", ValidateCommand.Make),
        ("new", NewCommand.Make),
        ("serve", ServeCommand.Make),
        ("work", WorkCommand.Make),
        ("jobs", JobsCommand.Make),
        ("cluster", ClusterCommand.Make),
        ("mcp", McpCommand.Make),
        ("completion", CompletionCommand.Make),
    ];

    /// <summary>All commands.</summary>
    public static RootCommand Root()
    {
        var root = Root(Verbs);
        root.Subcommands.Add(HelpCommand.Make(root));
        return root;
    }

    /// <summary>The command that the first word names, alone; all of them where it names none.</summary>
    public static RootCommand Root(string[] words) =>
        words.Length > 0 && Array.Find(Verbs, verb => verb.Name == words[0]) is { Name: not null } asked ? Root([asked]) : Root();

    private static RootCommand Root((string Name, Func<Command> Make)[] verbs)
    {
        var root = new RootCommand("A sanctions laboratory: who pays, and where the trade goes instead, with certified numbers.");
        foreach (var verb in verbs)
            root.Subcommands.Add(verb.Make());
        HelpWithExamples.AddTo(root);
        return root;
    }

    /// <summary>Does what the words ask; the result is the exit status.</summary>
    public static int Run(string[] words)
    {
        QuickStart.Begin(words);
        var root = Root(words);
        try
        {
            var parsed = root.Parse(words);
            EmptyWords.Refuse(parsed);
            if (parsed.Action is ParseErrorAction)
                return ParseErrors.Tell(root, words, parsed, WrongInput);
            using var output = Printer.Open(Console.OpenStandardOutput());
            output.AutoFlush = true;
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output });
        }
        catch (InputException input)
        {
            return Tell(WrongInput, [.. input.Problems.Select(problem => OptionWords.In(problem.ToString()))]);
        }
        catch (NoEquilibriumException none)
        {
            return Tell(NoAnswer, none.Message);
        }
        catch (OperationCanceledException)
        {
            return Tell(Interrupted, "samarkand: interrupted; nothing was written");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Tell(WrongInput, $"samarkand: {failure.Message}");
        }
        catch (Exception mistake)
        {
            return Tell(WrongInput, $"samarkand: {mistake.GetType().Name}: {mistake.Message}; this is a mistake in samarkand: please report it with the command line and the case");
        }
    }

    private static int Tell(int status, params string[] lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine(line);
        return status;
    }
}
