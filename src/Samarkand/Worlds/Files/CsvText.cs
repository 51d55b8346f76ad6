using System.Text;
using CsvHelper;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>The dialect of CSV that worlds are written in: commas, quotation marks where needed, one line break.</summary>
internal static class CsvText
{
    /// <summary>A reader that reports records with broken quotation marks and passes them over.</summary>
    public static CsvReader Reader(string file, TextReader text, ProblemList problems) => CsvReader.Create(text, new CsvReaderOptions
    {
        HasHeader = false,
        Separator = ',',
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

    public static CsvWriter Writer(TextWriter text) => CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace });

    /// <summary>The column, from 1, at which a field of the current record starts in its line.</summary>
    public static int Position(CsvReader csv, int field)
    {
        var bytes = 0;
        for (var f = 0; f < field; f++)
            bytes += csv.GetRawSpan(f).Length + 1;
        return Encoding.UTF8.GetCharCount(csv.RawRecord[..bytes]) + 1;
    }
}
