using CsCheck;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>What states sell on, by sector: each sector's goods have the re-exports of that sector.</summary>
public class OnwardSalesTests
{
    [Fact]
    public void All_that_a_state_sells_on_is_its_share_of_imports_of_that_sector() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]).Sample(
        (world, seed) =>
        {
            var (random, n) = (new Random(seed), world.Regions.Length);
            double[] shares = [.. Enumerable.Range(0, world.Sectors.Length * n).Select(_ => random.NextDouble())];
            var onward = new OnwardSales(world, [.. shares]);
            for (var cell = 0; cell < shares.Length; cell++)
            {
                var (sector, state) = (new Sector(cell / n), new Region(cell % n));
                Region[] others = [.. Enumerable.Range(0, n).Select(r => new Region(r)).Where(other => other != state)];
                var (ofSector, ofAll) = (others.Sum(other => world.Trade[Cube.At(n, sector, state, other)]), others.Sum(other => onward.Goods(state, other)));
                Assert.Equal(ofSector > 0 ? shares[cell] : 0, onward.OfSector(sector, state) * ofSector, 1e-12);
                Assert.Equal(ofAll > 0 ? shares[cell] : 0, onward.OfAll(sector, state) * ofAll, 1e-12);
            }
        },
        iter: 50);
}
