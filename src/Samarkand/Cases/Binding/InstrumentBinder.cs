using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>What instruments need to find their flows and payments in a world.</summary>
/// <param name="world">The world.</param>
/// <param name="target">The target, or null where it was not found.</param>
/// <param name="stances">The stances that hold.</param>
/// <param name="regions">Looks up regions.</param>
/// <param name="sectors">Looks up sectors.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class InstrumentBinder(
    World world, Region? target, BoundStances stances, RegionNames regions, SectorNames sectors, ProblemList problems)
{
    public World World => world;

    public Region? Target => target;

    public BoundStances Stances => stances;

    public RegionNames Regions => regions;

    public SectorNames Sectors => sectors;

    public ProblemList Problems => problems;

    /// <summary>Every region of the world, in its order.</summary>
    public ImmutableArray<Region> Everyone { get; } = [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];

    /// <summary>Binds an instrument of a package with the given default sides.</summary>
    public BoundInstrument Bind(Instrument instrument, Sides sides) => instrument.Bind(this, sides) with
    {
        Role = sides.Role,
        Players = sides.Players,
        Evidence = instrument.Head.Evidence.IsEmpty ? sides.Evidence : instrument.Head.Evidence,
    };

    /// <summary>The flows of an instrument: one block, two where it acts in both directions; none, with a problem, where a side is missing.</summary>
    /// <param name="flow">The instrument.</param>
    /// <param name="sides">The default sides.</param>
    /// <param name="defaultOrigins">The origins where it names none; null for the default of its kind's direction.</param>
    public ImmutableArray<FlowBlock> Flows(FlowInstrument flow, Sides sides, ImmutableArray<Region>? defaultOrigins = null)
    {
        var scope = flow.Scope;
        var origins = Side(flow, sides, "from", scope.From, defaultOrigins ?? (flow.IsOnPurchases ? sides.Receiver : sides.Sender));
        var destinations = Side(flow, sides, "to", scope.To, flow.IsOnPurchases ? sides.Sender : sides.Receiver);
        var chosen = sectors.Set(scope.Sectors.IsEmpty ? [new SectorName(flow.DefaultSectors, flow.Head.Place)] : scope.Sectors);
        if (origins.IsEmpty || destinations.IsEmpty || chosen.IsEmpty)
            return [];
        if (origins is [var only] && destinations is [var same] && only == same)
            problems.Add(flow.Head.Place, $"acts on no flow: it runs from {world.Code(only)} to itself", "name another `from` or `to`");
        if (!scope.Both)
            return [new FlowBlock(origins, destinations, chosen)];
        if (origins.Count(destinations.Contains) > 1)
            problems.Add(flow.Head.Place, "`both: true` would act twice on the flows among regions that stand on both sides", "remove `both`, or a region from one side");
        return [new FlowBlock(origins, destinations, chosen), new FlowBlock(destinations, origins, chosen)];
    }

    /// <summary>What the owner of assets loses to their holders in a year.</summary>
    public ImmutableArray<Payment> Held(
        Instrument instrument, Sides sides, RegionName? ownerName, ImmutableArray<RegionName> holderNames, double amount)
    {
        var owner = Side(instrument, sides, "owner", ownerName is null ? [] : [ownerName], sides.Receiver);
        var holders = Side(instrument, sides, "holders", holderNames, sides.Sender);
        if (holderNames.Any(name => name.IsEveryone))
            holders = holders.RemoveRange(owner);
        if (ownerName is not null && owner.Length > 1)
            problems.Add(ownerName.Place, $"`owner` is one region, and {ownerName.Text} is a bloc", "name one of its members");
        else if (owner.FirstOrDefault(holders.Contains, new Region(-1)) is { Index: >= 0 } both)
            problems.Add(instrument.Head.Place, $"{world.Code(both)} would hold its own assets", "name other `holders`");
        return Payments(owner, holders, amount);
    }

    /// <summary>Who gives money and who gets it; nobody does both.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="sides">The default sides.</param>
    /// <param name="fromNames">Who gives, as written.</param>
    /// <param name="toNames">Who gets, as written.</param>
    /// <param name="what">What one that did both would do: <c>would pay itself</c>.</param>
    public (ImmutableArray<Region> From, ImmutableArray<Region> To) Parties(
        MoneyInstrument instrument, Sides sides, ImmutableArray<RegionName> fromNames, ImmutableArray<RegionName> toNames, string what)
    {
        var from = Side(instrument, sides, "from", fromNames, sides.Sender);
        var to = Side(instrument, sides, "to", toNames, sides.Receiver);
        var (areAllFrom, areAllTo) = (fromNames.Any(name => name.IsEveryone), toNames.Any(name => name.IsEveryone));
        if (areAllFrom && areAllTo)
        {
            problems.Add(instrument.Head.Place, "money from all to all moves nothing", "name who gives, or who gets");
            return ([], []);
        }

        if (areAllFrom)
            from = from.RemoveRange(to);
        if (areAllTo)
            to = to.RemoveRange(from);
        foreach (var region in from)
        {
            if (to.Contains(region))
                problems.Add(instrument.Head.Place, $"{world.Code(region)} {what}", "name another `from` or `to`");
        }

        return (from, to);
    }

    /// <summary>An amount that some pay to others, on each side in proportion to value added.</summary>
    public ImmutableArray<Payment> Payments(ImmutableArray<Region> from, ImmutableArray<Region> to, double amount)
    {
        var payments = ImmutableArray.CreateBuilder<Payment>(from.Length * to.Length);
        var (fromTotal, toTotal) = (ValueAdded(from), ValueAdded(to));
        foreach (var payer in from)
        {
            foreach (var payee in to)
                payments.Add(new Payment(payer, payee, amount * (world.ValueAdded[payer.Index] / fromTotal) * (world.ValueAdded[payee.Index] / toTotal)));
        }

        return payments.ToImmutable();
    }

    /// <summary>The value added of some regions together, million USD.</summary>
    public double ValueAdded(ImmutableArray<Region> members)
    {
        var total = 0.0;
        foreach (var member in members)
            total += world.ValueAdded[member.Index];
        return total;
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

        if (names.Any(name => name.IsEveryone))
            return Everyone;
        var before = problems.Count;
        var side = regions.Set(names);
        if (side.IsEmpty && problems.Count == before && !names.All(name => name.MayBeMissing))
            problems.Add(names[0].Place, $"`{key}` names no region that {world.About.Name} holds", "name one, or remove the instrument");
        return side;
    }
}
