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

    private static double Loss(CaseAnswer answer) => answer.Groups[0].RealIncomePct;
}
