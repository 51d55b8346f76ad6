using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Effects;

/// <summary>A solver that stays gives the bits of a fresh one, whatever was asked before.</summary>
public class KeptSolversTests
{
    private const string Case = "title: t\nworld: samarkand-2021\ntarget: RUS\ncoalition: [EU]\ndefault-stance: conduit\npackage:\n  - { kind: import-ban, sectors: [energy], coverage: 0.5 }\n  - { kind: export-ban, sectors: [electronics], coverage: 0.5 }\n";

    private static readonly string[] Forms = ["", "inputs: nested\n", "origins: two-tier\n", "adjustment: by-sector\n", "closure: proportional\n", "closure: closed\n", "elasticities: { energy: 8 }\n"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Cases_that_ask_for_other_forms_of_the_model_share_none()
    {
        var (world, kept) = (WorldCatalog.Open("samarkand-2021"), new KeptSolvers());
        BoundCase[] cases = [.. Forms.Select(form => CaseSource.FromText(Case + form).Case.BindTo(world))];
        var (first, second) = (Array.ConvertAll(cases, bound => Loss(kept.Solve(bound, Token))), Array.ConvertAll(cases, bound => Loss(kept.Solve(bound, Token))));

        Assert.Equal(Array.ConvertAll(cases, bound => Loss(CaseAnswer.Solve(bound, Token))), first);
        Assert.Equal(first, second);
        Assert.Equal(Forms.Length, first.Distinct().Count());
    }

    [Fact]
    public void At_another_horizon_routes_are_those_of_that_horizon()
    {
        var bound = CaseSource.FromText(Case + "adjustment: by-sector\n").Case.BindTo(WorldCatalog.Open("samarkand-2021"));
        Assert.Equal(Loss(CaseAnswer.Solve(bound, Horizon.Short, Token)), Loss(new KeptSolvers().Solve(bound, Horizon.Short, Token)));
    }

    [Fact]
    public void However_many_are_asked_for_those_that_are_kept_stay_within_their_bound()
    {
        const long most = 100L << 20;
        var (world, kept) = (WorldCatalog.Open("wiod-2011"), new KeptSolvers(most));
        var losses = new List<double>();
        foreach (var elasticity in new[] { 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 3, 14 })
        {
            losses.Add(Loss(kept.Solve(Elastic(world, elasticity), Token)));
            Assert.InRange(kept.Bytes, 1, most);
        }

        // The first was forgotten and made again, the last stayed: both give the bits of a fresh one.
        Assert.InRange(kept.Count, 2, 11);
        Assert.Equal(losses[0], losses[^2]);
        Assert.Equal(losses[^3], losses[^1]);
        Assert.Equal(losses[^1], Loss(CaseAnswer.Solve(Elastic(world, 14), Token)));
        Assert.Equal(12, losses.Distinct().Count());
    }

    [Fact]
    public void What_a_kept_solver_is_said_to_take_is_no_less_than_what_it_takes()
    {
        var (world, kept) = (WorldCatalog.Open("wiod-2011"), new KeptSolvers(1L << 30));
        kept.Solve(Elastic(world, 2.5), Token);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var said = kept.Bytes;
        for (var i = 0; i < 12; i++)
            kept.Solve(Elastic(world, 3 + i / 8.0), Token);

        // Other tests allocate meanwhile and let go again: far from exact, and far from being off by a factor.
        var took = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"measured: {took >> 20} MiB of {(kept.Bytes - said) >> 20} MiB");
        Assert.Equal(13, kept.Count);
        Assert.InRange(took, -1L << 32, (kept.Bytes - said) + (64L << 20));
    }

    private static BoundCase Elastic(World world, double elasticity) =>
        CaseSource.FromText(FormattableString.Invariant($"title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU]\npackage:\n  - {{ kind: export-ban, sectors: [electronics], coverage: 0.5 }}\nelasticities: {{ electronics: {elasticity} }}\n")).Open(world);

    [Theory]
    [InlineData("target: RUS", "target: IRN")]
    [InlineData("coverage: 0.5", "coverage: 0.7")]
    [InlineData("coalition: [EU]", "coalition: [EU, USA]")]
    [InlineData("evasion: 0.1", "evasion: 0.2")]
    [InlineData("re-exports: { KAZ: 0.3 }", "re-exports: { KAZ: 0.4 }")]
    public void What_another_case_found_of_the_world_is_taken_where_it_is_the_same_alone(string written, string other)
    {
        const string routed = Case + "routes: { evasion: 0.1, re-exports: { KAZ: 0.3 } }\nother-buyers: { sectors: [crude], share: 0.7, discount: 0.2 }\n";
        var world = WorldCatalog.Open("samarkand-2021");
        var like = CaseSource.FromText(routed).Open(world);
        var source = CaseSource.FromText(routed.Replace(written, other, StringComparison.Ordinal));

        Assert.Equal(Loss(CaseAnswer.Solve(source.Open(world), Token)), Loss(CaseAnswer.Solve(source.Open(world, like), Token)));
    }

    private static double Loss(CaseAnswer answer) => answer.Groups[0].RealIncomePct;
}
