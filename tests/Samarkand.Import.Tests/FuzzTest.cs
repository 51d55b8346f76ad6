using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import.Tests;

/// <summary>
/// Mutated tables bring a world that a case can use, or the library's own exception; nothing hangs, and nothing changes but the folder that
/// is written. <c>SAMARKAND_FUZZ_TABLES</c> says how many tables; a few hundred without it.
/// </summary>
public class FuzzTest
{
    private const int Seed = 20_220_916;

    private const string Figaro = """
        refArea,rowIi,counterpartArea,colIi,obsValue
        DE,C19,DE,C19,40
        DE,C19,DE,P3_S14,80
        DE,C19,RU,C19,10
        DE,C19,RU,P3_S14,20
        RU,C19,DE,C19,12
        RU,C19,DE,P3_S14,18
        RU,C19,RU,C19,38
        RU,C19,RU,P3_S14,82
        W2,D1,DE,C19,95
        W2,D21X31,DE,C19,3
        W2,D1,RU,C19,104
        W2,D21X31,RU,C19,-2

        """;

    private const string Icio = """
        V1,AUS_A01_02,AUS_C26,RUS_A01_02,RUS_C26,AUS_HFCE,AUS_INVNT,RUS_HFCE,RUS_INVNT,OUT
        AUS_A01_02,10,20,0,5,60,-10,8,-2,91
        AUS_C26,5,30,0,0,40,0,0,0,75
        RUS_A01_02,0,0,20,10,1,-3,70,2,100
        RUS_C26,0,4,6,10,10,0,50,0,80
        TLS,1,2,3,4,5,0,6,0,21
        VA,75,19,71,51,0,0,0,0,216
        OUT,91,75,100,80,0,0,0,0,346

        """;

    private const string Adb = """
        Table 2021,,,,,,,,,,
        ,,,,AAA,AAA,RoW,RoW,AAA,RoW,ToT
        ,,,,c1,c2,c1,c2,F1,F1,
        ,a,AAA,c1,10,20,0,5,50,6,91
        ,b,AAA,c2,5,30,0,0,40,0,75
        ,a,RoW,c1,0,0,20,10,0,70,100
        ,b,RoW,c2,0,4,6,10,10,50,80
        ,t,ToT,r99,1,2,3,4,0,0,0
        ,v,ToT,r64,75,19,71,51,0,0,0
        ,o,ToT,r69,91,75,100,80,0,0,0

        """;

    private static readonly (string Name, string Text)[] Beside =
    [
        ("regions.csv", "code,name,remainder\nAAA,Aland,\nBBB,Beland,true\n"),
        ("sectors.csv", "code,name,tags\nc1,Goods,goods;energy\nc2,Services,services\n"),
        ("theta.csv", "sector,theta\nc1,5.5\nc2,4\n"),
        ("totals.csv", "region,sector,output,value-added\nAAA,c1,100,100\nAAA,c2,50,40\nBBB,c1,70,70\nBBB,c2,75,65\n"),
        ("tariffs.csv", "importer,exporter,sector,rate\nAAA,BBB,c1,0.2\nBBB,AAA,c1,45 %\n"),
        ("map.csv", "from,to,name\nc1,s,Sum\nc2,s,\n"),
    ];

