using BenchmarkDotNet.Attributes;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>
/// One equilibrium of the world of 2021 (62 x 16) to 1e-10, warm, one core: bans on all goods of the coalition, without third states
/// and with twenty of them open.
/// </summary>
public class RouteBenchmarks
{
    private const string Package = """
        title: Routes
        target: RUS
        coalition: [USA, CAN, GBR, EU, JPN, KOR, AUS, NOR, CHE, TWN]
        package:
          - { kind: export-ban, coverage: 0.5, common-list: true }
          - { kind: payments-cut, cost: 0.05, settled: 0.6, both: true }
        """;

    private const string Conduits = "KAZ KGZ UZB TJK TKM ARM GEO AZE BLR TUR ARE SRB MNG HKG IND CHN ISR IDN VNM SAU";

    private Solver _solver = null!;
    private Shock _closed = null!;
    private Shock _open = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        _solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium));
        var players = string.Concat(Conduits.Split(' ').Select(code => $"  - {{ region: {code}, stance: conduit }}\n"));
        _closed = CaseSource.FromText(Package, "closed").Case.BindTo(world).Shock;
        _open = CaseSource.FromText($"{Package}\nplayers:\n{players}", "open").Case.BindTo(world).Shock;
    }

    [Benchmark(Baseline = true)]
    public Equilibrium WithoutRoutes() => _solver.Solve(_closed);

    [Benchmark]
    public Equilibrium TwentyConduits() => _solver.Solve(_open);
}
