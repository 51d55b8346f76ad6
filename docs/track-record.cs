// Writes the tables of docs/track-record.md: dotnet run docs/track-record.cs
#:project ../src/Samarkand.Reports/Samarkand.Reports.csproj
#:project ../src/Samarkand.WorldMaker/Samarkand.WorldMaker.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Globalization;
using System.Runtime.CompilerServices;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.WorldMaker;
using Samarkand.Worlds;

var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));
var world = WorldCatalog.Open("samarkand-2021");
Replace("hubs", Hubs());
Replace("embargo", Embargo(world));
Replace("conduits", Conduits());
Replace("partners", Partners());
Replace("coalition-2023", Of2023("recorded-exports-of-coalition", "goods"));
Replace("to-target-2023", Of2023("recorded-exports-to-target", "goods"));
Replace("of-target-2023", Of2023("recorded-exports-of-target", "goods"));
Replace("fuels-2023", Of2023("recorded-exports-of-target", "fuels"));
Replace("mirror-2023", Mirror());
Replace("iran", Iran());
// The statistics of the episodes do not ship: without them the table stays as it is.
if (Environment.GetEnvironmentVariable("SAMARKAND_SHARED") is { Length: > 0 } shared)
{
    var data = Path.Combine(shared, "data");
    var (of2013, of2017) = (Samarkand2021Recipe.Build(data, new WorldYear(2013)).World, Samarkand2021Recipe.Build(data, new WorldYear(2017)).World);
    Replace("armenia", Armenia(data));
    Replace("embargo-2013", Embargo(of2013));
    Replace("episodes", Episodes(data, of2013, of2017));
}

Replace("sensitivity", Sensitivity());
return 0;

string Of2023(string name, string goods)
{
    var answer = Solve("russia-2023.yaml");
    var table = (new CaseTables(answer, []) { Recorded = RecordedScope.OfGoods with { Goods = Enum.Parse<RecordedGoods>(goods, true) } }).Make(name);
    var partner = ((TextColumn)table.Columns[0]).Values;
    double[] Column(string column) => ((NumberColumn)table.Columns.Single(c => c.Name == column)).Values;
    var (before, after, change) = (Column("before_musd"), Column("after_musd"), Column("change_pct"));
    bool IsMember(string code) => answer.Case.Coalition.Any(member => Code(member) == code);
    // Of what the coalition sells only third states are asked about.
    var rows = Enumerable.Range(0, partner.Length).Where(row => before[row] >= 100 && (name != "recorded-exports-of-coalition" || !IsMember(partner[row]))).OrderByDescending(row => change[row]);
    var lines = new List<string> { "| partner | before, m USD | after | change, percent |", "| --- | ---: | ---: | ---: |" };
    lines.AddRange(rows.Select(row => $"| {partner[row]} | {Text(before[row])} | {Text(after[row])} | {Signed(change[row])} |"));
    return string.Join('\n', lines);
}

string Mirror()
{
    var table = new CaseTables(Solve("russia-2023.yaml"), []).Make("mirror-gaps");
    var state = ((TextColumn)table.Columns[0]).Values;
    double[] Column(string column) => ((NumberColumn)table.Columns.Single(c => c.Name == column)).Values;
    var (before, after) = (Column("gap_before"), Column("gap_after"));
    var lines = new List<string> { "| state | gap before | after |", "| --- | ---: | ---: |" };
    lines.AddRange(Enumerable.Range(0, state.Length).Where(row => before[row] != after[row]).OrderByDescending(row => after[row] - before[row])
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"| {state[row]} | {before[row]:F3} | {after[row]:F3} |")));
    return string.Join('\n', lines);
}

string Hubs()
{
    var lines = new List<string> { "| hub | goods | share | valued as | year | source |", "| --- | --- | ---: | --- | --- | --- |" };
    // Rows of one figure are shown as one.
    lines.AddRange(KnownHubs.All.GroupBy(hub => (hub.Region, hub.ReExports, hub.IsAtImportValue, hub.Year, hub.Source)).Select(rows => string.Create(CultureInfo.InvariantCulture,
        $"| {rows.Key.Region} | {string.Join(", ", rows.Select(hub => hub.Goods == "goods" ? "all others" : hub.Goods))} | {rows.Key.ReExports} | {(rows.Key.IsAtImportValue ? "bought" : "sold")} | {rows.Key.Year} | {rows.Key.Source} |")));
    return string.Join('\n', lines);
}

