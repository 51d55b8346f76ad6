namespace Samarkand.Documents.Texts;

/// <summary>A sentence of a document by its place in the text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">What it is part of.</param>
internal readonly record struct Sentence(int Start, int End, SentenceKind Kind);

/// <summary>What a sentence is part of.</summary>
internal enum SentenceKind
{
    Prose,

    /// <summary>A line by itself, without a stop: a headline.</summary>
    Headline,

    /// <summary>An item of a list.</summary>
    Item,
}
