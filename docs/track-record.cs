// Writes the tables of docs/track-record.md: dotnet run docs/track-record.cs
#:project ../src/Samarkand.Reports/Samarkand.Reports.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Globalization;
using System.Runtime.CompilerServices;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));
var world = WorldCatalog.Open("samarkand-2021");
Replace("embargo", Embargo());
Replace("conduits", Conduits());
Replace("partners", Partners());
Replace("sensitivity", Sensitivity());
return 0;

string Embargo()
{
    var lines = new List<string> { "| rho | came back, percent | through Belarus, percent |", "| ---: | ---: | ---: |" };
    foreach (var rho in new[] { "6", "8", "10", "12", "14" })
    {
        var answer = Solve("russia-food-embargo-2014.yaml", $"routes.elasticity={rho}");
        lines.Add($"| {rho} | {Text(100 * Through(answer).Sum(way => way.Flow) / answer.BannedTrade.Total)} | {Text(100 * Through(answer).Where(way => Code(way.Conduit) == "BLR").Sum(way => way.Flow) / answer.BannedTrade.Total)} |");
    }

    return string.Join('\n', lines);
}

string Conduits()
{
    var answer = Solve("samarkand-2022.yaml");
    var eu = world.Blocs.Single(bloc => bloc.Code == "EU").Members;
    var ways = Through(answer).Where(way => eu.Contains(way.Origin)).ToArray();
    var banned = (new CaseTables(answer, []) { Recorded = new RecordedScope(eu, RecordedGoods.Banned) }).Make("recorded-exports-of-coalition");
    var partner = ((TextColumn)banned.Columns[0]).Values;
    double At(string column, Region region) => ((NumberColumn)banned.Columns.Single(c => c.Name == column)).Values[Array.IndexOf(partner, Code(region))];
    var lines = new List<string>
    {
        "| rank | conduit | EU's banned goods through it, m USD | EU's recorded exports of such goods to it, before | after | change, percent |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    };
    foreach (var (conduit, flow, rank) in ways.GroupBy(way => way.Conduit).Select(way => (way.Key, Flow: way.Sum(w => w.Flow))).OrderByDescending(row => row.Flow).Select((row, r) => (row.Key, row.Flow, r + 1)))
        lines.Add($"| {rank} | {world.Regions[conduit.Index].Name} | {Text(flow)} | {Text(At("before_musd", conduit))} | {Text(At("after_musd", conduit))} | {Signed(At("change_pct", conduit))} |");
    return string.Join('\n', lines);
}

string Partners()
{
    var table = new CaseTables(Solve("samarkand-2022.yaml"), []).Make("recorded-exports-to-target");
    var partner = ((TextColumn)table.Columns[0]).Values;
    double[] Column(string name) => ((NumberColumn)table.Columns.Single(c => c.Name == name)).Values;
    var (before, after, change) = (Column("before_musd"), Column("after_musd"), Column("change_pct"));
    var order = Enumerable.Range(0, partner.Length).OrderByDescending(row => change[row]).ToArray();
    var lines = new List<string> { "| rank | partner | before, m USD | after | change, percent |", "| ---: | --- | ---: | ---: | ---: |" };
    lines.AddRange(order.Select((row, r) => $"| {r + 1} | {partner[row]} | {Text(before[row])} | {Text(after[row])} | {Signed(change[row])} |"));
    return string.Join('\n', lines);
}

string Sensitivity()
{
    var central = Solve("samarkand-2022.yaml");
    var lines = new List<string>
    {
        "| variant | banned goods that still arrive, percent | first five conduits | rank correlation of conduits | of partners | Russia's real income, percent |",
        "| --- | ---: | --- | ---: | ---: | ---: |",
    };
    foreach (var (name, sets) in new (string, string[])[]
    {
        ("as shipped", []), ("rho 6", ["routes.elasticity=6"]), ("rho 8", ["routes.elasticity=8"]), ("rho 14", ["routes.elasticity=14"]),
        ("no margin", ["routes.margin=0"]), ("margin 0.2", ["routes.margin=0.2"]), ("evasion 0.05", ["routes.evasion=0.05"]), ("evasion 0.25", ["routes.evasion=0.25"]),
        ("ordinary re-exports 0.02", ["routes.ordinary-re-exports=0.02"]), ("ordinary re-exports 0.1", ["routes.ordinary-re-exports=0.1"]),
        ("no hub known but ordinary states", ["routes.re-exports={ HKG: 0.05, ARE: 0.05, GEO: 0.05, KGZ: 0.05 }"]),
        ("all of the margin is rent", ["routes.handling=0"]),
        ("no fear", ["over-compliance.risk=0"]), ("fear in all goods", ["over-compliance.sectors=[goods, finance]"]), ("risk 0.002", ["over-compliance.risk=0.002"]), ("risk 0.013", ["over-compliance.risk=0.013"]),
        ("long horizon", ["horizon=long"]), ("short horizon", ["horizon=short"]),
    })
    {
        var answer = Solve("samarkand-2022.yaml", sets);
        var five = Through(answer).GroupBy(way => way.Conduit).OrderByDescending(way => way.Sum(w => w.Flow)).Take(5).Select(way => Code(way.Key));
        lines.Add($"| {name} | {Text(100 * Through(answer).Sum(way => way.Flow) / answer.BannedTrade.Total)} | {string.Join(" ", five)} | {Ranks(ByConduit(central), ByConduit(answer))} | {Ranks(Changes(central), Changes(answer))} | {answer.Effects.Regions[answer.Case.Target.Index].RealIncomePct.ToString("F3", CultureInfo.InvariantCulture)} |");
    }

    return string.Join('\n', lines);
}

CaseAnswer Solve(string file, params string[] sets) =>
    CaseAnswer.Solve(CaseSource.FromFile(Path.Combine(root, "cases", file), sets).Open(world));

IReadOnlyList<RouteTotals> Through(CaseAnswer answer) => RouteTotals.Of(answer);

double[] ByConduit(CaseAnswer answer) => [.. answer.Case.Routes!.Conduits.Select(conduit => Through(answer).Where(way => way.Conduit == conduit).Sum(way => way.Flow))];

double[] Changes(CaseAnswer answer) => ((NumberColumn)new CaseTables(answer, []).Make("recorded-exports-to-target").Columns.Single(c => c.Name == "change_pct")).Values;

// Spearman's.
static string Ranks(double[] a, double[] b) => MathNet.Numerics.Statistics.Correlation.Spearman(a, b).ToString("F2", CultureInfo.InvariantCulture);

string Code(Region region) => world.Regions[region.Index].Code;

static string Text(double value) => value.ToString(Math.Abs(value) < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

static string Signed(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

void Replace(string mark, string table)
{
    var file = Path.Combine(root, "docs", "track-record.md");
    var (start, end) = ($"<!-- {mark} -->\n", $"\n<!-- end of {mark} -->");
    var text = File.ReadAllText(file);
    var (from, to) = (text.IndexOf(start, StringComparison.Ordinal) + start.Length, text.IndexOf(end, StringComparison.Ordinal));
    File.WriteAllText(file, text[..from] + table + text[to..]);
    Console.WriteLine(table);
}

static string Here([CallerFilePath] string path = "") => path;