// What third states sold on to Armenia by proportionality, beside what its customs count as sent from a state where it was not made.
string Armenia(string data)
{
    var armenia = world.Find("ARM")!.Value;
    var n = world.Regions.Length;
    var terms = CaseSource.FromText("title: Armenia\ntarget: ARM\ncoalition: [USA]\npackage: [{ kind: export-ban, sectors: [goods] }]\ndefault-stance: conduit\n", "armenia").Case.BindTo(world).Routes!.Terms;
    var (routes, shares, said) = (new BaselineRoutes(world, armenia, terms.ReExports), new double[n], new double[n]);
    for (var s = 0; s < world.Sectors.Length; s++)
    {
        for (var i = 0; i < n && world.Sectors[s].Tags.Contains("goods"); i++)
        {
            routes.Fill(new Sector(s), new Region(i), shares);
            for (var k = 0; k < n && i != armenia.Index; k++)
                said[k] += shares[k] * world.Trade[Cube.At(n, s, i, armenia.Index)];
        }
    }

    var (counted, all) = (new double[n], 0.0);
    using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(data, "russia", "armenia_by_partner_monthly_2017_2021.csv.gz")), System.IO.Compression.CompressionMode.Decompress));
    reader.ReadLine();
    while (reader.ReadLine() is { } line)
    {
        // Names with a comma are quoted; the figures stand at the end.
        var cells = line.Split(',');
        if (cells[0] != "2021" || !double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var consigned) || !double.TryParse(cells[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var made))
            continue;
        all += made / 1000;
        if (world.Find(cells[1]) is { } partner)
            counted[partner.Index] = Math.Max(0, consigned - made) / 1000;
    }

    var order = Enumerable.Range(0, n).Where(k => k != armenia.Index && !world.Regions[k].IsRemainder).OrderByDescending(k => counted[k]).ToArray();
    var lines = new List<string> { "| third state | counted, m USD | by proportionality |", "| --- | ---: | ---: |" };
    lines.AddRange(order.Take(12).Select(k => $"| {world.Regions[k].Name} | {Text(counted[k])} | {Text(said[k])} |"));
    lines.Add($"| all | {Text(counted.Sum())} | {Text(said.Sum())} |");
    lines.Add($"| percent of imports | {Text(100 * counted.Sum() / all)} | {Text(100 * said.Sum() / all)} |");
    lines.Add($"| rank correlation over {order.Length} states | | {Ranks([.. order.Select(k => counted[k])], [.. order.Select(k => said[k])])} |");
    return string.Join('\n', lines);
}

// What the method says of episodes before 2022 beside what happened, and naive forecasts beside both.
string Episodes(string data, World of2013, World of2017)
{
    var lines = new List<string>
    {
        "| episode | world of | partners | forecast | rank correlation | mean log error |",
        "| --- | --- | ---: | --- | ---: | ---: |",
    };
    foreach (var (on, there) in new[] { ("the year before", of2013), ("2021", world) })
    {
        var food = SolveOn(there, "russia-food-embargo-2014.yaml");
        Add("food embargo of 2014", on, food, Icio(data, 2013, ["A01", "A02", "A03", "C10T12"]), Icio(data, 2015, ["A01", "A02", "A03", "C10T12"]), ["agriculture", "food"], food.Case.Target, BannedOfFood(food));
    }

    var duty = CaseSource.FromText("title: the tariffs of 2018 and 2019\nhorizon: short\ntarget: CHN\ncoalition: [USA]\npackage: [{ kind: tariff, sectors: [goods], rate: 0.064 }]\n", "tariffs").Case;
    foreach (var (on, there) in new[] { ("the year before", of2017), ("2014", WorldCatalog.Open("wiod-2014")) })
        Add("tariffs of 2018 and 2019", on, CaseAnswer.Solve(duty.BindTo(there)), Census(data, "2017"), Census(data, "2019"), ["goods"], there.Find("USA")!.Value, code => code == "CHN" ? 0.064 : 0);
    return string.Join('\n', lines);

    void Add(string name, string on, CaseAnswer answer, Dictionary<string, double> before, Dictionary<string, double> after, string[] tags, Region buyer, Func<string, double> banned)
    {
        var there = answer.Case.World;
        bool IsCounted(Sector sector) => there.Sectors[sector.Index].Tags.Intersect(tags).Any();
        var (was, now) = (Samarkand.Reports.Documents.Records.Before(answer).Of(IsCounted), Samarkand.Reports.Documents.Records.After(answer).Of(IsCounted));
        var partners = Enumerable.Range(0, there.Regions.Length).Select(r => new Region(r))
            .Where(r => r != buyer && !there.Regions[r.Index].IsRemainder && before.GetValueOrDefault(there.Code(r)) >= 20 && after.GetValueOrDefault(there.Code(r)) > 0 && was.Total(r, buyer) > 0).ToArray();
        var codes = partners.Select(r => there.Code(r)).ToArray();
        var seen = Relative([.. codes.Select(code => Math.Log(after[code] / before[code]))]);
        var unions = there.Blocs.Where(bloc => bloc.Code is "EAEU" && bloc.Members.Contains(buyer)).SelectMany(bloc => bloc.Members).ToHashSet();
        var km = Capitals.DistancesFrom(there, buyer);
        void Row(string forecast, double[] said, bool hasLevel = true) => lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {on} | {codes.Length} | {forecast} | {(said.Distinct().Count() > 1 ? MathNet.Numerics.Statistics.Correlation.Spearman(said, seen).ToString("F2", CultureInfo.InvariantCulture) : "none")} | {(hasLevel ? Relative(said).Zip(seen, (a, b) => Math.Abs(a - b)).Average().ToString("F3", CultureInfo.InvariantCulture) : "none")} |"));
        Row("this method", [.. partners.Select(r => Math.Log(now.Total(r, buyer) / was.Total(r, buyer)))]);
        Row("unchanged", new double[codes.Length]);
        Row("who is under the measure loses that share", [.. codes.Select(code => Math.Log(1 - Math.Min(0.95, banned(code))))]);
        if (unions.Count > 0)
            Row("the same, and the customs union gains 10 percent", [.. partners.Select(r => Math.Log(1 - Math.Min(0.95, banned(there.Code(r)))) + (unions.Contains(r) ? 0.1 : 0))]);
        Row("the nearer gains", [.. partners.Select(r => -km[r.Index])], hasLevel: false);
    }

    // The demand of all fell and rose for other reasons: both sides are taken relative to the median partner.
    static double[] Relative(double[] logs)
    {
        var median = MathNet.Numerics.Statistics.Statistics.Median(logs);
        return [.. logs.Select(value => value - median)];
    }
}

