namespace Samarkand.Core;

/// <summary>A word of a command line as it is typed in a POSIX shell.</summary>
internal static class ShellWord
{
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:+,%@".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
