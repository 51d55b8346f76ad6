// Makes src/Samarkand/Cases/Lists: SAMARKAND_SHARED=FOLDER dotnet run docs/coverages.cs
#:project ../src/Samarkand/Samarkand.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Samarkand.Worlds;

const string List = "eu-russia-2023-01";
const string Law = "Council Regulation (EU) No 833/2014, annexes VII, XI, XVIII, XX and XXIII, as amended to January 2023; what the EU sold of them in 2021: Eurostat Comext, DS-045409";
// Dollars for a euro, mean of 2021 (European Central Bank).
const double Euro = 1.183;
// Luxury is banned above a price alone, by most lines 300 EUR. The Commission put what the ban ends at 3.5 bn EUR a year: each of these lines
// counts by that over what was sold on all of them.
const double LuxuryMusd = 3500 * Euro;
// A list that reaches all that a sector was counted to sell leaves what is licensed, and what the lines hold that the text exempts.
const double AtMost = 0.8;
string[] luxury = ["33", "42", "43", "57", "58", "61", "62", "63", "64", "65", "69", "7013", "71", "8703", "91", "92", "9404", "95", "97"];
// Food, pharmaceuticals and medical goods are exempt.
string[] exempt = [.. Enumerable.Range(1, 24).Select(chapter => chapter.ToString("00", CultureInfo.InvariantCulture)), "30", "9018", "9019", "9020", "9021", "9022", "9402"];

var data = Path.Combine(Environment.GetEnvironmentVariable("SAMARKAND_SHARED") ?? throw new InvalidOperationException("SAMARKAND_SHARED names no folder."), "data");
var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../src/Samarkand/Cases/Lists"));
var codes = Rows("sanctions/eu_export_sanctioned_cn8_list_2023-01.csv.gz").Select(row => row[0]).ToHashSet();
bool Holds(string[] prefixes, string code) => prefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));

var kept = codes.Where(code => !Holds(exempt, code)).Order(StringComparer.Ordinal);
File.WriteAllLines(Path.Combine(folder, $"{List}.csv"), [.. new[] { "code,above_a_price" }, .. kept.Select(code => $"{code},{(Holds(luxury, code) ? "yes" : "no")}")]);

var world = WorldCatalog.Open("samarkand-2021");
var hs = world.Sectors.Select((_, s) => s).ToDictionary(s => world.Sectors[s].Code, s => s);
var members = world.Blocs.Single(bloc => bloc.Code == "EU").Members;
var russia = new Region(world.Regions.Select(region => region.Code).ToList().IndexOf("RUS"));
var (plain, dear, seen) = (new Dictionary<string, double>(), new Dictionary<string, double>(), new Dictionary<string, double>());
foreach (var row in Rows("eu/eu27_exports_listed_hs4_cn8_monthly_2020_2021.csv.gz").Where(row => row[0].StartsWith("2021", StringComparison.Ordinal) && row[1] == "RUS" && row[3] == "cn8"))
{
    if (HsConcordance.Find(row[2]) is not { Sector: var sector })
        continue;
    var musd = double.Parse(row[5], CultureInfo.InvariantCulture) * Euro / 1e6;
    Add(seen, sector, musd);
    if (codes.Contains(row[2]) && !Holds(exempt, row[2]))
        Add(Holds(luxury, row[2]) ? dear : plain, sector, musd);
}

var aboveAPrice = Math.Min(1, LuxuryMusd / dear.Values.Sum());
var lines = new List<string> { "list,sector,listed_musd,sold_musd,law" };
foreach (var sector in plain.Keys.Union(dear.Keys).Order(StringComparer.Ordinal))
{
    var counted = plain.GetValueOrDefault(sector) + aboveAPrice * dear.GetValueOrDefault(sector);
    var flow = members.Sum(member => world.Trade[Cube.At(world.Regions.Length, new Sector(hs[sector]), member, russia)]);
    // Goods that an EU port forwards are in customs records and not among what the EU makes.
    var sold = Math.Max(flow, seen[sector]);
    // What has hardly any trade behind it says nothing.
    if (sold >= 100)
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{List},{sector},{Math.Min(counted, AtMost * sold):F1},{sold:F1},\"{Law}\""));
}

File.WriteAllLines(Path.Combine(folder, "coverages.csv"), lines);
return 0;

static void Add(Dictionary<string, double> sums, string sector, double musd) => sums[sector] = sums.GetValueOrDefault(sector) + musd;

IEnumerable<string[]> Rows(string file)
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, file)), CompressionMode.Decompress));
    reader.ReadLine();
    while (reader.ReadLine() is { } line)
        yield return line.Split(',');
}

static string Here([CallerFilePath] string path = "") => path;