Func<string, double> BannedOfFood(CaseAnswer answer) => code =>
{
    var there = answer.Case.World;
    var origin = new Region(there.Regions.Select(region => region.Code).ToList().IndexOf(code));
    var (banned, all) = (0.0, 0.0);
    for (var s = 0; s < there.Sectors.Length; s++)
    {
        if (!there.Sectors[s].Tags.Intersect(["agriculture", "food"]).Any())
            continue;
        banned += answer.BannedTrade[new Sector(s), origin];
        all += there.Trade[Cube.At(there.Regions.Length, new Sector(s), origin, answer.Case.Target)];
    }

    return banned / all;
};

// Iran's oil by buyer, thousand barrels a day: what each bought in 2011, Iran's part of all that it imported, and what it bought in 2013.
string Iran()
{
    (string Code, double Before, double PartOfImports, double After)[] buyers =
    [
        ("CHN", 555, 0.10, 410), ("IND", 321, 0.11, 194), ("JPN", 313, 0.059, 195), ("KOR", 239, 0.094, 133), ("TUR", 200, 0.306, 100), ("ZAF", 100, 0.25, 0),
        ("ITA", 185, 0.132, 0), ("ESP", 161, 0.162, 0), ("GRC", 103, 0.531, 0), ("FRA", 58, 0.06, 0), ("BEL", 36, 0.05, 0), ("NLD", 19, 0.02, 0),
    ];
    // Million USD a year for a thousand barrels a day, at 111 USD a barrel (mean of Brent in 2011).
    const double Value = 365 * 0.111;
    string[] codes = ["IRN", .. buyers.Select(buyer => buyer.Code), "ROW"];
    var n = codes.Length;
    var trade = new double[2 * n * n];
    int At(int sector, string from, string to) => (sector * n + Array.IndexOf(codes, from)) * n + Array.IndexOf(codes, to);
    foreach (var (code, before, part, _) in buyers)
        (trade[At(0, "IRN", code)], trade[At(0, "ROW", code)]) = (Value * before, Value * before * (1 / part - 1));
    (trade[At(0, "ROW", "ROW")], trade[At(1, "IRN", "IRN")]) = (1e6, 3e5);
    var market = new World(
        new WorldInfo("iran-2011", "Iran's oil in 2011", 2011, [], []),
        [.. codes.Select(code => new Samarkand.Worlds.RegionInfo(code, code, code == "ROW"))],
        [new SectorInfo("cru", "crude oil", ["goods", "crude", "fuel"]), new SectorInfo("oth", "all other goods", ["goods"])],
        [], trade, null, new double[n * 4], new double[n * 2], [4, 4]);
    var bound = CaseSource.FromText(
        "title: Iran 2012\nworld: iran-2011\nhorizon: short\ntarget: IRN\ncoalition: [ITA, ESP, GRC, FRA, BEL, NLD]\npackage: [{ kind: import-ban, sectors: [cru] }]\nother-buyers: { sectors: [cru] }\n", "iran").Case.BindTo(market);
    double[] said = [.. buyers.Select(buyer => buyer.After == 0 && buyer.Code != "ZAF" ? 0 : buyer.Before + bound.Outlets!.Outlets.Where(outlet => codes[outlet.Buyer.Index] == buyer.Code).Sum(outlet => outlet.MovedMusd) / Value)];
    var lines = new List<string> { "| buyer | 2011 | with other buyers | 2013 |", "| --- | ---: | ---: | ---: |" };
    lines.AddRange(buyers.Select((buyer, b) => string.Create(CultureInfo.InvariantCulture, $"| {buyer.Code} | {buyer.Before:F0} | {said[b]:F0} | {buyer.After:F0} |")));
    lines.Add(string.Create(CultureInfo.InvariantCulture, $"| all of these | {buyers.Sum(buyer => buyer.Before):F0} | {said.Sum():F0} | {buyers.Sum(buyer => buyer.After):F0} |"));
    var seen = Enumerable.Range(0, buyers.Length).Where(b => buyers[b].After > 0).ToArray();
    double Error(Func<int, double> forecast) => seen.Average(b => Math.Abs(Math.Log(forecast(b) / buyers[b].After)));
    var rank = Ranks([.. seen.Select(b => said[b] / buyers[b].Before)], [.. seen.Select(b => buyers[b].After / buyers[b].Before)]);
    lines.Add("");
    lines.Add("| forecast of the five who bought on | rank correlation | mean log error |");
    lines.Add("| --- | ---: | ---: |");
    lines.Add(string.Create(CultureInfo.InvariantCulture, $"| this method | {rank} | {Error(b => said[b]):F3} |"));
    lines.Add(string.Create(CultureInfo.InvariantCulture, $"| unchanged; who bans loses it | none | {Error(b => buyers[b].Before):F3} |"));
    return string.Join('\n', lines);
}

