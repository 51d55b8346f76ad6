using System.Text;
using CsvHelper;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>The one reader and the one writer of CSV.</summary>
internal static class CsvText
{
    /// <summary>A reader that reports records with broken quotation marks and passes them over.</summary>
    public static CsvReader Reader(string file, TextReader text, CsvStart start, ProblemList problems) => CsvReader.Create(text, new CsvReaderOptions
    {
        HasHeader = false,
        Separator = start.Separator,
        TrimWhitespace = true,
        PoolStrings = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => problems.Add(
            file,
            (int)record.LineNumber,
            0,
            "has a quotation mark that is not closed, or stands inside a field",
            "put the field in quotation marks, and write one inside it twice"),
    });

    /// <summary>Moves to the header; false where there is none.</summary>
    public static bool ReadHeader(CsvReader csv, CsvStart start)
    {
        while (csv.Read())
        {
            if (csv.LineNumber >= start.HeaderLine)
                return true;
        }

        return false;
    }

    public static CsvWriter Writer(TextWriter text) => CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace });

    /// <summary>A field in the composed form of Unicode, in which what looks alike is alike.</summary>
    public static string Field(CsvReader csv, int field) => ComposedText.Of(csv.GetString(field));

    /// <summary>Whether no field of the record holds anything, as in the empty rows below a spreadsheet's table.</summary>
    public static bool IsBlank(CsvReader csv)
    {
        for (var f = 0; f < csv.FieldCount; f++)
        {
            if (!csv.IsEmpty(f))
                return false;
        }

        return true;
    }

    /// <summary>The column, from 1, at which a field of the current record starts in its line.</summary>
    public static int Position(CsvReader csv, int field)
    {
        var bytes = 0;
        for (var f = 0; f < field; f++)
            bytes += csv.GetRawSpan(f).Length + 1;
        return Encoding.UTF8.GetCharCount(csv.RawRecord[..bytes]) + 1;
    }
}
