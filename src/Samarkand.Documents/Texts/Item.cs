using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Texts;

/// <summary>A word or phrase of a sentence, with what the lexicon knows of it.</summary>
internal sealed class Item
{
    public int Start { get; init; }

    public int End { get; init; }

    public Entry Entry { get; init; } = Entry.Unknown;

    /// <summary>The words as they stand.</summary>
    public string Text { get; init; } = "";

    /// <summary>A sign, such as a comma; a zero for words.</summary>
    public char Sign { get; init; }

    /// <summary>True where a possessive ending follows.</summary>
    public bool IsPossessive { get; set; }

    /// <summary>An amount as a case would write it, or null.</summary>
    public string? Amount { get; init; }

    /// <summary>A day, month or year, <c>2022-12-05</c> or less; or null.</summary>
    public string? Date { get; init; }

    public bool IsCapital => Sign == '\0' && Text.Length > 0 && char.IsUpper(Text[0]);

    public Entity? Entity => Entry.Entity is { Kind: not EntityKind.Nobody } entity ? entity : null;

    public bool Is(Word word) => (Entry.Words & word) != 0;

    public bool Is(Deed deed) => (Entry.Deeds & deed) != 0;

    public bool Is(Thing thing) => (Entry.Things & thing) != 0;

    public bool Is(Form form) => (Entry.Forms & form) != 0;

    public bool Says(string text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}
