// Makes coverages.csv and the list in src/Samarkand/Cases/Lists from the annexes there: SAMARKAND_SHARED=FOLDER dotnet run docs/coverages.cs
#:project ../src/Samarkand/Samarkand.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Samarkand.Worlds;

const string List = "eu-russia-2023-01";
const string Law = "Council Regulation (EU) No 833/2014, annexes II, VII, X, XI, XVIII, XX and XXIII, as amended to January 2023; what the EU sold of them in 2021: Eurostat Comext, DS-045409";
// What a line says that no annex of bans of sales holds: it has no day, and counts for nothing.
const string NoAnnex = "none of those that ban sales";
// Dollars for a euro, mean of 2021 (European Central Bank).
const double Euro = 1.183;
// Luxury (annex XVIII) is banned above a price alone. Officials of the EU put all that it sold of it to Russia at 3.5 bn EUR a year: each line that is
// banned above a price counts by that over what was sold on all of them.
const double LuxuryMusd = 3500 * Euro;
// A list that reaches all that a sector was counted to sell leaves what is licensed, and what the lines hold that the text exempts.
const double AtMost = 0.8;
// Food, pharmaceuticals and medical goods are exempt.
string[] exempt = [.. Enumerable.Range(1, 24).Select(chapter => chapter.ToString("00", CultureInfo.InvariantCulture)), "30", "9018", "9019", "9020", "9021", "9022", "9402"];

var data = Path.Combine(Environment.GetEnvironmentVariable("SAMARKAND_SHARED") ?? throw new InvalidOperationException("SAMARKAND_SHARED names no folder."), "data");
var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../src/Samarkand/Cases/Lists"));
var codes = Rows("sanctions/eu_export_sanctioned_cn8_list_2023-01.csv.gz").Select(row => row[0]).ToHashSet();
bool Holds(string[] prefixes, string code) => prefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));

// The annexes as the Official Journal has them, by the day on which each act came into force: a line counts from the first that holds it, and in full
// from the first that bans it at any price.
var annexes = File.ReadLines(Path.Combine(folder, "eu-833-2014-annexes.csv")).Skip(1)
    .Select(line => line.Split(',', 5)).Select(row => (Annex: row[0], Code: row[1], AboveAPrice: row[2] == "yes", InForce: row[3], Act: row[4].Trim('"')))
    .OrderBy(one => one.InForce, StringComparer.Ordinal).ThenBy(one => one.AboveAPrice).ToArray();
var bans = codes.Where(code => !Holds(exempt, code)).ToDictionary(code => code, code =>
{
    var those = annexes.Where(one => code.StartsWith(one.Code, StringComparison.Ordinal)).ToArray();
    return those.Take(1).Concat(those.Where(one => !one.AboveAPrice).Take(1)).Distinct().ToArray();
});
File.WriteAllLines(Path.Combine(folder, $"{List}.csv"), [.. new[] { "code,annex,in_force,in_full" }, .. bans.OrderBy(ban => ban.Key, StringComparer.Ordinal).Select(ban => ban.Value is [var first, ..]
    ? $"{ban.Key},{first.Annex},{first.InForce},{(ban.Value[^1].AboveAPrice ? "" : ban.Value[^1].InForce)}" : $"{ban.Key},{NoAnnex},,")]);

var world = WorldCatalog.Open("samarkand-2021");
var hs = world.Sectors.Select((_, s) => s).ToDictionary(s => world.Sectors[s].Code, s => s);
var members = world.Blocs.Single(bloc => bloc.Code == "EU").Members;
var russia = new Region(world.Regions.Select(region => region.Code).ToList().IndexOf("RUS"));
var seen = new Dictionary<string, double>();
var lines = new List<(string Sector, string Day, string Act, bool AboveAPrice, bool IsRest, double Musd)>();
foreach (var row in Rows("eu/eu27_exports_listed_hs4_cn8_monthly_2020_2021.csv.gz").Where(row => row[0].StartsWith("2021", StringComparison.Ordinal) && row[1] == "RUS" && row[3] == "cn8"))
{
    if (HsConcordance.Find(row[2]) is not { Sector: var sector })
        continue;
    var musd = double.Parse(row[5], CultureInfo.InvariantCulture) * Euro / 1e6;
    seen[sector] = seen.GetValueOrDefault(sector) + musd;
    foreach (var one in bans.GetValueOrDefault(row[2], []))
        lines.Add((sector, one.InForce, one.Act, one.AboveAPrice, bans[row[2]][0].AboveAPrice && !one.AboveAPrice, musd));
}

var share = Math.Min(1, LuxuryMusd / lines.Where(line => line.AboveAPrice).Sum(line => line.Musd));
var coverages = new List<string> { "list,sector,in_force,listed_musd,sold_musd,act,law" };
foreach (var sector in lines.GroupBy(line => line.Sector).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    var flow = members.Sum(member => world.Trade[Cube.At(world.Regions.Length, new Sector(hs[sector.Key]), member, russia)]);
    // Goods that an EU port forwards are in customs records and not among what the EU makes.
    var sold = Math.Max(flow, seen[sector.Key]);
    // What has hardly any trade behind it says nothing.
    if (sold < 100)
        continue;
    var before = 0.0;
    foreach (var day in sector.GroupBy(line => (line.Day, line.Act)).OrderBy(group => group.Key.Day, StringComparer.Ordinal))
    {
        var counted = Math.Min(before + day.Sum(line => (line.AboveAPrice ? share : line.IsRest ? 1 - share : 1) * line.Musd), AtMost * sold);
        if (counted - before >= 0.05)
            coverages.Add(string.Create(CultureInfo.InvariantCulture, $"{List},{sector.Key},{day.Key.Day},{counted - before:F1},{sold:F1},\"{day.Key.Act}\",\"{Law}\""));
        before = counted;
    }
}

File.WriteAllLines(Path.Combine(folder, "coverages.csv"), coverages);
return 0;

IEnumerable<string[]> Rows(string file)
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, file)), CompressionMode.Decompress));
    reader.ReadLine();
    while (reader.ReadLine() is { } line)
        yield return line.Split(',');
}

static string Here([CallerFilePath] string path = "") => path;
