using System.Text;
using System.Text.Json;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages;

/// <summary>The results of a sweep as files: every table as CSV and Parquet, a page for people, and the case.</summary>
/// <param name="Answer">What the draws say.</param>
/// <param name="Text">The case's text, with the edits over it.</param>
/// <param name="ToRepeat">What a reader has to give to <c>sweep</c> besides the case.</param>
public sealed record SweepReport(SweepAnswer Answer, CaseSource Text, IReadOnlyList<string> ToRepeat)
{
    /// <summary>Writes them into a folder; the same bytes for the same draws.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (name, _) in SweepTables.All)
        {
            var table = SweepTables.Make(name, Answer);
            using (var file = new StreamWriter(Path.Combine(folder, $"{name}.csv")))
                TableWriter.WriteCsv(table, file);
            ParquetFile.Write(
                Path.Combine(folder, $"{name}.parquet"),
                [.. table.Columns.OfType<TextColumn>().Select(column => (column.Name, column.Values))],
                [.. table.Columns.OfType<NumberColumn>().Select(column => (column.Name, column.Values))]);
        }

        File.WriteAllText(Path.Combine(folder, ResultFolder.Case), Text.Text);
        using (var file = new StreamWriter(Path.Combine(folder, HtmlReport.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            WritePage(file);
    }

    /// <summary>Writes what their manifest says of them.</summary>
    public void Describe(Utf8JsonWriter json)
    {
        Manifest.Write(json, Text.Text, ToRepeat, [("the case's own values", Answer.Central)]);
        json.WriteStartObject("sweep");
        json.WriteNumber("draws", Answer.Draws);
        json.WriteNumber("seed", Answer.Seed);
        json.WriteNumber("without_equilibrium", Answer.Failed.Length);
        json.WriteNumber("largest_residual", Answer.LargestResidual);
        json.WriteEndObject();
    }

    /// <summary>Writes the page, which loads nothing from anywhere.</summary>
    public void WritePage(TextWriter writer)
    {
        var people = new Cast(Answer.Central.Case);
        var (bands, drivers) = (SweepSections.BandFigures(Answer, people), SweepSections.DriverFigures(Answer, people));
        var report = new HtmlReport(Answer.Central, new Table("horizons", "", []), Text.Text, ToRepeat) { Command = "sweep" };
        Page.Write(
            Answer.Central.Case.Title,
            [
                Opening.Header(report.Answer, people),
                SweepSections.Navigation(),
                SweepSections.Answer(Answer, people),
                SweepSections.Bands(bands, people),
                SweepSections.Drivers(drivers, people),
                SweepSections.Drawn(Answer, people),
                SweepSections.Tables(Answer, people),
                GroundsSection.Of(report, people),
                Reproduction.Section(report),
            ],
            SweepSections.Data(Answer, [.. bands, .. drivers]),
            withMap: false,
            writer);
    }
}
