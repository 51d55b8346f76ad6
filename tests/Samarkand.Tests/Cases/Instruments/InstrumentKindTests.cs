using System.Reflection;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Instruments;

/// <summary>A kind of instrument has everything that one needs; where something is missing, a test here fails.</summary>
public class InstrumentKindTests
{
    public static TheoryData<string> Kinds => EveryKind.Kinds;

    public static TheoryData<string> KindsOfMembers => [.. EveryKind.Examples.Keys.Where(kind => kind != "over-compliance")];

    /// <summary>What compiles but stands in no list would be a kind that no case can write.</summary>
    [Fact]
    public void Every_kind_can_be_written_and_has_an_example()
    {
        var kinds = typeof(Instrument).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Instrument)) && !type.IsAbstract).ToArray();

        Assert.Equal(kinds.Select(Written), InstrumentKinds.All.OrderBy(form => form.Name), ReferenceEqualityComparer.Instance);
        Assert.Equal(InstrumentKinds.Names.Order(), EveryKind.Examples.Keys.Order());

        InstrumentForm Written(Type type) => (InstrumentForm)type.GetProperty("Written", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_what_its_kind_says(string kind)
    {
        var instrument = EveryKind.Read(kind, ", name: SWIFT");

        Assert.Equal((kind, "package.0", "SWIFT"), (instrument.Kind, instrument.Head.Path, instrument.Label));
        Assert.Equal($"SWIFT ({kind}, package.0)", instrument.Title);
        Assert.Same(InstrumentKinds.All.Single(form => form.Name == kind), instrument.Form);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_does_something_to_the_model(string kind) =>
        Assert.False(EveryKind.Bind(kind).Shock.IsNone);

    /// <summary>A kind that a period leaves as it is would act in full on every day.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_less_for_a_part_of_the_days(string kind)
    {
        var (whole, dated) = (EveryKind.Bind(kind), EveryKind.Bind(kind, ", from-date: 2022-07-01"));
        var (half, twice) = (whole.Instruments[0].Instrument.Prorated(0.5), whole.Instruments[0].Instrument.Prorated(0.5).Prorated(0.5));

        Assert.Equal(whole.Instruments[0].Instrument, whole.Instruments[0].Instrument.Prorated(1));
        Assert.NotEqual(Size(whole.Instruments[0].Instrument), Size(half));
        Assert.NotEqual(Size(half), Size(twice));
        Assert.NotEqual(Effects(whole.Shock), Effects(dated.Over(Period.Year(2022)).Shock));
    }

    /// <summary>Who stands aside takes its part along; in over-compliance no member has one, since it is firms of third states that leave.</summary>
    [Theory]
    [MemberData(nameof(KindsOfMembers))]
    public void Each_loses_the_part_of_who_stands_aside(string kind)
    {
        var (bound, usa) = (EveryKind.Bind(kind), EveryKind.World.Find("USA")!.Value);
        var alone = bound.Without([usa]);

        Assert.NotEqual(Effects(bound.Shock), Effects(alone.Shock));
        Assert.DoesNotContain(alone.Shock.Payments, payment => payment.From == usa || payment.To == usa);
        Assert.DoesNotContain(alone.Instruments.SelectMany(instrument => instrument.Flows), block => block.Origins.Contains(usa) || block.Destinations.Contains(usa));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_has_all_its_names_written_another_way(string kind)
    {
        var text = $"{EveryKind.Examples[kind]}{(EveryKind.Examples[kind].Contains("USA", StringComparison.Ordinal) ? "" : ", to: [USA, DEU]")}";
        var instrument = Yaml.Parse(Yaml.WithPackage($"{{ kind: {kind}, {text} }}")).Package.Single();
        var (written, again) = (new List<string>(), new List<string>());
        instrument.Renamed(name => Noted(name, written)).Renamed(name => Noted(name, again));

        var codes = text.Split('[', ']', ',', ' ').Where(word => word.Length == 3 && word.All(char.IsAsciiLetterUpper) && word != "USD");
        Assert.Equal(codes.Order(), written.Order());
        Assert.Equal(written.Select(code => code.ToLowerInvariant()), again);

        static RegionName Noted(RegionName name, List<string> names)
        {
            names.Add(name.Text);
            return name with { Text = name.Text.ToLowerInvariant() };
        }
    }

    /// <summary>Where an instrument does not act, a name in it that no world holds is told all the same.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_has_its_names_looked_up_where_it_does_not_act(string kind)
    {
        var key = EveryKind.Examples[kind].Contains("holders", StringComparison.Ordinal) ? "holders" : "from";
        var sizes = EveryKind.Examples[kind].Split(", from")[0].Split(", owner")[0];
        var problem = Yaml.Problem(() => Yaml.Bind(
            Yaml.With($"players: [{{ region: RUS, actions: [{{ name: strike, package: [{{ kind: {kind}, {sizes}, {key}: ¤ }}] }}] }}]\n"), EveryKind.World));

        Assert.Contains("¤", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A key of one kind in another is told as such.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_knows_its_own_keys_alone(string kind)
    {
        var own = InstrumentKinds.All.Single(form => form.Name == kind).Keys;
        foreach (var key in InstrumentKinds.All.SelectMany(form => form.Keys).Distinct().Except(own))
        {
            var problems = Yaml.Problems(() => EveryKind.Read(kind, $", {key}: 1"));
            Assert.Contains(problems, problem => problem.Message.StartsWith($"`{key}` does not belong to {kind}, but to ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_in_the_guide_with_every_key_and_in_the_template(string kind)
    {
        var row = File.ReadLines(Path.Combine(ShippedCases.Folder, "../docs/guide.md")).Single(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{kind}`", StringComparison.Ordinal));
        var keys = InstrumentKinds.All.Single(form => form.Name == kind).Keys.Except(["from", "to", "both", "sectors"]);

        Assert.All(keys, key => Assert.Contains($"`{key}", row, StringComparison.Ordinal));
        Assert.True(
            CaseTemplate.Text.Contains($"{{ kind: {kind},", StringComparison.Ordinal) || CaseTemplate.Text.Contains($"# {kind}: {{", StringComparison.Ordinal),
            $"the template has no {kind}");
    }

    private static string Size(Instrument instrument) =>
        $"{instrument.Size.Format}{string.Concat(instrument.Size.GetArguments().Select(Text))}";

    private static string? Text(object? part) => part is FormattableString words ? words.Format + string.Concat(words.GetArguments()) : part?.ToString();

    // Everything in a shock, block by block.
    private static string Effects(Shock shock) => string.Join('\n', [
        .. shock.Costs.Select(change => $"{Flows(change.Flows)} {change.Factor} {change.Share}"),
        .. shock.ListedBans.Select(ban => $"{Flows(ban.Flows)} {ban.Coverage}"),
        .. shock.Tariffs.Select(change => $"{Flows(change.Flows)} {change.Rate}"),
        .. shock.Wedges.Select(wedge => $"{Flows(wedge.Flows)} {wedge.Rate} {wedge.Owner}"),
        .. shock.FlowPayments.Select(payment => $"{Flows(payment.Flows)} {payment.Rate}"),
        .. shock.Payments.Select(payment => payment.ToString()),
        .. shock.Purchases.Select(purchase => purchase.ToString()),
    ]);

    private static string Flows(FlowBlock block) =>
        $"{string.Join(',', block.Origins.Select(origin => origin.Index))}>{string.Join(',', block.Destinations.Select(destination => destination.Index))}";
}
