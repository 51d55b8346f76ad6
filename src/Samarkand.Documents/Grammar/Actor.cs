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

    /// <summary>True for firms of a state: Chinese banks.</summary>
    public bool IsFirms { get; init; }
}
