using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Model;

namespace Samarkand.Tests.Cases;

public class OverridesTests
{
    private const string Text =
        "title: t\ntarget: RUS\ncoalition: [USA, EU]\npackage:\n  - { kind: export-ban, coverage: 0.9 }\npriors:\n  over-compliance.risk: uniform(0, 1)\n";

    [Fact]
    public void AValueIsReplaced()
    {
        var ban = Assert.IsType<ExportBan>(Assert.Single(Yaml.Parse(Text, "package.0.coverage=0.5").Package));

        Assert.Equal(0.5, ban.Coverage);
    }

    [Fact]
    public void ANewLeafAndATopLevelKeyAreAdded()
    {
        var result = Yaml.Parse(Text, "package.0.common-list=true", "horizon=long", "closure = closed", "--world=other");

        Assert.True(Assert.IsType<ExportBan>(result.Package[0]).CommonList);
        Assert.Equal((Horizon.Long, Closure.Closed, "other"), (result.Horizon, result.Closure, result.World));
    }

    [Fact]
    public void AListOrMappingIsYaml()
    {
        var result = Yaml.Parse(Text, "coalition=[GBR, NOR?]", "package.0={ kind: tariff, rate: 0.1 }", "title=\"a: b\"", "coalition.0=JPN");

        Assert.Equal(["JPN", "NOR"], result.Coalition.Select(name => name.Text));
        Assert.IsType<Tariff>(result.Package[0]);
        Assert.Equal("a: b", result.Title);
    }

    [Fact]
    public void AKeyWithPointsIsFound()
    {
        var result = Yaml.Parse(Text, "priors.over-compliance.risk=lognormal(0.1, 1)", "priors.affinity.CHN.RUS=uniform(0, 2)");

        Assert.Equal(new Lognormal(0.1, 1), result.Priors[0].Distribution);
        Assert.Equal(("affinity.CHN.RUS", new Uniform(0, 2)), (result.Priors[1].Path, result.Priors[1].Distribution));
    }

    [Theory]
    [InlineData("package.0.coverage=2", "⟨set: package.0.coverage⟩", "`coverage` is `2`", null)]
    [InlineData("package.0.covrage=1", "⟨set: package.0.covrage⟩", "unknown key `covrage`", "did you mean `coverage`?")]
    [InlineData("package.3.coverage=1", "⟨set: package.3.coverage⟩", "`package` is a list of one item, 0: there is no `3`", "count from 0")]
    [InlineData("package.first.coverage=1", "⟨set: package.first.coverage⟩", "there is no `first`", "count from 0")]
    [InlineData("pakage.0.coverage=1", "⟨set: pakage.0.coverage⟩", "the case has no key `pakage`", "did you mean `package`?")]
    [InlineData("package.0.from.0=USA", "⟨set: package.0.from.0⟩", "`package.0` has no key `from`", "kind, coverage")]
    [InlineData("title.x=1", "⟨set: title.x⟩", "`title` is `t`, with nothing below it", "shorten")]
    [InlineData("coalition=[USA", "⟨set: coalition⟩", "the bracket opened here is not closed", "[a, b, c]")]
    [InlineData("title=", "⟨set: title⟩", "`title` is empty", null)]
    [InlineData("coverage", "⟨set: coverage⟩", "expected path=value", "⟨set: package.0.coverage=0.5⟩")]
    [InlineData("--horizon=soon", "⟨horizon⟩", "unknown horizon `soon`", "short, medium, long")]
    [InlineData("--target=USA", "⟨target⟩", "", "remove it from one of them")]
    public void MistakesNameTheOption(string edit, string source, string message, string? hint)
    {
        var problem = Yaml.Problem(() => Yaml.Parse(Text, edit));

        if (message.Length > 0)
            Assert.Equal((source, 0, 0), (problem.Source, problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint ?? "", problem.Hint ?? "", StringComparison.Ordinal);
    }
}
