using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Names;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the block <c>players</c>.</summary>
internal sealed class PlayerReader(ReaderState reading, Stance defaultStance)
{
    private const string Example = "{ region: CHN, stances: [neutral, rescue], stance: neutral }";

    /// <summary>Reads it.</summary>
    /// <param name="parent">The case.</param>
    /// <param name="asksForRescue">Whether its question names a rescuer.</param>
    public ImmutableArray<Player> Read(Fields parent, bool asksForRescue)
    {
        var players = ImmutableArray.CreateBuilder<Player>();
        var items = parent.Items("players") ?? [];
        for (var i = 0; i < items.Length; i++)
        {
            if (Fields.Of(items[i], "a player", reading, Example) is not { } fields)
                continue;
            var player = ReadPlayer(fields, string.Create(CultureInfo.InvariantCulture, $"players.{i}"));
            if (players.Any(other => other.Region.Text == player.Region.Text))
                reading.Problems.Add(player.Region.Place, $"{player.Region.Text} is a player twice", "put both into one entry");
            players.Add(player);
        }

        // Where there is a game, whoever is named plays it with every stance that the case does not close; elsewhere a stance is a fact.
        var isGame = asksForRescue || players.Any(player => player.ListsStances || !player.Means.IsEmpty);
        for (var i = 0; isGame && i < players.Count; i++)
        {
            if (!players[i].ListsStances)
                players[i] = players[i] with { Stances = ClosedStancesReader.Open([], players[i].Stance, !players[i].Means.IsEmpty) };
        }

        CheckCrossings(players);
        return players.ToImmutable();
    }

    private Player ReadPlayer(Fields fields, string path)
    {
        var region = fields.Region("region", "CHN") ?? new RegionName("", false, fields.Place);
        var (stances, stance) = ReadStances(fields);
        var closed = ClosedStancesReader.Read(fields, stance, reading);
        if (fields.Has("closed") && fields.Has("stances"))
            reading.Problems.Add(fields.PlaceOf("closed")!, "`closed` and `stances` stand together", "keep one: `stances` lists what is open, `closed` leaves all but what it names open");
        else if (fields.Has("closed"))
            stances = ClosedStancesReader.Open(closed, stance, fields.Has("means"));
        var player = new Player(region)
        {
            Stances = stances,
            Stance = stance,
            Affinity = ReadAffinity(fields),
            PoliticalCosts = ReadCosts(fields, "political-cost"),
            RedLines = ReadRedLines(fields),
            Means = InstrumentReader.Package(fields, "means", path + ".means", reading, kinds: InstrumentKinds.Means),
            Actions = ReadActions(fields, path),
            Evidence = fields.Evidence(),
            Closed = closed,
            ListsStances = fields.Has("stances") || fields.Has("closed"),
            StancePlace = fields.PlaceOf("stance") ?? fields.PlaceOf("stances") ?? fields.PlaceOf("closed"),
        };
        fields.Close();
        return player;
    }

    private (ImmutableArray<Stance> Stances, Stance Stance) ReadStances(Fields fields)
    {
        var stances = fields.Choices("stances", Stances.Names);
        var stance = fields.Choice("stance", Stances.Names);
        if (stances is { Count: > 0 } && !stances.Contains(stance ?? (int)defaultStance))
        {
            var place = fields.Find(stance is null ? "stances" : "stance")!.Place;
            var name = Stances.Names[stance ?? (int)defaultStance];
            reading.Problems.Add(
                place,
                stance is null ? $"the default stance `{name}` is not among the player's `stances`" : $"the stance `{name}` is not among the player's `stances`",
                stance is null ? $"add `stance: {Stances.Names[stances[0]]}`, or `{name}` to the list" : $"add `{name}` to the list, or choose from it");
        }

        var chosen = (Stance)(stance ?? (int)defaultStance);
        return (stances is null ? [chosen] : [.. stances.Select(s => (Stance)s)], chosen);
    }

    private ImmutableArray<Affinity> ReadAffinity(Fields fields)
    {
        var affinities = ImmutableArray.CreateBuilder<Affinity>();
        foreach (var entry in fields.Block("affinity", "an affinity", "{ RUS: 0.1 }")?.Entries ?? [])
        {
            if (Quantities.Number(entry.Value, entry.Key, NumberRange.Any, reading) is { } weight)
                affinities.Add(new Affinity(Fields.RegionKey(entry), weight));
        }

        return affinities.ToImmutable();
    }