// Sales to Russia by exporter, million USD: Inter-Country Input-Output tables of the OECD.
static Dictionary<string, double> Icio(string data, int year, string[] sectors)
{
    using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(data, "icio", $"icio_trade_{year}.csv.gz")), System.IO.Compression.CompressionMode.Decompress));
    var header = reader.ReadLine()!.Split(',');
    var columns = sectors.Select(sector => Array.IndexOf(header, sector)).ToArray();
    var sales = new Dictionary<string, double>();
    while (reader.ReadLine() is { } line)
    {
        if (line.Split(',') is var cells && cells[1] == "RUS")
            sales[cells[0]] = columns.Sum(c => double.Parse(cells[c], CultureInfo.InvariantCulture));
    }

    return sales;
}

// Imports of the United States by origin, million USD: Census Bureau.
static Dictionary<string, double> Census(string data, string year)
{
    using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(data, "tradewar", "us_imports_duties_hs2_by_origin_quarterly_2015_2021.csv.gz")), System.IO.Compression.CompressionMode.Decompress));
    var imports = new Dictionary<string, double>();
    while (reader.ReadLine() is { } line)
    {
        if (line.Split(',') is var cells && cells[0].StartsWith(year, StringComparison.Ordinal) && cells[1] != "WLD")
            imports[cells[1]] = imports.GetValueOrDefault(cells[1]) + double.Parse(cells[3], CultureInfo.InvariantCulture) / 1e6;
    }

    return imports;
}

string Embargo(World there)
{
    var lines = new List<string> { "| rho | came back, percent | through Belarus, percent |", "| ---: | ---: | ---: |" };
    foreach (var rho in new[] { "6", "8", "10", "12", "14" })
    {
        var answer = SolveOn(there, "russia-food-embargo-2014.yaml", $"routes.elasticity={rho}");
        lines.Add($"| {rho} | {Text(100 * Through(answer).Sum(way => way.Flow) / answer.BannedTrade.Total)} | {Text(100 * Through(answer).Where(way => there.Code(way.Conduit) == "BLR").Sum(way => way.Flow) / answer.BannedTrade.Total)} |");
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
        ("no hub known but ordinary states", ["routes.re-exports={ HKG: 0.05, ARE: 0.05, GEO: 0.05, KGZ: 0.05, ARM: 0.05, SGP: 0.05, NLD: 0.05, LTU: 0.05 }"]),
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

CaseAnswer Solve(string file, params string[] sets) => SolveOn(world, file, sets);

CaseAnswer SolveOn(World there, string file, params string[] sets) =>
    CaseAnswer.Solve(CaseSource.FromFile(Path.Combine(root, "cases", file), sets).Open(there));

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
