using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Instruments;

/// <summary>A rescuer's own demand for machinery and vehicles for the target's war.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Who supplies; empty for the sender.</param>
/// <param name="To">Who receives; empty for the receiver.</param>
internal sealed record Arms(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    private static readonly string[] Tags = ["machinery", "vehicles", "arms"];

    internal static InstrumentForm Written { get; } = new("arms", (head, fields) => new Arms(
        head, fields.Amount("amount", NumberRange.AboveZero, "5 bn USD") ?? double.NaN, fields.Regions("from"), fields.Regions("to")));

    internal override InstrumentForm Form => Written;

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { From = Renamed(From, rename), To = Renamed(To, rename) };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides) => new(this, [], []) { Purchases = Bought(binder, sides) };

    internal override Shock ToShock(BoundInstrument bound) => new() { Purchases = bound.Purchases };

    internal override void Check(UnusedNames names) => names.CheckParties(From, To);

    /// <summary>An amount that payers spend at home and abroad as their own final demand for such goods is spread; several share by value added.</summary>
    private ImmutableArray<Purchase> Bought(InstrumentBinder binder, Sides sides)
    {
        var (world, problems) = (binder.World, binder.Problems);
        var (from, _) = binder.Parties(this, sides, From, To, "would arm itself");
        var goods = binder.Sectors.Tagged(Tags);
        if (goods.IsEmpty)
            problems.Add(Head.Place, $"{world.About.Name} has no sector tagged {string.Join(", ", Tags[..^1])} or {Tags[^1]}, of which arms are bought", "give a sector such a tag, or use a `transfer`");
        var (purchases, total) = (ImmutableArray.CreateBuilder<Purchase>(), binder.ValueAdded(from));
        foreach (var payer in from)
        {
            var spent = goods.Sum(sector => Final(world, payer, sector));
            if (spent == 0 && !goods.IsEmpty)
                problems.Add(Head.Place, $"{world.Code(payer)} has no final demand for machinery, vehicles or arms, by which the amount would be spread", "name another `from`");
            foreach (var sector in goods.Where(sector => Final(world, payer, sector) > 0))
                purchases.Add(new Purchase(payer, sector, AmountMusd * (world.ValueAdded[payer.Index] / total) * (Final(world, payer, sector) / spent)));
        }

        return purchases.ToImmutable();
    }

    private static double Final(World world, Region region, Sector sector) => world.Final[region.Index * world.Sectors.Length + sector.Index];
}
