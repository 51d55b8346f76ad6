using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Cases.Routes;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>Cases on random worlds in which R1 sanctions R0, and R2 and R3 choose what to do.</summary>
internal static class SmallGame
{
    public const string Package = "package: [{ kind: export-ban, coverage: 0.6 }, { kind: import-ban, coverage: 0.4 }]";
    public const string Secondary = "secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.2, both: true }] }";

    public static readonly Gen<World> Worlds = RouteWorld.Worlds;

    public static CaseSource Text(string more) => CaseSource.FromText($"title: t\nworld: random\ntarget: R0\ncoalition: [R1]\n{Package}\n{more}\n", Yaml.Source);

    public static string Rescuer(string more = "") =>
        $"{{ region: R2, stances: [comply, neutral, rescue], stance: neutral, means: [{{ kind: supply, discount: 0.1, paid-by: R2 }}]{(more.Length == 0 ? "" : ", ")}{more} }}";

    public static RescueAnswer Solve(World world, string more, int draws = 0, int seed = 1)
    {
        var text = Text(more);
        return RescueAnswer.Solve(text, text.Case.BindTo(world), new RescueRequest { Draws = draws, Seed = seed }, cancellation: TestContext.Current.CancellationToken);
    }
}
