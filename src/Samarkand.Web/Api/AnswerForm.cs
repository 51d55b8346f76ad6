using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Api;

/// <summary>In which form an answer is sent.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Ending">The ending of an address that asks for it.</param>
/// <param name="Write">Writes an answer.</param>
/// <param name="WriteTable">Writes one table; of JSON nothing is written so.</param>
internal sealed record AnswerForm(string Type, string Ending, Action<AnswerDocument, Stream> Write, Action<Table, Stream>? WriteTable = null)
{
    /// <summary>Its media type as a header says it.</summary>
    public string SentAs => Ending == "csv" ? $"{Type}; charset=utf-8" : Type;

    public static AnswerForm Json { get; } = new("application/json", "json", DocumentWriter.WriteByName);

    /// <summary>One table, byte by byte as the command line prints it.</summary>
    public static AnswerForm Csv { get; } = new("text/csv", "csv", (document, stream) => WriteCsv(document.Tables[0].Table, stream), WriteCsv);

    public static AnswerForm Parquet { get; } = new("application/vnd.apache.parquet", "parquet", (document, stream) => ParquetDocument.Write(document.Tables[0].Table, stream), ParquetDocument.Write);

    public static AnswerForm[] All { get; } = [Json, Csv, Parquet];

    /// <summary>The form that a request accepts.</summary>
    /// <exception cref="ApiException">It accepts none.</exception>
    public static AnswerForm Accepted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0)
            return Json;
        foreach (var type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (Array.Find(All, form => MediaTypeHeaderValue.Parse(form.Type).IsSubsetOf(type)) is { } form)
                return form;
        }

        throw new ApiException(406, "accept", "Not in this form", "answers are sent in none of the forms that the request accepts", $"accept one of {string.Join(", ", All.Select(form => form.Type))}");
    }

    private static void WriteCsv(Table table, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        TableWriter.WriteCsv(table, writer);
    }
}
