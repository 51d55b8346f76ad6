using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;
using static Samarkand.Reports.Words.Amounts;

namespace Samarkand.Reports.Words;

/// <summary>What publications find for the same shock, beside the answer.</summary>
internal static class LiteratureText
{
    /// <summary>One sentence for each figure that the case names.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer) => [.. answer.Case.Literature.Select(bound => Sentence(answer, bound))];

    private static string Sentence(CaseAnswer answer, BoundFigure bound)
    {
        var (figure, who) = (bound.Figure, Who(answer, bound.Of, bound.Figure.Of));
        var what = figure.What is { } said ? $" ({said})" : "";
        if (bound.Over.IsEmpty)
            return $"{figure.Source} find {Range(figure, value => Signed(value, Math.Abs(value) < 1 ? 2 : 1))} percent for {who}{what}; here {Signed(Income(answer, bound.Of), 2)} percent.";
        var ratio = Income(answer, bound.Of) / Income(answer, bound.Over);
        var here = double.IsFinite(ratio) && ratio > 0 ? $"{Plain(ratio)} times" : "one of them does not lose";
        return $"{figure.Source} find that the loss of {who} in percent is {Range(figure, Plain)} times that of {Who(answer, bound.Over, figure.Over)}{what}; here {here}.";
    }

    private static double Income(CaseAnswer answer, ImmutableArray<Region> regions) => answer.Effects.Total("literature", regions).RealIncomePct;

    private static string Who(CaseAnswer answer, ImmutableArray<Region> regions, ImmutableArray<RegionName> names) =>
        regions.Length == 1 ? Named.Of(answer.Case.World, regions[0])
        : regions.SequenceEqual(answer.Case.Coalition) ? "the coalition"
        : Named.List([.. names.Select(name => name.Text)]);

    private static string Range(PublishedFigure figure, Func<double, string> text) =>
        figure.Low == figure.High ? text(figure.Low) : $"{text(figure.Low)} to {text(figure.High)}";

    private static string Plain(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
