using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads the ties between states that are kept beside a world.</summary>
internal static class TieTable
{
    private static readonly string[] Kinds = ["membership", "ideal-point", "roll-call", "lending"];
    private static readonly string[] Obligations = ["defence", "consultation", "customs-union", "none"];

    /// <summary>The ties in a table.</summary>
    /// <exception cref="InputException">The table has mistakes: all of them.</exception>
    public static ImmutableArray<Tie> Read(string name, Stream stream)
    {
        var problems = new ProblemList();
        ImmutableArray<Tie> ties;
        using (var rows = CsvTable.Open(name, stream, new TableHeader(Tie.Header), problems))
            ties = Read(rows);
        problems.ThrowIfAny();
        return ties;
    }

    private static ImmutableArray<Tie> Read(CsvTable rows)
    {
        var ties = ImmutableArray.CreateBuilder<Tie>();
        while (rows.Read())
        {
            var (kind, isRight, number) = (rows.Text(0), true, 0.0);
            isRight &= OneOf(rows, 0, Kinds);
            if (kind == "membership")
                isRight &= OneOf(rows, 3, Obligations);
            else
                isRight &= rows.Number(4, out number);
            if (isRight)
                ties.Add(new Tie(kind, rows.Text(1), rows.Text(2), rows.Text(3), kind == "membership" ? null : number, rows.Text(5), rows.Text(6)));
        }

        return ties.ToImmutable();
    }

    private static bool OneOf(CsvTable rows, int column, string[] known)
    {
        if (Array.IndexOf(known, rows.Text(column)) >= 0)
            return true;
        rows.Report(column, $"unknown '{rows.Text(column)}'", $"expected one of: {string.Join(", ", known)}");
        return false;
    }
}
