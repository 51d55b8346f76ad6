using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>How far states are from each other: great circles between their capitals, from the table <c>capitals.csv</c>.</summary>
internal static class Capitals
{
    /// <summary>The distance of regions of which the table says nothing, such as a rest of the world, in km: about the mean of all pairs.</summary>
    public const double OtherKm = 7000;

    private const double EarthRadiusKm = 6371;
    private const string File = "capitals.csv";

    private static readonly Dictionary<string, (double Latitude, double Longitude)> All = Read();

    /// <summary>Distances from one region to every region of a world, km; at least 100.</summary>
    public static double[] DistancesFrom(World world, Region region)
    {
        var km = new double[world.Regions.Length];
        Array.Fill(km, OtherKm);
        var places = new (double Latitude, double Longitude)?[km.Length];
        foreach (var (country, place) in All)
        {
            if (world.Names.Home(country) is { } home && !world.Regions[home.Index].IsRemainder)
                places[home.Index] = place;
        }

        if (places[region.Index] is not { } from)
            return km;
        for (var r = 0; r < km.Length; r++)
        {
            if (places[r] is { } to)
                km[r] = Math.Max(100, Between(from, to));
        }

        return km;
    }

    // The haversine formula.
    private static double Between((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var (low, high) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var north = Math.Sin((high - low) / 2);
        var east = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(north * north + Math.Cos(low) * Math.Cos(high) * east * east));
    }

    private static Dictionary<string, (double, double)> Read()
    {
        var (places, problems) = (new Dictionary<string, (double, double)>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["region", "latitude", "longitude"]), problems))
        {
            while (table.Read())
                places.Add(table.Text(0), (Number(table.Text(1)), Number(table.Text(2))));
        }

        problems.ThrowIfAny();
        return places;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Stream Resource() =>
        typeof(Capitals).Assembly.GetManifestResourceStream($"routes/{File}") ?? throw new InvalidOperationException($"The library does not carry routes/{File}.");
}
