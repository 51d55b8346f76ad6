// Writes the table of docs/world-2021.md that tells how much the imputed part of the world matters:
// dotnet run worlds/samarkand-2021/sensitivity.cs FOLDER_WITH_STATISTICS
#:project ../../src/Samarkand.WorldMaker/Samarkand.WorldMaker.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Globalization;
using System.Runtime.CompilerServices;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.WorldMaker;
using Samarkand.Worlds;

if (args.Length != 1)
{
    Console.Error.WriteLine("Give the folder with the statistics that docs/world-2021.md lists.");
    return 2;
}

string[] shown = ["RUS", "KAZ", "DEU", "CHN", "TUR"];
var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));
var cut = CaseSource.FromFile(Path.Combine(root, "cases", "west-russia-cut.yaml"), "horizon=medium");
try
{
    var lines = new List<string> { $"| variant | {string.Join(" | ", shown)} |", $"| --- |{string.Concat(shown.Select(_ => " ---: |"))}" };
    foreach (var imputation in Imputation.All)
        lines.Add(Line(imputation.Name, Samarkand2021Recipe.Build(args[0], imputation).World));
    var world = Samarkand2021Recipe.Build(args[0]).World;
    lines.Add(Line("elasticities of goods 0.7 times as large", With(world, (goods, theta) => goods ? 0.7 * theta : theta)));
    lines.Add(Line("elasticities of goods 1.4 times as large", With(world, (goods, theta) => goods ? 1.4 * theta : theta)));
    lines.Add(Line("elasticities of services 2 instead of 4", With(world, (goods, theta) => goods ? theta : 2)));
    lines.Add(Line("elasticities of services 8 instead of 4", With(world, (goods, theta) => goods ? theta : 8)));
    lines.Add(Line("every elasticity 5", With(world, (_, _) => 5)));
    lines.Add(Line("wiod-2011, the world of 2011 with 35 industries", WorldCatalog.Open("wiod-2011")));
    lines.Add(Line("wiod-2014, the world of 2014 with 50 industries", WorldCatalog.Open("wiod-2014")));
    Replace(Path.Combine(root, "docs", "world-2021.md"), string.Join('\n', lines));
    return 0;
}
catch (InputException mistakes)
{
    Console.Error.WriteLine(mistakes.Message);
    return 2;
}

string Line(string name, World world)
{
    var effects = CaseAnswer.Solve(cut.Open(world)).Effects.Regions;
    var codes = world.Regions.Select(region => region.Code).ToList();
    var values = shown.Select(code => codes.IndexOf(code) is >= 0 and var place ? effects[place].RealIncomePct.ToString("F3", CultureInfo.InvariantCulture) : "");
    return $"| {name} | {string.Join(" | ", values)} |";
}

static World With(World world, Func<bool, double, double> theta)
{
    var elasticities = world.Elasticities.ToArray();
    for (var k = 0; k < elasticities.Length; k++)
        elasticities[k] = theta(world.Sectors[k].Tags.Contains("goods"), elasticities[k]);
    return new World(world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(), elasticities);
}

static void Replace(string file, string table)
{
    const string Start = "<!-- sensitivity -->\n";
    const string End = "\n<!-- end of sensitivity -->";
    var text = File.ReadAllText(file);
    var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
    File.WriteAllText(file, text[..from] + table + text[to..]);
    Console.WriteLine(table);
}

static string Here([CallerFilePath] string path = "") => path;
