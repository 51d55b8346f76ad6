using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.New;

/// <summary>The command that writes a case to start from.</summary>
internal static class NewCommand
{
    private const string List = "list";

    public static Command Make()
    {
        var file = new Argument<string?>("FILE") { Description = "The file to write.", Arity = ArgumentArity.ZeroOrOne };
        var recipe = new Option<string?>("--recipe") { Description = $"Begin with a question that is asked often: {string.Join(", ", CaseRecipes.Names)}; `list` shows them.", HelpName = "NAME" };
        recipe.CompletionSources.Add([.. CaseRecipes.Names, List]);
        var command = new Command("new", "Write a commented case to start from.") { file, recipe };
        command.Validators.Add(parsed =>
        {
            var name = parsed.GetValue(recipe);
            if (name is not (null or List) && !CaseRecipes.Names.Contains(name))
                parsed.AddError(new InputProblem("--recipe", 0, 0, $"unknown recipe `{name}`", $"expected one of: {string.Join(", ", CaseRecipes.Names)}").ToString());
            else if (name != List && parsed.GetValue(file) is null)
                parsed.AddError("A file is missing: samarkand new FILE.");
        });
        command.SetAction(parsed =>
        {
            var (path, name) = (parsed.GetValue(file), parsed.GetValue(recipe));
            if (name == List)
            {
                var widest = CaseRecipes.Names.Max(one => one.Length);
                Printer.Print(writer =>
                {
                    foreach (var one in CaseRecipes.Names)
                        writer.WriteLine($"{one.PadRight(widest)}  {CaseSource.FromText(CaseRecipes.Text(one), one).Case.Title}");
                });
                return 0;
            }

            new OutputFile(path!).Write(name is null ? CaseTemplate.Text : CaseRecipes.Text(name));
            Printer.Print(writer => writer.WriteLine($"Wrote {path}; try: samarkand run {path}"));
            return 0;
        });
        return command;
    }
}
