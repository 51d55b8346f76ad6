using Samarkand.Core;
using Samarkand.Documents.ModelReading;

namespace Samarkand.Cli.Commands.Read;

/// <summary>What the command line asks of a document.</summary>
/// <param name="Files">The documents.</param>
/// <param name="Draft">The case to write, or null.</param>
/// <param name="Folder">The folder to write, or null.</param>
/// <param name="Model">A language model to ask as well, or null.</param>
/// <param name="Format">How the claims are printed.</param>
internal sealed record ReadRequest(IReadOnlyList<string> Files, string? Draft, OutputFolder? Folder, ModelChoice? Model, string Format);
