using CsCheck;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Random worlds some of whose sectors are kinds of energy, with random elasticities of substitution.</summary>
internal static class NestedWorlds
{
    public static readonly Gen<(World World, int Seed)> Samples =
        from world in RandomEconomy.Worlds
        from seed in Gen.Int[0, 1_000_000]
        select (Tagged(world, seed), seed);

    /// <summary>With so many regions that blocks of a shock leave some alone.</summary>
    public static readonly Gen<(World World, int Seed)> Larger =
        from regions in Gen.Int[6, 10]
        from sectors in Gen.Int[3, 6]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select (Tagged(RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed), seed), seed);

    /// <summary>The first sector makes fuel; others are energy by chance.</summary>
    public static World Tagged(World world, int seed)
    {
        var random = new Random(seed);
        string[] tags = ["goods", "electricity", "coal", "services", "goods"];
        return new World(
            world.About,
            world.Regions,
            [.. world.Sectors.Select((sector, k) => sector with { Tags = [k == 0 ? "fuel" : tags[random.Next(tags.Length)]] })],
            world.Blocs,
            world.Trade.ToArray(),
            world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
            world.Inputs.ToArray(),
            world.Final.ToArray(),
            world.Elasticities.ToArray());
    }

    /// <summary>Elasticities of a horizon, or random ones from 0.05 to 2, some of them 1.</summary>
    public static Substitution Elasticities(int seed)
    {
        var random = new Random(seed);
        double Any() => random.Next(4) == 0 ? 1 : Apart(0.05 + 2 * random.NextDouble());
        // Rounding is divided by 1 - sigma: a bundle at 0.9996 ends at residuals of 1e-12, whatever the solver does.
        double Apart(double sigma) => Math.Abs(sigma - 1) < 0.01 ? 1 : sigma;
        double NotOne() => 0.05 + 0.9 * random.NextDouble();
        return (seed % 5) switch
        {
            0 => Substitution.At(Horizon.Short),
            1 => Substitution.At(Horizon.Medium),
            2 => Substitution.At(Horizon.Long),
            3 => new Substitution(NotOne(), Any(), Any(), Any(), NotOne()),
            _ => new Substitution(1, Any(), Any(), Any(), 1),
        };
    }

    /// <summary>The baseline of a sample: of every second one with nests.</summary>
    public static Baseline Nested((World World, int Seed) sample) =>
        sample.Seed % 2 == 0 ? Baseline(sample.World, Elasticities(sample.Seed)) : Samarkand.Model.Baseline.Of(sample.World, Horizon.Long);

    public static Baseline Baseline(World world, Substitution elasticities, Horizon horizon = Horizon.Long) =>
        Samarkand.Model.Baseline.Of(world, horizon).WithNesting(Nesting.Of(world, elasticities));

    public static PlainEconomy Plain(World world, Substitution elasticities) => new(world)
    {
        Nests = new PlainNests(
            [.. world.Sectors.Select(sector => sector.Tags.Contains("fuel") || sector.Tags.Contains("coal") || sector.Tags.Contains("electricity"))],
            [.. world.Sectors.Select(sector => sector.Tags.Contains("fuel") || sector.Tags.Contains("coal"))],
            elasticities),
    };
}
