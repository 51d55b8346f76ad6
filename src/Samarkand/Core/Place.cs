namespace Samarkand.Core;

/// <summary>Where something stands in a case, so that a later step can still point at it.</summary>
/// <param name="Source">The file, or the parameter such as <c>⟨set: package.0.coverage⟩</c>.</param>
/// <param name="Line">The line, from 1; 0 for a parameter.</param>
/// <param name="Column">The column, from 1; 0 for a parameter.</param>
internal sealed record Place(string Source, int Line, int Column);