    private ImmutableArray<StanceCost> ReadCosts(Fields fields, string key)
    {
        var costs = ImmutableArray.CreateBuilder<StanceCost>();
        foreach (var entry in fields.Block(key, $"`{key}`", "{ rescue: 0.1 % }")?.Entries ?? [])
        {
            var stance = Array.IndexOf(Stances.Names, entry.Key);
            if (stance < 0)
                reading.Problems.Add(entry.KeyPlace, $"unknown stance `{entry.Key}` in `{key}`", NearestName.Hint(entry.Key, Stances.Names));
            else if (Quantities.Percentage(entry.Value, entry.Key, reading) is { } share)
                costs.Add(new StanceCost((Stance)stance, share));
        }

        return costs.ToImmutable();
    }

    private ImmutableArray<RedLine> ReadRedLines(Fields parent)
    {
        const string Form = "{ when: { RUS: escalate }, closes: [rescue] }";
        var lines = ImmutableArray.CreateBuilder<RedLine>();
        foreach (var item in parent.Items("red-lines") ?? [])
        {
            if (Fields.Of(item, "a red line", reading, Form) is not { } fields)
                continue;
            var when = ReadCrossings(fields);
            var closes = fields.Choices("closes", Stances.Names);
            var penalties = ReadCosts(fields, "penalty");
            if (!fields.Has("closes") && !fields.Has("penalty"))
                reading.Problems.Add(fields.Place, "a red line needs `closes` or `penalty`", $"write it like {Form}");
            lines.Add(new RedLine(when, [.. (closes ?? []).Select(s => (Stance)s)], penalties, fields.Evidence()));
            fields.Close();
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<Crossing> ReadCrossings(Fields fields)
    {
        var crossings = ImmutableArray.CreateBuilder<Crossing>();
        if (fields.Find("when", "{ RUS: escalate }") is not { } node || Fields.Of(node, "`when`", reading, "{ RUS: escalate }") is not { } when)
            return [];
        foreach (var entry in when.Entries)
        {
            if (entry.Value is YamlScalar { IsEmpty: false } action)
                crossings.Add(new Crossing(Fields.RegionKey(entry), action.Text, action.Place));
            else
                reading.Problems.Add(entry.Value.Place, $"`{entry.Key}` is {entry.Value.Description}, expected the name of an action or a stance");
        }

        return crossings.ToImmutable();
    }

    private ImmutableArray<PlayerAction> ReadActions(Fields parent, string path)
    {
        var actions = ImmutableArray.CreateBuilder<PlayerAction>();
        foreach (var item in parent.Items("actions") ?? [])
        {
            if (Fields.Of(item, "an action", reading, "{ name: escalate, cost: 5 bn USD, package: [] }") is not { } fields)
                continue;
            var name = fields.Text("name", "escalate") ?? "";
            if (actions.Any(other => other.Name == name))
                reading.Problems.Add(fields.Place, $"the action `{name}` stands twice", "give each its own name");
            var package = InstrumentReader.Package(
                fields, "package", string.Create(CultureInfo.InvariantCulture, $"{path}.actions.{actions.Count}.package"), reading, mayBeEmpty: true);
            actions.Add(new PlayerAction(name, fields.Amount("cost", NumberRange.NotNegative) ?? 0, package, fields.Evidence()));
            fields.Close();
        }

        return actions.ToImmutable();
    }

    /// <summary>A red line names a player of the case, and one of its actions or stances.</summary>
    private void CheckCrossings(IReadOnlyList<Player> players)
    {
        foreach (var crossing in players.SelectMany(player => player.RedLines).SelectMany(line => line.When))
        {
            var by = players.FirstOrDefault(player => player.Region.Text == crossing.By.Text)
                ?? players.FirstOrDefault(player => Countries.MeanTheSame(player.Region.Text, crossing.By.Text));
            if (by is null)
            {
                string[] regions = [.. players.Select(player => player.Region.Text)];
                reading.Problems.Add(crossing.By.Place, $"{crossing.By.Text} is not a player of the case", "the players are " + string.Join(", ", regions));
                continue;
            }

            string[] known = [.. by.Actions.Select(action => action.Name), .. by.Stances.Select(stance => stance.Name())];
            if (!known.Contains(crossing.Action))
                reading.Problems.Add(crossing.Place, $"{by.Region.Text} has no action or stance `{crossing.Action}`", NearestName.Hint(crossing.Action, known));
        }
    }
}
