using System.Collections.Immutable;
using Samarkand.Cases.Instruments;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the smaller blocks: over-compliance, secondary, retaliation, coalition-first, routes, other-buyers, guarantees, commitments, revenue.</summary>
internal sealed class RuleReader(ReaderState reading)
{
    private static readonly string[] Obligations = ["defence", "consultation", "none"];

    public OverCompliance? OverCompliance(Fields parent)
    {
        if (parent.Block("over-compliance", "`over-compliance`", "{ risk: 0.05, slope: 1 }") is not { } fields)
            return null;
        var head = new InstrumentHead("over-compliance", fields.Place) { Evidence = fields.Evidence(), Name = InstrumentReader.Name(fields, reading) };
        var rule = Instruments.OverCompliance.Read(head, new FlowScope { Sectors = fields.Sectors("sectors") }, fields);
        fields.Close();
        return rule;
    }

    /// <summary>The block <c>secondary</c> or <c>retaliation</c>.</summary>
    public TriggeredPackage? Triggered(Fields parent, string key, ImmutableArray<Stance> defaultTriggers)
    {
        if (parent.Block(key, $"`{key}`", "{ trigger: [rescue], package: [...] }") is not { } fields)
            return null;
        var triggers = fields.Choices("trigger", Stances.Names);
        if (key == "secondary" && triggers?.Contains((int)Stance.Join) == true)
            reading.Problems.Add(fields.Find("trigger")!.Place, "`join` cannot trigger `secondary`: who joins is in the coalition that sends it", "remove it from the list");
        var package = InstrumentReader.Package(fields, "package", key + ".package", reading, isRequired: true, kinds: InstrumentKinds.Triggered);
        var block = new TriggeredPackage(triggers is null ? defaultTriggers : [.. triggers.Select(s => (Stance)s)], package, fields.Evidence());
        fields.Close();
        return block;
    }

    /// <summary>The block <c>coalition-first</c>, which needs something to threaten with.</summary>
    public CoalitionFirstRule? CoalitionFirst(Fields parent, TriggeredPackage? secondary)
    {
        if (parent.Block("coalition-first", "`coalition-first`", "{ severities: [0, 0.5, 1], weight: 0.1 }") is not { } fields)
            return null;
        var severities = ImmutableArray.CreateBuilder<double>();
        foreach (var item in fields.Items("severities") ?? [])
        {
            if (Fraction.ShareOrZero.Read(item, "severities", reading) is not { } severity)
                continue;
            if (severities.Count > 0 && severity <= severities[^1])
                reading.Problems.Add(item.Place, "`severities` must ascend, each value once", "write them like [0, 0.25, 0.5, 0.75, 1]");
            severities.Add(severity);
        }

        var rule = new CoalitionFirstRule(severities.ToImmutable(), fields.Number("weight", NumberRange.NotNegative), fields.Evidence());
        if (secondary is null)
            reading.Problems.Add(fields.Place, "`coalition-first` needs `secondary`: the coalition commits to the severity of its secondary sanctions", "add `secondary`, or leave this block out");
        fields.Close();
        return rule;
    }

    public RouteRule? Routes(Fields parent)
    {
        if (parent.Block("routes", "`routes`", "{ elasticity: 6, margin: 0.1, evasion: 0.15 }") is not { } fields)
            return null;
        var rule = new RouteRule
        {
            Elasticity = fields.Number("elasticity", NumberRange.AboveZero),
            Margin = fields.Fraction("margin", Fraction.Premium),
            Evasion = fields.Fraction("evasion", Fraction.Premium),
            Threat = fields.Fraction("threat", Fraction.Premium),
            Handling = fields.Fraction("handling", Fraction.ShareOrZero),
            OrdinaryReExports = fields.Fraction("ordinary-re-exports", Fraction.ShareOrZero),
            ReExports = ReExports(fields),
            Congestion = fields.Number("congestion", NumberRange.NotNegative),
            Reach = fields.Fraction("reach", Fraction.ShareOrZero),
            Ghost = fields.Fraction("ghost", Fraction.ShareOrZero),
            GhostThrough = fields.Regions("ghost-through"),
            Back = fields.Sectors("back"),
            Unions = fields.Regions("unions"),
            Evidence = fields.Evidence(),
        };
        if (fields.Has("ghost") != fields.Has("ghost-through"))
            fields.Refuse("`ghost` and `ghost-through` belong together: how much is lost on the way, and to whom the way leads through the target", "write them like ghost: 0.5, ghost-through: [KAZ, KGZ]");
        fields.Close();
        return rule;
    }

