using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Instruments that depend on stances: what firms fear, and what a rescuer lends.</summary>
internal sealed partial class InstrumentBinder
{
    private static readonly string[] ArmsTags = ["machinery", "vehicles", "arms"];

    private void CheckFear(OverCompliance fear, Sides sides)
    {
        if (fear.Scope.Both)
            problems.Add(fear.Head.Place, "`both` has no meaning for over-compliance: only the seller's firms leave", "remove it");
        if (!sides.HasCoalition)
        {
            problems.Add(
                fear.Head.Place,
                "over-compliance weighs sales to the target against those to the coalition, and the case names none",
                "add `coalition` to the case");
        }
    }

    private ImmutableArray<Region> ThirdStates()
    {
        var marks = new bool[world.Regions.Length];
        for (var r = 0; r < marks.Length; r++)
            marks[r] = stances.Stances[r] != Stance.Join && new Region(r) != target;
        return RegionNames.Marked(marks);
    }

    /// <summary>A negative wedge on each flow, owned by who pays: <c>paid-by</c>, the only sender, or each sender for its own trade.</summary>
    private ImmutableArray<Wedge> Subsidies(Supply supply, Sides sides, ImmutableArray<FlowBlock> flows)
    {
        var payers = supply.PaidBy is { } name ? Payer(name) : sides.Sender;
        if (payers is [var payer])
            return [.. flows.Select(block => new Wedge(block, -supply.Discount, payer))];
        if (supply.PaidBy is not null || flows.IsEmpty)
            return [];
        foreach (var origin in flows[0].Origins)
        {
            if (!payers.Contains(origin))
                problems.Add(supply.Head.Place, $"nobody pays for what {regions.Code(origin)} supplies: it is not a sender", "name one with `paid-by`");
        }

        var wedges = ImmutableArray.CreateBuilder<Wedge>();
        foreach (var origin in flows[0].Origins)
            wedges.Add(new Wedge(flows[0] with { Origins = [origin] }, -supply.Discount, origin));

        // In the other direction the sender imports, and the importer owns a wedge without an owner.
        wedges.AddRange(flows.Skip(1).Select(back => new Wedge(back, -supply.Discount, null)));
        return wedges.ToImmutable();
    }

    private ImmutableArray<Region> Payer(RegionName name)
    {
        var before = problems.Count;
        if (regions.One(name, "`paid-by`") is { } payer)
            return [payer];
        if (problems.Count == before)
            problems.Add(name.Place, $"`paid-by` names no region that {world.About.Name} holds", "name one, or remove the instrument");
        return [];
    }

    /// <summary>An amount that payers spend at home and abroad as their own final demand for such goods is spread; several share by value added.</summary>
    private ImmutableArray<Purchase> Bought(Arms arms, Sides sides)
    {
        var (from, _) = Parties(arms, sides, arms.From, arms.To, "would arm itself");
        var goods = sectors.Tagged(ArmsTags);
        if (goods.IsEmpty)
            problems.Add(arms.Head.Place, $"{world.About.Name} has no sector tagged {string.Join(", ", ArmsTags[..^1])} or {ArmsTags[^1]}, of which arms are bought", "give a sector such a tag, or use a `transfer`");
        var (purchases, total) = (ImmutableArray.CreateBuilder<Purchase>(), Total(from));
        foreach (var payer in from)
        {
            var spent = goods.Sum(sector => Final(payer, sector));
            if (spent == 0 && !goods.IsEmpty)
                problems.Add(arms.Head.Place, $"{regions.Code(payer)} has no final demand for machinery, vehicles or arms, by which the amount would be spread", "name another `from`");
            foreach (var sector in goods.Where(sector => Final(payer, sector) > 0))
                purchases.Add(new Purchase(payer, sector, arms.AmountMusd * (world.ValueAdded[payer.Index] / total) * (Final(payer, sector) / spent)));
        }

        return purchases.ToImmutable();
    }

    private double Final(Region region, Sector sector) => world.Final[region.Index * world.Sectors.Length + sector.Index];
}
