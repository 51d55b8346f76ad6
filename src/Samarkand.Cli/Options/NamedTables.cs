using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>Tables of data that a command line names.</summary>
internal static class NamedTables
{
    /// <summary>Refuses a table that is named twice.</summary>
    public static void CheckOnce(IEnumerable<string> files)
    {
        if (files.GroupBy(Path.GetFullPath).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException(new InputProblem(twice.First(), 0, 0, "is named twice, so that every row of it would count twice", "name each table once"));
    }
}
