using System.Text;
using System.Text.Json;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages;

/// <summary>The results of a sweep as files: every table as CSV and Parquet, a page for people, and the case.</summary>
/// <param name="Answer">What the draws say.</param>
/// <param name="Text">The case's text, with the edits over it.</param>
/// <param name="ToRepeat">What a reader has to give to <c>sweep</c> besides the case.</param>
internal sealed record EnsembleReport(EnsembleAnswer Answer, CaseSource Text, IReadOnlyList<string> ToRepeat)
{
    /// <summary>The form that was asked for; <c>xlsx</c> adds a workbook of all tables.</summary>
    public string Form { get; init; } = "";

    /// <summary>Writes them into a folder; the same bytes for the same draws.</summary>
    public void WriteTo(string folder)
    {
        new TableFolder(folder, "sweep", Answer.Central, ToRepeat).Write(EnsembleTables.All.Select(table => table.Make(Answer)), Form == "xlsx" ? [Form, "parquet"] : ["parquet"]);
        File.WriteAllText(Path.Combine(folder, ResultFolder.Case), Text.Text);
        Page().WriteTo(folder);
    }

    /// <summary>Writes what their manifest says of them.</summary>
    public void Describe(Utf8JsonWriter json)
    {
        Manifest.Write(json, Text.Text, ToRepeat, [("the case's own values", Answer.Central)]);
        json.WriteStartObject("sweep");
        json.WriteNumber("draws", Answer.Draws);
        json.WriteNumber("seed", Answer.Seed);
        json.WriteNumber("without_equilibrium", Answer.FailedDraws);
        json.WriteNumber("largest_residual", Answer.LargestResidual);
        if (Answer.IsSketched)
        {
            json.WriteNumber("percentile_relative_error", ValueSketch.RelativeError);
            json.WriteNumber("kept_draws", Answer.KeptDraws);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the page, which loads nothing from anywhere.</summary>
    public void WritePage(TextWriter writer) => Page().Write(writer);

    internal Page Page()
    {
        var people = new Cast(Answer.Central.Case);
        var (bands, drivers) = (EnsembleSections.BandFigures(Answer, people), EnsembleSections.DriverFigures(Answer, people));
        return new Page(
            Answer.Central.Case.Title,
            Opening.Header(Answer.Central, people),
            [
                EnsembleSections.Answer(Answer, people),
                EnsembleSections.Bands(bands, people),
                EnsembleSections.Drivers(drivers, people),
                EnsembleSections.Drawn(Answer, people),
                EnsembleSections.Tables(Answer, people),
                GroundsSection.Of(Answer.Central, people),
                Reproduction.Section("sweep", Answer.Central, Text.Text, ToRepeat),
            ],
            PageData.Of(Answer.Central.Case, [.. bands, .. drivers]));
    }
}
