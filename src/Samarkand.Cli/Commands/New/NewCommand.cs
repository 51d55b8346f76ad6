using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.New;

/// <summary>The command that writes a case to start from.</summary>
internal static class NewCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var command = new Command("new", "Write a commented case to start from.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            new OutputFile(path).Write(CaseTemplate.Text);
            Printer.Print(writer => writer.WriteLine($"Wrote {path}; try: samarkand run {path}"));
            return 0;
        });
        return command;
    }
}
