namespace Samarkand.Cases;

/// <summary>The problems found so far in one case.</summary>
internal sealed class ProblemList
{
    private readonly List<InputProblem> _problems = [];

    public int Count => _problems.Count;

    public bool IsEmpty => _problems.Count == 0;

    public void Add(Place place, string message, string? hint = null) =>
        _problems.Add(new InputProblem(place.Source, place.Line, place.Column, message, hint));

    /// <summary>Throws all problems in the order in which they stand in the file, those of options last.</summary>
    /// <exception cref="InputException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
            throw new InputException([.. _problems.OrderBy(p => p.Line == 0 ? int.MaxValue : p.Line).ThenBy(p => p.Column)]);
    }
}
