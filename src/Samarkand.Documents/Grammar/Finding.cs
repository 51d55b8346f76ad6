using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>An act that a rule found in a sentence, before it is written as claims.</summary>
/// <param name="Act">The act.</param>
/// <param name="At">The word that names it.</param>
/// <param name="Rule">The rule.</param>
internal sealed record Finding(string Act, int At, string Rule)
{
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<Actor> Counterparts { get; init; } = [];

    public IReadOnlyList<string> Goods { get; init; } = [];

    public Mood Mood { get; init; } = Mood.Plain;

    /// <summary>Where what it governs ends.</summary>
    public int End { get; init; }
}

/// <summary>The verb that a noun is the object or subject of.</summary>
internal readonly record struct Governor(int Verb, Role Role)
{
    public static Governor None { get; } = new(-1, Role.None);
}

internal enum Role
{
    None,

    /// <summary>imposed sanctions</summary>
    Object,

    /// <summary>sanctions were imposed</summary>
    Passive,

    /// <summary>sanctions imposed by</summary>
    Reduced,

    /// <summary>sanctions took effect</summary>
    Subject,

    /// <summary>despite sanctions</summary>
    Adjunct,
}
