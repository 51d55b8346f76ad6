using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>Small cases, solved, to report on.</summary>
internal static class Answers
{
    public const string TariffCase =
        """
        title: A tariff
        question: Who pays?
        target: CHN
        coalition: [USA]
        horizon: long
        package:
          - { kind: tariff, rate: 0.1, evidence: speech }
          - { kind: transport-interruption, cost: 0.05 }
        players:
          - { region: DEU, stances: [comply, neutral], stance: neutral, evidence: other }
        evidence:
          speech: { source: "A speech, 2011", quote: "ten percent on everything" }
          other: { source: "A letter, 2011", quote: "we will wait" }
        """;

    public static CaseAnswer Tariff { get; } = Solve(TariffCase);

    public static CaseAnswer Solve(string text, World? world = null) =>
        CaseAnswer.Solve(CaseSource.FromText(text, "test.yaml").Case.BindTo(world ?? WorldCatalog.Open("wiod-2011")));

    public static HtmlReport Report(CaseAnswer answer, string text = TariffCase, params string[] overrides) =>
        new(answer, Horizons(answer), text, overrides);

    public static Table Horizons(CaseAnswer answer) => new("horizons", "Real income by horizon, percent",
    [
        new TextColumn("group", "Group", [.. answer.Groups.Select(group => group.Name)]),
        new NumberColumn("long_real_income_pct", nameof(Horizon.Long), [.. answer.Groups.Select(group => group.RealIncomePct)], 3),
    ]);

    /// <summary>Runs with the signs of a German culture, which the invariant mode of the tests does not hold itself.</summary>
    public static T InGerman<T>(Func<T> action)
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
        german.NumberFormat.NegativeSign = "\u2013";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("\u20131.234,5", FormattableString.CurrentCulture($"{-1234.5:N1}"));
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
