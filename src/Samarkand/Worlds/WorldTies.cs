using System.Collections.Immutable;
using Samarkand.Worlds.Samarkand2021;

namespace Samarkand.Worlds;

/// <summary>The ties between states that come with a world, in its file <c>ties.csv</c>.</summary>
public static class WorldTies
{
    private const string File = "ties.csv";

    private static readonly string[] Kinds = ["membership", "ideal-point", "roll-call", "lending"];
    private static readonly string[] Obligations = ["defence", "consultation", "customs-union", "none"];

    /// <summary>The ties of an embedded world, or of a folder; none where it has no such file.</summary>
    /// <param name="nameOrPath">As <see cref="WorldCatalog.Open"/> takes it.</param>
    /// <exception cref="InputException">The file has mistakes: all of them.</exception>
    public static ImmutableArray<Tie> Of(string nameOrPath)
    {
        var problems = new ProblemList();
        ImmutableArray<Tie> ties;
        using (var rows = Open(nameOrPath, problems))
            ties = rows is null ? [] : Read(rows);
        problems.ThrowIfAny();
        return ties;
    }

    private static CsvTable? Open(string nameOrPath, ProblemList problems)
    {
        var header = new TableHeader(Tie.Header);
        if (Array.IndexOf(EmbeddedWorlds.Names, nameOrPath) >= 0)
            return EmbeddedWorlds.Find($"{nameOrPath}/{File}") is { } stream ? CsvTable.Open(File, stream, header, problems) : null;
        var path = Path.Combine(nameOrPath, File);
        return System.IO.File.Exists(path) ? CsvTable.Open(path, header, problems) : null;
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
