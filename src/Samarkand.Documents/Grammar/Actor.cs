using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Somebody who acts or is acted on.</summary>
/// <param name="Code">The code, or a company's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">The item, or -1 where it is understood from before.</param>
internal sealed record Actor(string Code, EntityKind Kind, int At)
{
    /// <summary>False where it is taken from what went before, or from a pronoun.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>Somebody who is understood: a state or group, or the firm that speaks.</summary>
    public static Actor Understood(string code, int at = -1) =>
        new(code, code.Any(char.IsAsciiLetterLower) ? EntityKind.Company : EntityKind.State, at) { IsNamed = false };

    /// <summary>True for firms of a state: Chinese banks.</summary>
    public bool IsFirms { get; init; }
}
