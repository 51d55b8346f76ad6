using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>When results were made, by which command, and with which commit of Samarkand.</summary>
/// <param name="Day">The day in UTC; that of <c>SOURCE_DATE_EPOCH</c> where it is set.</param>
/// <param name="Command">The command line, or null.</param>
/// <param name="Commit">The commit, or null where the build does not know it.</param>
internal sealed record Made(DateOnly Day, string? Command, string? Commit)
{
    private const string Clock = "SOURCE_DATE_EPOCH";

    /// <summary>The version of Samarkand, in three numbers.</summary>
    public static string Version { get; } = typeof(Made).Assembly.GetName().Version!.ToString(3);

    private static string? BuiltFrom { get; } =
        typeof(Made).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit] ? commit : null;

    /// <summary>Made now.</summary>
    /// <param name="command">The words of the command line; empty where there is none.</param>
    /// <exception cref="InputException"><c>SOURCE_DATE_EPOCH</c> is set to what is no time.</exception>
    public static Made By(ImmutableArray<string> command) =>
        new(Today(Environment.GetEnvironmentVariable(Clock)), command.IsEmpty ? null : string.Join(' ', command.Select(ShellWord.Quoted)), BuiltFrom);

    /// <summary>Writes it as the property <c>made</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("made");
        json.WriteString("date", Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Command is not null)
            json.WriteString("command", Command);
        if (Commit is not null)
            json.WriteString("commit", Commit);
        json.WriteEndObject();
    }

    /// <summary>The day, by the convention that repeats builds to the byte: https://reproducible-builds.org/specs/source-date-epoch/</summary>
    internal static DateOnly Today(string? clock)
    {
        if (string.IsNullOrEmpty(clock))
            return DateOnly.FromDateTime(DateTime.UtcNow);
        try
        {
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(long.Parse(clock, NumberStyles.None, CultureInfo.InvariantCulture)).UtcDateTime);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InputException(new InputProblem(Clock, 0, 0, $"`{clock}` is no number of seconds since 1970", "give one, or unset the variable"));
        }
    }
}
