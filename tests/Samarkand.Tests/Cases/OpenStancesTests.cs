using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Tests.Analyses.Rescue;

namespace Samarkand.Tests.Cases;

/// <summary>Who is asked, and between what: every stance is open in a game unless the case closes it; without a game a stance is a fact.</summary>
public class OpenStancesTests
{
    private const string Means = "means: [{ kind: supply, discount: 0.1, paid-by: R2 }]";

    [Theory]
    [InlineData("players: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]", "R2 conduit; R3 conduit")]
    [InlineData("question: { rescuer: R2 }\nplayers: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]", "R2 join comply neutral conduit; R3 join comply neutral conduit")]
    [InlineData("players: [{ region: R2, " + Means + " }, { region: R3, stance: conduit }]", "R2 join comply neutral conduit rescue; R3 join comply neutral conduit")]
    [InlineData("players: [{ region: R2, stances: [neutral, rescue], " + Means + " }, { region: R3, stance: conduit }]", "R2 neutral rescue; R3 join comply neutral conduit")]
    [InlineData("players: [{ region: R2, closed: { stances: [join], reason: so } }, { region: R3, stance: rescue }]", "R2 comply neutral conduit; R3 join comply neutral conduit rescue")]
    [InlineData("players: [{ region: R2, closed: { stances: [join], reason: so } }, { region: R3, closed: { stances: others, reason: so }, stance: conduit }]", "R2 comply neutral conduit; R3 conduit")]
    [InlineData("players: [{ region: R2, closed: { stances: [join], reason: so } }, { region: R1, stance: join }]", "R2 comply neutral conduit; R1 join")]
    [InlineData("players: [{ region: R2, closed: { stances: [join], reason: so } }, { region: R0, actions: [{ name: hold }] }]", "R2 comply neutral conduit; R0 hold")]
    public void Every_stance_is_open_in_a_game_unless_it_is_closed(string players, string expected)
    {
        var bound = SmallGame.Text(players).Case.BindTo(SmallGame.Worlds.Single());
        Assert.Equal(expected, string.Join("; ", Actors.Of(bound).Select(actor => $"{bound.World.Code(actor.Region)} {string.Join(' ', actor.Moves.Select(move => move.Name))}")));
        Assert.Equal(expected.Contains("neutral", StringComparison.Ordinal), RescueAnswer.IsAskedBy(bound));
    }

    [Fact]
    public void A_red_line_may_name_a_stance_that_is_open_without_being_listed() => SmallGame.Text(
        "players: [{ region: R2, closed: { stances: [comply], reason: so }, red-lines: [{ when: { R3: join }, closes: [conduit] }] }, { region: R3, stance: conduit }]").Case.BindTo(SmallGame.Worlds.Single());
}
