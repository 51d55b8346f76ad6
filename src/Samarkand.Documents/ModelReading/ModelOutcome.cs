using System.Collections.Immutable;

namespace Samarkand.Documents.ModelReading;

/// <summary>What came of asking a language model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Accepted">How many of its claims were taken.</param>
/// <param name="Refused">Those that were refused, each with the reason.</param>
internal sealed record ModelOutcome(string Model, int Accepted, ImmutableArray<RefusedClaim> Refused);

/// <summary>A claim of a model that does not hold against the document.</summary>
/// <param name="Claim">What it claimed, in short.</param>
/// <param name="Reason">Why it was refused.</param>
internal sealed record RefusedClaim(string Claim, string Reason);
