namespace Samarkand.Cli;

/// <summary>What the command line asks of a case.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Shared">Those that hold for the case compared with as well, so that like is compared with like.</param>
/// <param name="Against">The case to compare with, or null.</param>
/// <param name="Evidence">The folder of documents, or null.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Format">text, json, csv or markdown.</param>
internal sealed record CaseRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Shared,
    string? Against,
    string? Evidence,
    string? Table,
    string? Output,
    string Format);
