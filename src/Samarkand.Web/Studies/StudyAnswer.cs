using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Web.Api;

namespace Samarkand.Web.Studies;

/// <summary>What came of an analysis: for programs, and as a part of the page.</summary>
/// <param name="Document">Words, tables and certificate.</param>
/// <param name="Page">The sections of the page.</param>
internal sealed record StudyAnswer(AnswerDocument Document, LiveReport Page)
{
    /// <summary>The name of the sections of the page.</summary>
    public const string OfPage = "page";

    /// <summary>The name of the whole answer as JSON.</summary>
    public const string Whole = "answer.json";

    // No table has a point in its name.
    private const char Point = '.';

    /// <summary>Everything that may be asked for: the page, the whole, and each table in each form, as <c>effects.csv</c>.</summary>
    public IReadOnlyList<string> Names => [OfPage, Whole, .. from table in Document.Tables from form in AnswerForm.All select Of(table.Name, form)];

    /// <summary>The name of a table in a form.</summary>
    public static string Of(string table, AnswerForm form) => $"{table}{Point}{form.Ending}";

    /// <summary>The tables among such names.</summary>
    public static string[] Tables(IEnumerable<string> names) => [.. names.Where(name => name != Whole && name.Contains(Point)).Select(name => name.Split(Point)[0]).Distinct()];

    /// <summary>What has that name.</summary>
    public byte[] Body(string name)
    {
        using var memory = new MemoryStream();
        if (name == OfPage)
            DocumentWriter.Write(Page with { Tables = [.. Document.Tables.Select(table => table.Name)] }, memory);
        else if (name == Whole)
            AnswerForm.Json.Write(Document, memory);
        else if (name.Split(Point) is [var table, var ending])
            AnswerForm.All.Single(form => form.Ending == ending).Write(Document with { Tables = [Document.Tables.Single(one => one.Name == table)] }, memory);
        return memory.ToArray();
    }
}
