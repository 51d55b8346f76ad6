using System.CommandLine;
using Samarkand;
using Samarkand.Cli;
using Samarkand.Equilibrium;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var root = new RootCommand("A sanctions laboratory: who pays, and where the trade goes instead, with certified numbers.")
{
    CaseCommands.Run(),
    CaseCommands.Simulate(),
    WorldCommands.World(),
    CaseCommands.New(),
};
try
{
    var parsed = root.Parse(args);
    if (parsed.Errors.Count > 0)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine($"samarkand: {error.Message}");
        Console.Error.WriteLine("Try `samarkand --help`.");
        return 2;
    }

    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InputException input)
{
    foreach (var problem in input.Problems)
        Console.Error.WriteLine(problem);
    return 2;
}
catch (NoEquilibriumException none)
{
    Console.Error.WriteLine(none.Message);
    return 1;
}