    public OtherBuyersRule? OtherBuyers(Fields parent)
    {
        const string Form = "{ sectors: [crude], share: 0.7, discount: 0.2 }";
        if (parent.Block("other-buyers", "`other-buyers`", Form) is not { } fields)
            return null;
        var rule = new OtherBuyersRule
        {
            Sectors = fields.Sectors("sectors"),
            Share = fields.Fraction("share", Fraction.ShareOrZero),
            Discount = fields.Fraction("discount", Fraction.ShareOrZero),
            Distance = fields.Number("distance", NumberRange.NotNegative),
            Gravity = fields.Fraction("gravity", Fraction.ShareOrZero),
            Limit = fields.Fraction("limit", Fraction.ProperShare),
            Evidence = fields.Evidence(),
        };
        if (!fields.Has("sectors"))
            fields.Refuse("`other-buyers` needs `sectors`: the goods that are alike whoever made them", $"write it like {Form}");
        fields.Close();
        return rule;
    }

    public GasPoolRule? GasPool(Fields parent)
    {
        if (parent.Block("gas-pool", "`gas-pool`", "{ spare: 1, passed: 0.8 }") is not { } fields)
            return null;
        var rule = new GasPoolRule
        {
            Place = fields.Place,
            Spare = fields.Number("spare", NumberRange.NotNegative),
            Passed = fields.Fraction("passed", Fraction.ShareOrZero),
            Evidence = fields.Evidence(),
        };
        fields.Close();
        return rule;
    }

    private ImmutableArray<ReExportShare> ReExports(Fields parent)
    {
        var shares = ImmutableArray.CreateBuilder<ReExportShare>();
        foreach (var entry in parent.Block("re-exports", "`re-exports`", "{ ARE: 0.5 }")?.Entries ?? [])
        {
            if (Fraction.ShareOrZero.Read(entry.Value, entry.Key, reading) is { } share)
                shares.Add(new ReExportShare(Fields.RegionKey(entry), share));
        }

        return shares.ToImmutable();
    }

    public ImmutableArray<Guarantee> Guarantees(Fields parent)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        foreach (var item in parent.Items("guarantees") ?? [])
        {
            if (Fields.Of(item, "a guarantee", reading, "{ alliance: SCO, obligation: consultation }") is not { } fields)
                continue;
            var alliance = fields.Region("alliance", "SCO");
            var obligation = fields.Choice("obligation", Obligations, "consultation");
            guarantees.Add(new Guarantee(alliance ?? new RegionName("", false, fields.Place), (Obligation)(obligation ?? 0), fields.Evidence(), fields.Find("cost") is { } cost ? Quantities.Percentage(cost, "cost", reading) : null));
            fields.Close();
        }

        return guarantees.ToImmutable();
    }

    public ImmutableArray<Commitment> Commitments(Fields parent)
    {
        var commitments = ImmutableArray.CreateBuilder<Commitment>();
        foreach (var item in parent.Items("commitments") ?? [])
        {
            if (Fields.Of(item, "a commitment", reading, "{ of: RUS, name: a base abroad, cost: 0.4 bn USD, priority: 1 }") is not { } fields)
                continue;
            var of = fields.Region("of", "RUS") ?? new RegionName("", false, fields.Place);
            var name = fields.Text("name", "a base abroad") ?? "";
            var cost = fields.Amount("cost", NumberRange.AboveZero, "0.4 bn USD") ?? 0;
            commitments.Add(new Commitment(of, name, cost, Priority(fields), fields.Evidence()));
            fields.Close();
        }

        return commitments.ToImmutable();
    }

    public ImmutableArray<Revenue> Revenue(Fields parent)
    {
        const string Form = "{ share-of-income: 0.3, share-of-energy-exports: 0.4 }";
        var revenue = ImmutableArray.CreateBuilder<Revenue>();
        foreach (var entry in parent.Block("revenue", "`revenue`", "{ RUS: " + Form + " }")?.Entries ?? [])
        {
            if (Fields.Of(entry.Value, $"the revenue of {entry.Key}", reading, Form) is not { } fields)
                continue;
            revenue.Add(new Revenue(
                Fields.RegionKey(entry),
                fields.Fraction("share-of-income", Fraction.ShareOrZero, "0.3") ?? 0,
                fields.Fraction("share-of-energy-exports", Fraction.ShareOrZero) ?? 0,
                fields.Evidence()));
            fields.Close();
        }

        return revenue.ToImmutable();
    }

    private int Priority(Fields fields)
    {
        if (fields.Number("priority", NumberRange.AboveZero, "1") is not { } priority)
            return 1;
        if (priority == Math.Floor(priority) && priority <= 1000)
            return (int)priority;
        reading.Problems.Add(fields.Find("priority")!.Place, "`priority` must be a whole number from 1 to 1000", "1 is paid first");
        return 1;
    }
}