    [Fact]
    public async Task MutatedTablesAreReadOrRefused()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SAMARKAND_FUZZ_TABLES") ?? "400", CultureInfo.InvariantCulture);
        using var folder = new TemporaryWork();
        var (made, refused) = (0, 0);
        for (var k = 0; k < count; k++)
        {
            var run = Task.Run(() => folder.Run(k), TestContext.Current.CancellationToken);
            try
            {
                if (await run.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken))
                    made++;
                else
                    refused++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Assert.Fail($"table {k} of seed {Seed}: {failure}");
            }
        }

        // Neither a reader that refuses everything nor mutations that break nothing would test anything.
        Assert.InRange(made, count / 20, count);
        Assert.InRange(refused, count / 4, count);
    }

    /// <summary>A folder with the tables to read and one to write.</summary>
    private sealed class TemporaryWork : IDisposable
    {
        private readonly SmallTable _folder = new();

        public TemporaryWork() => Directory.CreateDirectory(_folder["in"]);

        public void Dispose() => _folder.Dispose();

        /// <summary>Reads one mutated table; whether it became a world.</summary>
        public bool Run(int k)
        {
            var random = new Random(Seed + k);
            foreach (var old in Directory.GetFiles(_folder["in"]))
                File.Delete(old);
            var kind = random.Next(10);
            var import = Prepare(kind, random);
            var before = Prints();
            var isMade = false;
            try
            {
                var world = import();
                WorldFolder.Write(world, _folder["out"]);
                Assert.Equal(world.Trade, WorldFolder.Read(_folder["out"]).Trade);
                isMade = true;
            }
            catch (InputException refusal)
            {
                Assert.NotEmpty(refusal.Problems);
                Assert.All(refusal.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
            }

            Assert.Equal(before, Prints());
            if (Directory.Exists(_folder["out"]))
                Directory.Delete(_folder["out"], recursive: true);
            Assert.Equal([_folder["in"]], Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder["in"])!));
            return isMade;
        }

        private Func<World> Prepare(int kind, Random random)
        {
            var settings = SmallTable.Settings with { Balance = random.Next(3) == 0, Year = random.Next(8) == 0 ? null : 2020 };
            switch (kind)
            {
                case 0:
                    return Wide("icio-2020.csv", Icio, IcioImport.Read);
                case 1:
                    return Wide("adb-2020.csv", Adb, AdbImport.Read);
                case 2:
                    return Long(Write("f-2020.csv", Figaro, random), settings);
                case 3 or 4 or 5:
                    var (name, text) = Beside[random.Next(Beside.Length)];
                    var side = Write(name, text, random);
                    var table = new LongTable([Plain("t-2020.csv", SmallTable.Right)]) { TotalsFile = name == "totals.csv" ? side : null };
                    var with = settings with
                    {
                        RegionsFile = name == "regions.csv" ? side : null,
                        SectorsFile = name == "sectors.csv" ? side : null,
                        ElasticitiesFile = name == "theta.csv" ? side : null,
                        TariffsFile = name == "tariffs.csv" ? side : null,
                        Theta = name == "theta.csv" ? null : 4,
                    };
                    return name == "map.csv"
                        ? () => WorldAggregation.Aggregate(LongTableImport.Read(table, with).World, null, side, "merged").World
                        : () => LongTableImport.Read(table, with).World;
                default:
                    return Long(Write(random.Next(4) == 0 ? "t-2020.csv.gz" : "t-2020.csv", SmallTable.Right, random), settings);
            }

            Func<World> Wide(string file, string text, Func<string, ImportSettings, CancellationToken, ImportedWorld> read)
            {
                var path = Write(file, text, random);
                return () => read(path, settings, CancellationToken.None).World;
            }
        }

        private static Func<World> Long(string path, ImportSettings settings) => () => LongTableImport.Read(new LongTable([path]), settings).World;

        private string Plain(string name, string text)
        {
            File.WriteAllText(_folder[$"in/{name}"], text);
            return _folder[$"in/{name}"];
        }

        private string Write(string name, string text, Random random)
        {
            var path = _folder[$"in/{name}"];
            var bytes = TableMutations.Mutated(text, random);
            if (name.EndsWith(".gz", StringComparison.Ordinal))
            {
                var packed = new MemoryStream();
                using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                    gzip.Write(bytes);
                bytes = packed.ToArray();
                if (random.Next(3) == 0)
                    bytes = bytes[..random.Next(bytes.Length)];
            }

            File.WriteAllBytes(path, bytes);
            return path;
        }

        private string[] Prints() => [.. Directory.GetFiles(_folder["in"]).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];
    }
}
