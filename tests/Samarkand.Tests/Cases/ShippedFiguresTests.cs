using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Each shipped case gives the figures that it says it gives.</summary>
public class ShippedFiguresTests
{
    public static TheoryData<string> Files => ShippedCases.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void EachGivesItsFigures(string file)
    {
        var theCase = ShippedCases.Read(file);
        var answer = CaseAnswer.Solve(theCase.BindTo(WorldCatalog.Open(theCase.World)), TestContext.Current.CancellationToken);
        var expected = answer.Case.Expected;

        Assert.Contains(expected, figure => figure.Region == answer.Case.Target);
        Assert.True(expected.Count(figure => answer.Case.Coalition.Contains(figure.Region)) >= Math.Min(2, answer.Case.Coalition.Length));
        Assert.True(expected.Count(figure => figure.Region != answer.Case.Target && !answer.Case.Coalition.Contains(figure.Region)) >= 2);
        foreach (var figure in expected)
        {
            Assert.True(figure.Tolerance <= 1e-6, $"{file}: the tolerance of {figure.Tolerance} is too wide");
            Assert.Equal(figure.RealIncomePct, answer.Effects.Regions[figure.Region.Index].RealIncomePct, figure.Tolerance);
        }
    }
}
