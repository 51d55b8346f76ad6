using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Finds the flows and payments of instruments in a world.</summary>
/// <param name="world">The world.</param>
/// <param name="target">The target, or null where it was not found.</param>
/// <param name="stances">The stances that hold.</param>
/// <param name="regions">Looks up regions.</param>
/// <param name="sectors">Looks up sectors.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed partial class InstrumentBinder(
    World world, Region? target, BoundStances stances, RegionNames regions, SectorNames sectors, ProblemList problems)
{
    /// <summary>Binds an instrument of a package with the given default sides.</summary>
    public BoundInstrument Bind(Instrument instrument, Sides sides)
    {
        var flows = instrument is FlowInstrument flow ? Flows(flow, sides) : [];
        var payments = instrument switch
        {
            AssetFreeze freeze => Seized(freeze, sides, freeze.Owner, freeze.Holders, freeze.AmountMusd * freeze.Yield + Drawn(freeze)),
            AssetSeizure seizure => Seized(seizure, sides, seizure.Owner, seizure.Holders, seizure.AmountMusd / seizure.Years),
            Transfer transfer => Moved(transfer, sides, transfer.From, transfer.To, isBackwards: false),

            // What no longer flows is lost where it went and kept where it came from.
            InvestmentStop stop => Moved(stop, sides, stop.From, stop.To, isBackwards: true),
            _ => [],
        };
        return new BoundInstrument(instrument, flows, payments)
        {
            Role = sides.Role,
            Players = sides.Players,
            Evidence = instrument.Head.Evidence.IsEmpty ? sides.Evidence : instrument.Head.Evidence,
            Wedges = instrument is Supply supply ? Subsidies(supply, sides, flows) : [],
            Purchases = instrument is Arms arms ? Bought(arms, sides) : [],
            Departures = instrument is OverCompliance fear ? [.. flows.SelectMany(block => Departures.Of(fear, block, world, stances))] : [],
        };
    }

    private static double Drawn(AssetFreeze freeze) => freeze.DrawdownYears is { } years ? freeze.AmountMusd / years : 0;

    private ImmutableArray<FlowBlock> Flows(FlowInstrument flow, Sides sides)
    {
        if (flow is OverCompliance fear)
            CheckFear(fear, sides);
        var scope = flow.Scope;
        var origins = Side(flow, sides, "from", scope.From, flow is OverCompliance ? ThirdStates() : flow.IsOnPurchases ? sides.Receiver : sides.Sender);
        var destinations = Side(flow, sides, "to", scope.To, flow.IsOnPurchases ? sides.Sender : sides.Receiver);
        var chosen = sectors.Set(scope.Sectors.IsEmpty ? [new SectorName(flow.DefaultSectors, flow.Head.Place)] : scope.Sectors);
        if (origins.IsEmpty || destinations.IsEmpty || chosen.IsEmpty)
            return [];
        if (origins is [var only] && destinations is [var same] && only == same)
            problems.Add(flow.Head.Place, $"acts on no flow: it runs from {regions.Code(only)} to itself", "name another `from` or `to`");
        if (!scope.Both)
            return [new FlowBlock(origins, destinations, chosen)];
        if (origins.Count(destinations.Contains) > 1)
            problems.Add(flow.Head.Place, "`both: true` would act twice on the flows among regions that stand on both sides", "remove `both`, or a region from one side");
        return [new FlowBlock(origins, destinations, chosen), new FlowBlock(destinations, origins, chosen)];
    }

    private ImmutableArray<Payment> Seized(
        Instrument instrument, Sides sides, RegionName? ownerName, ImmutableArray<RegionName> holderNames, double amount)
    {
        var owner = Side(instrument, sides, "owner", ownerName is null ? [] : [ownerName], sides.Receiver);
        var holders = Side(instrument, sides, "holders", holderNames, sides.Sender);
        if (ownerName is not null && owner.Length > 1)
            problems.Add(ownerName.Place, $"`owner` is one region, and {ownerName.Text} is a bloc", "name one of its members");
        else if (owner.FirstOrDefault(holders.Contains, new Region(-1)) is { Index: >= 0 } both)
            problems.Add(instrument.Head.Place, $"{regions.Code(both)} would hold its own assets", "name other `holders`");
        return Payments(owner, holders, amount);
    }

    private ImmutableArray<Payment> Moved(
        MoneyInstrument instrument, Sides sides, ImmutableArray<RegionName> fromNames, ImmutableArray<RegionName> toNames, bool isBackwards)
    {
        var (from, to) = Parties(instrument, sides, fromNames, toNames, "would pay itself");
        return isBackwards ? Payments(to, from, instrument.AmountMusd) : Payments(from, to, instrument.AmountMusd);
    }

    private (ImmutableArray<Region> From, ImmutableArray<Region> To) Parties(
        MoneyInstrument instrument, Sides sides, ImmutableArray<RegionName> fromNames, ImmutableArray<RegionName> toNames, string what)
    {
        var from = Side(instrument, sides, "from", fromNames, sides.Sender);
        var to = Side(instrument, sides, "to", toNames, sides.Receiver);
        foreach (var region in from)
        {
            if (to.Contains(region))
                problems.Add(instrument.Head.Place, $"{regions.Code(region)} {what}", "name another `from` or `to`");
        }

        return (from, to);
    }

    /// <summary>One side of an instrument: what it names, or the default.</summary>
    private ImmutableArray<Region> Side(
        Instrument instrument, Sides sides, string key, ImmutableArray<RegionName> names, ImmutableArray<Region> otherwise)
    {
        if (names.IsEmpty)
        {
            // A target or coalition that was named but not found has a problem of its own.
            if (otherwise.IsEmpty && !sides.HasCoalition && !sides.Receiver.IsEmpty)
            {
                problems.Add(
                    instrument.Head.Place,
                    $"{instrument.Kind} has no `{key}`: by default it is the coalition, and the case names none",
                    $"add `coalition` to the case, or `{key}` here");
            }

            return otherwise;
        }

        var before = problems.Count;
        var side = regions.Set(names);
        if (side.IsEmpty && problems.Count == before && !names.All(name => name.MayBeMissing))
            problems.Add(names[0].Place, $"`{key}` names no region that {world.About.Name} holds", "name one, or remove the instrument");
        return side;
    }

    /// <summary>An amount that some pay to others, on each side in proportion to value added.</summary>
    private ImmutableArray<Payment> Payments(ImmutableArray<Region> from, ImmutableArray<Region> to, double amount)
    {
        var payments = ImmutableArray.CreateBuilder<Payment>(from.Length * to.Length);
        var (fromTotal, toTotal) = (Total(from), Total(to));
        foreach (var payer in from)
        {
            foreach (var payee in to)
                payments.Add(new Payment(payer, payee, amount * (world.ValueAdded[payer.Index] / fromTotal) * (world.ValueAdded[payee.Index] / toTotal)));
        }

        return payments.ToImmutable();
    }

    private double Total(ImmutableArray<Region> members)
    {
        var total = 0.0;
        foreach (var member in members)
            total += world.ValueAdded[member.Index];
        return total;
    }
}
