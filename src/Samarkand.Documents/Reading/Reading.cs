using System.Collections.Immutable;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Files;
using Samarkand.Documents.Grammar;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.ModelReading;

namespace Samarkand.Documents.Reading;

/// <summary>Documents with the claims in them.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Claims">The claims, in the order of their first places; repeated ones joined.</param>
internal sealed record DocumentReading(ImmutableArray<DocumentText> Documents, ImmutableArray<Claim> Claims)
{
    /// <summary>What a language model added, and what of it was refused; null where none was asked.</summary>
    public ModelOutcome? Model { get; init; }

    /// <summary>Reads documents by the grammar alone.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="each">Called before each sentence; it may throw to give up.</param>
    /// <exception cref="Core.InputException">A document is in a language that is not read.</exception>
    public static DocumentReading Of(IEnumerable<DocumentText> documents, Action? each = null)
    {
        ImmutableArray<DocumentText> all = [.. documents];
        var claims = new List<Claim>();
        foreach (var document in all)
        {
            LanguageGuess.Require(document);
            claims.AddRange(ClaimReader.Read(document.Text, Lexicon.English, each).Select(claim => claim with { Document = document.Name }));
        }

        return new DocumentReading(all, JoinedClaims.Of(claims));
    }

    /// <summary>The document of a name.</summary>
    public DocumentText Find(string name) => Documents.First(document => document.Name == name);
}
