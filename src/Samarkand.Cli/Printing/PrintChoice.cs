using Samarkand.Core;

namespace Samarkand.Cli.Printing;

/// <summary>In which form an answer is printed.</summary>
/// <param name="Format">One of <see cref="Formats"/>.</param>
/// <param name="Folder">The folder that the answer is written to as well, or null.</param>
internal sealed record PrintChoice(string Format, string? Folder)
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Markdown = "markdown";
    public const string Xlsx = "xlsx";
    public const string Parquet = "parquet";

    /// <summary>The forms, as the help lists them.</summary>
    public const string Formats = "text|json|csv|markdown|xlsx|parquet";

    /// <summary>Every form.</summary>
    public static string[] All => Formats.Split('|');

    /// <summary>Whether a form holds one table alone.</summary>
    public static bool HoldsOneTable(string format) => format is Csv or Parquet;

    /// <summary>Whether a form is no text, so that a terminal cannot show it.</summary>
    private static bool IsBinary(string format) => format is Xlsx or Parquet;

    /// <summary>Whether the answer goes to standard output; a workbook or a Parquet file goes to the folder where there is one.</summary>
    public bool IsPrinted => !IsBinary(Format) || Folder is null;

    /// <summary>The choice, once it is clear that it can be carried out.</summary>
    /// <exception cref="InputException">A form that is no text would go to a terminal.</exception>
    public static PrintChoice Of(string format, string? folder)
    {
        var choice = new PrintChoice(format, folder);
        if (choice.IsPrinted && IsBinary(format) && !Console.IsOutputRedirected)
            throw new InputException(new InputProblem("--format", 0, 0, $"{format} is no text that a terminal can show", $"send it to a file, > answer.{format}, or give --output DIR"));
        return choice;
    }
}
