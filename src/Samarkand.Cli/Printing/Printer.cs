using System.Text;
using Samarkand.Core;

namespace Samarkand.Cli.Printing;

/// <summary>Standard output, buffered, and what to say when it cannot be written. A reader that stops reading is no mistake.</summary>
internal static class Printer
{
    public static void Print(Action<TextWriter> print) => PrintBytes(stream =>
    {
        using var writer = Open(stream);
        print(writer);
    });

    public static StreamWriter Open(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };

    public static void PrintBytes(Action<Stream> print)
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            print(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(
                "standard output", 0, 0, $"the answer cannot be written: {failure.Message}", "make room, or send it elsewhere"));
        }
    }
}
