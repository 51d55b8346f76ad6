using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>The columns that a table must and may have. Everywhere else a column is its position in <see cref="Names"/>.</summary>
internal class TableHeader(string[] required, params string[] optional)
{
    public string[] Names { get; } = [.. required, .. optional];

    public IReadOnlyList<string> Required => required;

    /// <summary>
    /// Where each of <see cref="Names"/> stands among the columns found, -1 for an optional one that is absent. Null, with the problems
    /// reported, where the header cannot be used.
    /// </summary>
    public virtual int[]? Match(string file, string[] found, Func<int, int> positionOf, int line, ProblemList problems)
    {
        var places = new int[Names.Length];
        Array.Fill(places, -1);
        var usable = true;
        void Report(int column, string message, string hint)
        {
            problems.Add(file, line, column < 0 ? 0 : positionOf(column), message, hint);
            usable = false;
        }

        for (var c = 0; c < found.Length; c++)
        {
            var k = Array.FindIndex(Names, name => name.Equals(found[c], StringComparison.OrdinalIgnoreCase));
            if (k < 0)
                Report(c, $"unknown column '{found[c]}'", NearestName.Hint(found[c], Names, $"the columns are {Listed()}; remove it"));
            else if (places[k] >= 0)
                Report(c, $"column '{found[c]}' stands twice", "remove one of the two");
            else
                places[k] = c;
        }

        for (var k = 0; k < required.Length; k++)
        {
            if (places[k] < 0)
                Report(-1, $"column '{Names[k]}' is missing", $"the columns are {Listed()}, in any order, separated by commas");
        }

        return usable ? places : null;
    }

    private string Listed() => string.Join(", ", Names);
}
