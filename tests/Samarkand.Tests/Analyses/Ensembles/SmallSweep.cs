using CsCheck;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Tests.Analyses.Rescue;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>Cases with priors on random worlds.</summary>
internal static class SmallSweep
{
    public const string Priors = "routes: { margin: 0.1 }\npriors:\n  package.0.coverage: uniform(0.3, 0.9)\n  routes.margin: scale lognormal(1, 0.2)\n  elasticities: scale lognormal(1, 0.2)\n";

    public static World World => SmallGame.Worlds.Single();

    public static CaseSource Text(string more = Priors, params string[] edits) => SmallGame.Text(more).With(edits);

    public static EnsembleAnswer Solve(World world, int draws, int seed = 1, int chunk = EnsembleStudy.DefaultChunk, CaseSource? text = null) =>
        EnsembleStudy.Solve(text ?? Text(), world, draws, seed, null, chunk, null, TestContext.Current.CancellationToken);

    public static InputProblem Problem(string priors, World? world = null) =>
        Yaml.Problem(() => Solve(world ?? World, 5, text: Text($"priors:\n  {priors}\n")));
}
