using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Analyses.Ensembles;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The sections of a sweep's page, and what its charts draw.</summary>
internal static class SweepSections
{
    public static XElement Navigation() => Element(
        "nav",
        Attribute("aria-label", "Sections"),
        new[] { ("answer", "Answer"), ("bands", "Who pays"), ("drivers", "What drives it"), ("priors", "What was drawn"), ("tables", "Tables"), ("grounds", "Grounds"), ("reproduce", "Reproduce") }
            .Select(section => Element("a", Attribute("href", $"#{section.Item1}"), section.Item2)));

    public static XElement Answer(SweepAnswer answer, Cast people)
    {
        var lines = SweepText.Of(answer);
        return Section(
            "answer",
            "The answer, and how sure it is",
            Element("p", Class("lead"), lines[0]),
            lines.Skip(1).Select(line => Element("p", line)),
            HtmlTable.Of(SweepTables.RealIncomeByGroup(answer), people),
            Element("p", Class("certificate"), FormattableString.Invariant($"Certificate: the largest relative residual of {answer.Draws - answer.Failed.Length:N0} equilibria is {answer.LargestResidual:0.0e+0}. A draw that has no equilibrium is counted and left out; there are {answer.Failed.Length:N0}.")));
    }

    public static XElement Bands(IEnumerable<Figure> figures, Cast people) => Section(
        "bands",
        "Who pays, with bands",
        Element("p", Class("note"), "Change of real income in percent. A line covers nine draws of ten. It does not cover what the model leaves out. A band that is much longer than all others is cut off, and marked."),
        figures.Select(figure => figure.Elements(people)));

    public static XElement Drivers(IEnumerable<Figure> figures, Cast people) => Section(
        "drivers",
        "Which prior drives it",
        Element("p", Class("note"), "First-order Sobol indices: the share of the variance of real income that would vanish if the prior’s value were known and all others were not. What the bars leave to 100 percent is due to priors acting together, and to the error of the estimate."),
        figures.Select(figure => Element("div", Element("h3", figure.Description), figure.Elements(people))));

    public static XElement Drawn(SweepAnswer answer, Cast people) => Section(
        "priors",
        "What was drawn",
        Element("p", Class("note"), FormattableString.Invariant($"{answer.Draws:N0} draws with seed {answer.Seed}. Every draw is an equilibrium of its own, solved at its own values.")),
        HtmlTable.Of(Priors(answer), people));

    public static XElement Tables(SweepAnswer answer, Cast people) => Section(
        "tables",
        "More tables",
        Element("p", Class("note"), $"The bands of output by sector and every draw are beside this page, as CSV and Parquet."),
        ((string[])["group-bands", SweepTables.Default, "target-trade-bands", .. answer.Failed.IsEmpty ? (string[])[] : [SweepTables.Failed]])
            .Select(name => SweepTables.Make(name, answer)).Select(table => HtmlTable.Folded(table, table.Title, people)));

    /// <summary>The bands by group and by region.</summary>
    public static ImmutableArray<Figure> BandFigures(SweepAnswer answer, Cast people) =>
    [
        Chart("regions", SweepTables.RealIncomeByRegion(answer), people.Name, people.Side, "Bands of the change of real income by region, who loses most first."),
    ];

    /// <summary>The indices for the target, and for the coalition.</summary>
    public static ImmutableArray<Figure> DriverFigures(SweepAnswer answer, Cast people)
    {
        var table = SweepTables.Make(SweepTables.Sobol, answer);
        ShareBars Bars(string side, string who) => new(
            $"drivers-{side}", table, $"Real income of {who}", "percent of the variance", side, "prior", $"{side}_first_order", $"{side}_standard_error");
        return [Bars(Cast.Target, people.TargetName), .. answer.Coalition.IsEmpty ? (Figure[])[] : [Bars(Cast.Coalition, "the coalition")]];
    }

    /// <summary>The data of the page's charts.</summary>
    public static string Data(SweepAnswer answer, IEnumerable<Figure> figures)
    {
        var (bound, buffer) = (answer.Central.Case, new ArrayBufferWriter<byte>());
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("target", bound.World.Code(bound.Target));
            foreach (var none in (string[])["regions", "partners", "sectors"])
            {
                json.WriteStartArray(none);
                json.WriteEndArray();
            }

            json.WriteStartArray("figures");
            foreach (var figure in figures)
                figure.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IntervalChart Chart(string id, Table table, Func<string, string> name, Func<string, string> side, string description) => new(
        id, table, description, "real income, percent", [.. ((TextColumn)table.Columns[0]).Values.Select(code => (name(code), side(code)))]);

    private static Table Priors(SweepAnswer answer)
    {
        var bands = answer.Drawn.Select(MeasureBand.Of).ToArray();
        return new Table("priors", "The priors, and the values that were drawn",
        [
            new TextColumn("prior", "Prior", [.. answer.Priors.Select(prior => prior.Path)]),
            new TextColumn("distribution", "Distribution", [.. answer.Priors.Select(prior => prior.Text)]),
            new NumberColumn("p5", "5 %", [.. bands.Select(band => band.P5)], 4),
            new NumberColumn("p50", "Median", [.. bands.Select(band => band.P50)], 4),
            new NumberColumn("p95", "95 %", [.. bands.Select(band => band.P95)], 4),
        ]);
    }

    private static XElement Section(string id, string title, params object?[] content) =>
        Element("section", [Attribute("id", id), Element("h2", title), .. content]);
}
