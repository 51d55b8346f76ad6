namespace Samarkand.Cases.Reading;

/// <summary>Says in plain words what the YAML parser found.</summary>
internal static class YamlMessages
{
    /// <summary>Stands for the message that the parser owes where it stops without one.</summary>
    public const string NothingMore = "Did not find expected <document end>.";

    /// <summary>True where a bracket that is not closed may be the reason.</summary>
    public static bool IsAboutBrackets(string parserMessage) => parserMessage.Contains("expected ','", StringComparison.Ordinal);

    /// <summary>True where a tab is the reason.</summary>
    public static bool IsAboutTabs(string parserMessage) => parserMessage.Contains(" tab ", StringComparison.Ordinal);

    /// <summary>The message and what to do about it.</summary>
    public static (string Message, string? Hint) InPlainWords(string parserMessage)
    {
        bool Says(string part) => parserMessage.Contains(part, StringComparison.OrdinalIgnoreCase);

        if (Says("invalid mapping") || Says("mapping values are not allowed"))
            return ("a `key: value` is not possible here", "check the indentation, or put text that holds `: ` in quotes");
        if (IsAboutTabs(parserMessage))
            return ("a tab cannot indent", "use spaces");
        if (Says("unexpected end of stream") || Says("unexpected document indicator") || Says("wrong indentation"))
            return ("the quoted text that starts here is not closed", "close the quote");
        if (Says("cannot start any token"))
            return ("a text cannot start with this character", "put the text in quotes");
        if (Says("escape character") || Says("hexadecimal") || Says("Unicode"))
            return ("the text in double quotes holds an unknown escape after `\\`", "use single quotes, or write `\\\\` for a backslash");
        if (Says("expected key"))
            return ("expected `key: value` here, indented like the lines above", "check the indentation, and text after a closing quote");
        if (Says("'-' indicator"))
            return ("this line does not belong to the list above it", "start each item with `- ` at the same indentation");
        if (Says("could not find expected ':'"))
            return ("expected `key: value` here", "put a colon and a space after the key");
        if (Says("block sequence entries"))
            return ("a list item is not possible here", "start the list on a line of its own, below its key");
        if (Says("node content") || Says("expected token"))
            return ("expected a value here", "check for a bracket or comma too many");
        if (Says("mapping keys are not allowed"))
            return ("a `?` is not possible here", "put text that holds `? ` in quotes");
        if (Says("block scalar"))
            return ("a text of several lines starts on the line after `|` or `>`", "end this line there, or put the text in quotes");
        if (Says("comment"))
            return ("a comment cannot start here", "put a space before `#`, or put text that holds `#` in quotes");
        if (Says("tag") || Says("anchor"))
            return ("YAML tags and anchors are not allowed here", "put text that starts with `!`, `&` or `*` in quotes");
        if (Says("directive") || Says("incompatible"))
            return ("a line that starts with `%` is not allowed here", "remove it");
        if (parserMessage == NothingMore || Says("document"))
            return ("the text cannot be read on from here", "check the indentation, brackets and quotes");
        return ("not valid YAML here: " + parserMessage, null);
    }
}
