using System.Collections.Immutable;
using System.Text;
using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Explanation;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>Answers as JSON: words, figures, tables and certificate. <c>docs/answer.schema.json</c> is the schema of all of them.</summary>
/// <example>
/// <code>
/// using Samarkand.Cases;
/// using Samarkand.Effects;
/// using Samarkand.Reports.Documents;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
/// Console.WriteLine(AnswerJson.Of(new CaseTables(CaseAnswer.Solve(bound), [])));
/// </code>
/// </example>
public static class AnswerJson
{
    /// <summary>A case: who pays, and who comes to the rescue where that was solved.</summary>
    public static string Of(CaseTables tables) => Text(CaseDocuments.Report(tables, null, isFull: true));

    /// <summary>Which banned goods come through whom.</summary>
    public static string Routes(CaseTables tables) => Text(CaseDocuments.Routes(tables, null));

    /// <summary>A case month by month.</summary>
    public static string Of(Timeline timeline) => Text(CaseDocuments.Months("simulate", timeline));

    /// <summary>What is known of a coalition.</summary>
    public static string Of(CoalitionStudy study) => Text(StudyDocuments.Of(study, null));

    /// <summary>An explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="regions">Whose channels, at least one.</param>
    public static string Of(CaseExplanation explanation, ImmutableArray<Region> regions) => Text(StudyDocuments.Of(explanation, regions, null));

    /// <summary>What the draws of a case say.</summary>
    public static string Of(EnsembleAnswer answer) => Text(StudyDocuments.Of(answer, null));

    private static string Text(AnswerDocument document)
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
