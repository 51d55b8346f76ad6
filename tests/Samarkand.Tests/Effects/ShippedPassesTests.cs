using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Tests.Effects;

/// <summary>
/// The cases that ship, with the preconditioner of their world and without: the same answer to what the certificates leave open, in less than
/// half the passes, whatever the horizon, the closure and the form of the model, although it was made at one of them.
/// </summary>
public class ShippedPassesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ShippedCases.Files), MemberType = typeof(ShippedCases))]
    public void Cases_that_ship(string file) => Check(ShippedCases.Read(file));

    [Theory]
    [InlineData("inputs: nested")]
    [InlineData("origins: two-tier")]
    [InlineData("adjustment: by-sector")]
    [InlineData("closure: closed")]
    [InlineData("closure: proportional")]
    [InlineData("elasticities: { electronics: 9, crude: 2 }")]
    [InlineData("inputs: nested\norigins: two-tier\nadjustment: by-sector")]
    public void Forms_of_the_model(string form) => Check(CaseSource.FromText(
        $"title: t\nworld: samarkand-2021\ntarget: RUS\ncoalition: [EU, USA]\ndefault-stance: conduit\n{form}\npackage:\n  - {{ kind: import-ban, sectors: [energy], coverage: 0.8 }}\n  - {{ kind: export-ban, sectors: [electronics], coverage: 1 }}\n  - {{ kind: tariff, sectors: [stl], rate: 0.3 }}\n").Case);

    private static void Check(Case read)
    {
        var (world, bare) = (WorldCatalog.Open(read.World), BinaryWorld.Read(EmbeddedWorlds.Bytes(read.World), read.World));
        foreach (var horizon in Enum.GetValues<Horizon>())
        {
            var (with, without) = (CaseAnswer.Solve(read.BindTo(world), horizon, Token), CaseAnswer.Solve(read.BindTo(bare), horizon, Token));
            var passes = (with.Equilibrium.Certificate.Iterations, without.Equilibrium.Certificate.Iterations);
            Assert.True(2 * passes.Item1 < passes.Item2 + 1, $"{horizon}: {passes.Item1} passes instead of {passes.Item2}");
            Assert.InRange(with.Equilibrium.Certificate.Largest, 0, CaseAnswer.Tolerance);
            foreach (var (expected, found) in without.Effects.Regions.Zip(with.Effects.Regions))
                Assert.Equal(expected.RealIncomePct, found.RealIncomePct, 1e-9);
        }
    }
}
