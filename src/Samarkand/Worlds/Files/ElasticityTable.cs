using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads elasticities.csv.</summary>
internal static class ElasticityTable
{
    private static readonly TableHeader Header = new(["sector", "theta"]);

    public static double[] Read(string path, LabelSet sectors, ProblemList problems)
    {
        var elasticities = new double[sectors.Count];
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is not { IsUsable: true })
            return elasticities;
        var firstLines = new int[sectors.Count];
        while (rows.Read())
        {
            if (rows.Number(1, out var theta) && theta <= 0)
                rows.Report(1, string.Create(CultureInfo.InvariantCulture, $"{theta:R} is not above 0"), "a trade elasticity is given as a positive number");
            var sector = sectors.Find(rows, 0);
            if (sector < 0)
                continue;
            if (firstLines[sector] > 0)
                rows.Report(0, string.Create(CultureInfo.InvariantCulture, $"'{rows.Text(0)}' stands twice, first on line {firstLines[sector]}"), "remove one of the two");
            else
                firstLines[sector] = rows.Line;
            elasticities[sector] = theta;
        }

        for (var s = 0; s < firstLines.Length; s++)
        {
            if (firstLines[s] == 0)
                problems.Add(path, 0, 0, $"sector '{sectors[s]}' has no elasticity", "add a row for it");
        }

        return elasticities;
    }
}
