using System.Collections.Immutable;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>Prints the names of tables, each with the line that describes it.</summary>
internal static class TableList
{
    // Where less is left beside the names, titles stand beneath them.
    private const int LeastRoom = 40;

    public static void Print(IReadOnlyList<(string Name, string Title)> tables)
    {
        var width = tables.Max(table => table.Name.Length) + 1;
        Printer.Print(writer =>
        {
            foreach (var (name, title) in tables)
                Write(writer, name, width, title);
        });
    }

    // Programs that read the list get a line for each table.
    private static void Write(TextWriter writer, string name, int width, string title)
    {
        if (Console.IsOutputRedirected)
        {
            writer.WriteLine($"{name.PadRight(width)} {title}");
            return;
        }

        if (Screen.Width - width < LeastRoom)
            writer.WriteLine(name);
        Paragraph.Write(writer, Screen.Width - width < LeastRoom ? "  " : $"{name.PadRight(width)} ", title);
    }
}
