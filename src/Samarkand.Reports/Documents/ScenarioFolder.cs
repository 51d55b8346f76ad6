using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Samarkand.Analyses.Scenarios;
using Samarkand.Reports.Tables;
using Samarkand.Worlds.Binary;

namespace Samarkand.Reports.Documents;

/// <summary>Many scenarios as files: every table that was asked for, and the cases.</summary>
/// <param name="Answers">What they come to.</param>
/// <param name="ToRepeat">What a reader has to give to <c>batch</c> besides the cases.</param>
/// <param name="Form">The form that was asked for: <c>xlsx</c> and <c>parquet</c> add files.</param>
internal sealed record ScenarioFolder(ScenarioAnswers Answers, IReadOnlyList<string> ToRepeat, string Form)
{
    private const string Cases = "cases";

    private ScenarioSet Set => Answers.Study.Set;

    /// <summary>Writes them into a folder; the same bytes for the same scenarios.</summary>
    public void WriteTo(string folder)
    {
        new TableFolder(folder, TableOrigin.Of("batch", Set.Cases is [_] ? ResultFolder.Case : Cases, ScenarioDocument.Title(Set), Set.Worlds), ToRepeat)
            .Write([ScenarioTables.Make(Answers, ScenarioTables.Scenarios), .. Answers.Long, ScenarioTables.Make(Answers, ScenarioTables.Failed)], [Form]);
        if (Set.Cases is not [_])
            Directory.CreateDirectory(Path.Combine(folder, Cases));
        for (var c = 0; c < Set.Cases.Length; c++)
            File.WriteAllText(Path.Combine(folder, Name(c)), Set.Cases[c].Source.Text);
    }

    /// <summary>Writes what their manifest says of them.</summary>
    public void Describe(Utf8JsonWriter json)
    {
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("processor", RuntimeInformation.ProcessArchitecture.ToString());
        json.WriteStartArray("cases");
        for (var c = 0; c < Set.Cases.Length; c++)
        {
            json.WriteStartObject();
            json.WriteString("title", Set.Cases[c].Bound.Title);
            json.WriteString("file", Name(c));
            json.WriteString("read_from", Set.Cases[c].Source.Source);
            json.WriteString("sha256", Manifest.Hash(Encoding.UTF8.GetBytes(Set.Cases[c].Source.Text)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overrides");
        foreach (var set in ToRepeat)
            json.WriteStringValue(set);
        json.WriteEndArray();
        json.WriteStartArray("worlds");
        foreach (var world in Set.Worlds)
        {
            json.WriteStartObject();
            json.WriteString("name", world.About.Name);
            json.WriteNumber("year", world.About.Year);
            json.WriteString("sha256", Manifest.Hash(BinaryWorld.Write(world)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("batch");
        json.WriteNumber("scenarios", Set.Count);
        json.WriteNumber("answered", Answers.Study.Answered.Length);
        json.WriteNumber("unread", Set.Unread.Length);
        json.WriteNumber("largest_residual", Answers.Study.LargestResidual);
        json.WriteEndObject();
    }

    // Numbered, so that cases of one name in different folders do not meet.
    private string Name(int at) => Set.Cases is [_]
        ? ResultFolder.Case
        : string.Create(CultureInfo.InvariantCulture, $"{Cases}/{(at + 1).ToString($"D{Set.Cases.Length.ToString(CultureInfo.InvariantCulture).Length}", CultureInfo.InvariantCulture)}-{Path.GetFileNameWithoutExtension(Set.Cases[at].Source.Source)}.yaml");
}
