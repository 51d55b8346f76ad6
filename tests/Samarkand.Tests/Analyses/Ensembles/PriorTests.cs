using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>What a case may leave open, and how a prior that fits nothing is told.</summary>
public class PriorTests
{
    [Fact]
    public void A_draw_keeps_the_unit_that_the_case_writes()
    {
        const string More = "players: [{ region: R2, stances: [neutral, rescue], stance: rescue, means: [{ kind: transfer, amount: 4 mn USD }], political-cost: { rescue: 0.1 % } }]\n"
            + "priors:\n  players.0.means.0.amount: scale uniform(0.5, 2)\n  players.0.political-cost.rescue: uniform(1, 2)\n";
        var (bound, _) = new DrawnCase(SmallSweep.Text(More), SmallSweep.World).At([1.5, 1.25]);
        var player = Assert.Single(bound.Case.Players);
        Assert.Equal(6, Assert.IsAssignableFrom<MoneyInstrument>(player.Means[0]).AmountMusd, 1e-12);
        Assert.Equal(0.0125, player.PoliticalCosts[0].ShareOfIncome, 1e-12);
    }

    [Theory]
    [InlineData("package.0.coverage: uniform(1.2, 1.4)", 7, "the prior `package.0.coverage` draws 1.", "expected a number above 0 and at most 1")]
    [InlineData("elasticities: normal(-1, 0.01)", 7, "the prior `elasticities` draws -", "is above 0; give it a distribution that stays in range")]
    [InlineData("elasticities.steel: scale lognormal(1, 0.1)", 7, "unknown sector or tag `steel` in random", "`samarkand world show random` lists them")]
    [InlineData("routes.margin: scale lognormal(1, 0.1)", 7, "has `scale`, which works with `elasticities` and with numbers that the case writes", "give the distribution of the value itself")]
    public void A_prior_that_fits_nothing_is_told_where_it_stands(string prior, int line, params string[] texts)
    {
        var problem = SmallSweep.Problem(prior);
        Assert.Equal((line, 3), (problem.Line, problem.Column));
        Assert.All(texts, text => Assert.Contains(text, problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_without_priors_is_told_what_to_add()
    {
        var problem = Cases.Yaml.Problem(() => SmallSweep.Solve(SmallSweep.World, 5, text: SmallSweep.Text("")));
        Assert.Contains("the case has no priors, so there is nothing to draw; add what is not known", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uniform(0, 0.5)")]
    [InlineData("scale lognormal(1, 0.2)")]
    [InlineData("normal(-1, 0.25)")]
    [InlineData("triangular(0, 0.1, 1)")]
    public void A_distribution_is_told_as_it_is_written(string text) =>
        Assert.Equal(text, Assert.Single(Cases.Yaml.Parse(Cases.Yaml.With($"priors:\n  routes.margin: {text}\n")).Priors).Text);
}
