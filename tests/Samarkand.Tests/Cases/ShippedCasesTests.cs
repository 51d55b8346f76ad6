using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>The cases in the folder <c>cases</c>, and the template.</summary>
public class ShippedCasesTests
{
    public static TheoryData<string> Files => ShippedCases.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void EachReadsAndBinds(string file)
    {
        var result = ShippedCases.Read(file);
        var bound = result.BindTo(WorldCatalog.Open(result.World));

        Assert.NotNull(result.Question?.Text);
        Assert.NotNull(result.Description);
        Assert.Empty(result.Notes);
        Assert.NotEqual(Shock.None, bound.Shock);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EachQuoteIsInItsDocument(string file) => EvidenceCheck.Run(ShippedCases.Read(file), ShippedCases.Folder, SharedData.Path("seed"));

    [Theory]
    [MemberData(nameof(Files))]
    public void EachSaysInItsFirstLineAsOfWhatDayItStandsAndHoldsNothingYounger(string file)
    {
        var theCase = ShippedCases.Read(file);
        var first = File.ReadLines(Path.Combine(ShippedCases.Folder, file)).First();
        const string Start = "# As of ";
        Assert.StartsWith(Start, first, StringComparison.Ordinal);
        var day = DateOnly.ParseExact(first[Start.Length..].Split([',', ':'])[0], "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(day, theCase.AsOf ?? day);
        Instrument[] instruments = [.. CaseDates.Instruments(theCase), .. theCase.Players.SelectMany(player => player.Means.Concat(player.Actions.SelectMany(action => action.Package)))];
        Assert.NotEmpty(instruments);
        Assert.DoesNotContain(instruments, instrument => instrument.Head.FromDate > day);
    }

    [Fact]
    public void EveryInstrumentOfTheFlagshipHasEvidenceOrLaw()
    {
        var flagship = ShippedCases.Read("samarkand-2022.yaml");

        Assert.Equal(
            ["export-ban", "payments-cut", "transport-interruption", "asset-freeze", "import-ban", "tariff"],
            flagship.Package.Select(instrument => instrument.Kind).Distinct());
        Assert.All(flagship.Package, instrument => Assert.True(instrument.Head.Evidence.Length > 0 || instrument.Head.Law is not null, instrument.Label));
    }

    [Fact]
    public void TheFlagshipFindsEveryMemberInTheWorld()
    {
        var bound = ShippedCases.Read("samarkand-2022.yaml").BindTo(WorldCatalog.Open("samarkand-2021"));

        Assert.Empty(bound.LeftOut);
        Assert.Equal(37, bound.Coalition.Length);
    }

    [Fact]
    public void TheWestIsThirtyTwoStates()
    {
        var bound = ShippedCases.Read("west-russia-costs.yaml").BindTo(SmallWorld.WithWiodLabels());

        Assert.Equal(32, bound.Coalition.Length);
        Assert.All(bound.Shock.Costs, change => Assert.Equal((1.5, 16), (change.Factor, change.Flows.Sectors.Length)));
    }

    [Fact]
    public void TheTemplateReadsAndBinds()
    {
        var result = CaseSource.FromText(CaseTemplate.Text, "template").Case;
        var bound = result.BindTo(SmallWorld.WithWiodLabels());

        Assert.Empty(result.Notes);
        Assert.Empty(bound.NotUsedYet);
        Assert.Single(bound.Shock.ListedBans);
        Assert.Equal(2, bound.Shock.Costs.Length);
        Assert.Equal(bound.Coalition.Length, bound.Shock.Payments.Length);
    }

    /// <summary>Each commented line of the template that shows an instrument is one.</summary>
    [Fact]
    public void TheInstrumentsInTheTemplatesCommentsAreReal()
    {
        var lines = CaseTemplate.Text.Replace("  # - {", "  - {", StringComparison.Ordinal);

        Assert.Equal(11, CaseSource.FromText(lines, "template").Case.BindTo(SmallWorld.WithWiodLabels()).Package.Length);
    }
}
