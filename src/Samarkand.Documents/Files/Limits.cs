using Samarkand.Core;

namespace Samarkand.Documents.Files;

/// <summary>What a document may be at most. Documents come from anywhere, and may be made to exhaust whoever reads them.</summary>
internal static class Limits
{
    public const int MostFileBytes = 64 << 20;
    public const int MostTextBytes = 16 << 20;
    public const int MostCharacters = 8_000_000;
    public const long MostUnpackedBytes = 256L << 20;
    public const int MostPages = 5000;
    public const int MostNesting = 512;
    public const int MostFiles = 1000;
    public static readonly TimeSpan MostTime = TimeSpan.FromMinutes(2);

    public static InputException TooLarge(string name, string what, string limit, string hint) =>
        new(new InputProblem(name, 0, 0, $"{what}; at most {limit} are read", hint));

    public static string Checked(string name, string text) => text.Length <= MostCharacters
        ? text
        : throw TooLarge(name, FormattableString.Invariant($"the document holds {text.Length:N0} characters of text"), FormattableString.Invariant($"{MostCharacters:N0}"), "split it, and read its parts");

    public static InputException Unreadable(string name, string kind, string reason) =>
        new(new InputProblem(name, 0, 0, $"this is no {kind} that can be read: {reason}", "save it again, or as plain text"));
}
