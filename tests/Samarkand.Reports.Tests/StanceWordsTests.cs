using Samarkand.Effects;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tests;

/// <summary>How reports tell stances, fear, punishment and rescue.</summary>
public class StanceWordsTests
{
    private const string Text =
        """
        title: A rescue
        target: RUS
        coalition: [USA, EU]
        package: [{ kind: export-ban, coverage: 0.5 }]
        over-compliance: { risk: 0.05, slope: 1, evidence: fear }
        secondary: { package: [{ kind: tariff, rate: 0.1 }], evidence: threat }
        retaliation: { trigger: [comply], package: [{ kind: import-ban, coverage: 0.5 }] }
        players:
          - { region: CHN, stance: rescue, means: [{ kind: supply, discount: 0.1 }, { kind: arms, amount: 5 bn USD }], evidence: friend }
          - { region: IND, stance: comply }
        evidence:
          fear: { source: "A letter, 2011", quote: "we are afraid" }
          threat: { source: "A speech, 2011", quote: "whoever helps" }
          friend: { source: "A toast, 2011", quote: "without limits" }
        """;

    private static readonly Lazy<CaseAnswer> Rescue = new(() => Answers.Solve(Text));

    [Fact]
    public void The_briefing_says_who_is_punished_who_helps_and_who_leaves()
    {
        var lines = Briefing.Of(Rescue.Value);

        Assert.Contains("China comes to the rescue with supply, arms.", lines);
        Assert.Contains("The coalition's secondary sanctions, which punish whoever helps the target, fall on China.", lines);
        Assert.Contains("The target's retaliation falls on India.", lines);
        Assert.Contains(lines, line => line.StartsWith("Out of fear, firms of ", StringComparison.Ordinal) && line.Contains("give up sales of", StringComparison.Ordinal));
        Assert.DoesNotContain(Briefing.Of(Answers.Tariff), line => line.Contains("rescue", StringComparison.Ordinal) || line.StartsWith("Out of fear", StringComparison.Ordinal));
    }

    [Fact]
    public void The_grounds_list_what_acts_with_the_evidence_of_its_block()
    {
        var lines = Grounds.Of(Rescue.Value);

        Assert.Contains("\"we are afraid\" (A letter, 2011). On this rest: over-compliance.", lines);
        Assert.Contains("\"whoever helps\" (A speech, 2011). On this rest: secondary.package.0 (tariff, secondary against China).", lines);
        Assert.Contains(lines, line => line.StartsWith("Assumptions without evidence: ", StringComparison.Ordinal) && line.Contains("retaliation.package.0 (import-ban, retaliation against India)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("\"without limits\" (A toast, 2011). On this rest: ", StringComparison.Ordinal) && line.Contains("players.0.means.1 (arms, means of China)", StringComparison.Ordinal));
        Assert.Contains("Stances: comply: IND; rescue: CHN; every other third state: neutral.", lines);
    }

    [Fact]
    public void The_page_shows_them_and_the_players()
    {
        using var page = new StringWriter();
        Answers.Report(Rescue.Value, Text).Write(page);
        var text = page.ToString();

        Assert.Contains("Fear, punishment and rescue", text, StringComparison.Ordinal);
        Assert.Contains(", secondary against China: 10 percent on top of the world's", text, StringComparison.Ordinal);
        Assert.Contains("10 percent cheaper, at the expense of who sends it", text, StringComparison.Ordinal);
        Assert.Contains("Stances; every other third state: neutral", text, StringComparison.Ordinal);
        using var plain = new StringWriter();
        Answers.Report(Answers.Solve(Text[..Text.IndexOf("over-compliance:", StringComparison.Ordinal)])).Write(plain);
        Assert.DoesNotContain("Fear, punishment and rescue", plain.ToString(), StringComparison.Ordinal);
    }
}
