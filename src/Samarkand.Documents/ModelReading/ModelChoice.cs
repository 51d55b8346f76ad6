namespace Samarkand.Documents.ModelReading;

/// <summary>Which language model is asked.</summary>
/// <param name="Address">An OpenAI-compatible address; null to take the answers of a kept run alone.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Run">The file of a kept run, or null.</param>
/// <param name="Key">A key for the server, or null.</param>
internal sealed record ModelChoice(Uri? Address, string Name, string? Run, string? Key);
