using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>
/// Flows that a user knows better. A flow takes the user's value; the pair's other goods are scaled so that its total stays, or, where the user's
/// value exceeds the total, the total grows. Its division by sector then has the provenance <c>yours</c>, and every economy is balanced with it.
/// </summary>
internal sealed class Patch
{
    private const string Yours = "yours";

    private static readonly string[] Header = ["origin", "destination", "sector", "value"];

    private readonly ImmutableArray<(int Origin, int Destination, int Sector, double Value)> _cells;

    private Patch(ImmutableArray<(int, int, int, double)> cells) => _cells = cells;

    /// <summary>No change.</summary>
    public static Patch None { get; } = new([]);

    /// <summary>Reads a table of cells.</summary>
    /// <exception cref="InputException">It is missing or broken, or names what the world does not have.</exception>
    public static Patch Read(string path, Labels2021 labels)
    {
        var (problems, cells) = (new ProblemList(), ImmutableArray.CreateBuilder<(int, int, int, double)>());
        using (var table = CsvTable.Open(path, new TableHeader(Header), problems))
        {
            while (table is not null && table.Read() && table.Number(3, out var value))
            {
                var (origin, destination) = (labels.Find(table.Text(0)), labels.Find(table.Text(1)));
                var sector = labels.Sectors.ToList().FindIndex(one => one.Code == table.Text(2));
                if (origin < 0 || destination < 0 || origin == destination)
                    problems.Add(path, 0, 0, $"{table.Text(0)}, {table.Text(1)} are not two regions of the world", "name them by the codes that `samarkand world show samarkand-2021` lists");
                else if (sector < 0 || sector >= labels.Goods)
                    problems.Add(path, 0, 0, $"{table.Text(2)} is no sector of goods", "name one by the code that `samarkand world show samarkand-2021` lists");
                else if (!(value >= 0))
                    problems.Add(path, 0, 0, $"{table.Text(3)} is negative", "a flow is at least 0, in million USD");
                else
                    cells.Add((origin, destination, sector, value));
            }
        }

        problems.ThrowIfAny();
        return new Patch(cells.ToImmutable());
    }

    public void Apply(Flows flows, Provenance provenance)
    {
        foreach (var pair in _cells.GroupBy(cell => (cell.Origin, cell.Destination)))
        {
            var (origin, destination) = pair.Key;
            var (total, fixedSum) = (flows.Goods(origin, destination), pair.Sum(cell => cell.Value));
            var profile = flows.Profile(origin, destination);
            foreach (var cell in pair)
                profile[cell.Sector] = 0;
            var others = Flows.Sum(profile);
            var scale = others > 0 ? Math.Max(0, total - fixedSum) / others : 0;
            for (var k = 0; k < profile.Length; k++)
                flows[k, origin, destination] = scale * profile[k];
            foreach (var cell in pair)
                flows[cell.Sector, origin, destination] = cell.Value;
            provenance.SetProfile(origin, destination, Yours);
            if (fixedSum > total || others <= 0)
                provenance.SetTotal(origin, destination, Yours);
        }
    }
}
