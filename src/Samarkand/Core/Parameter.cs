namespace Samarkand.Core;

/// <summary>
/// Something that whoever asks may set, named in a message about it: <c>⟨draws⟩</c>, or with what to give it <c>⟨sectors: all⟩</c>. The text
/// is the same for every caller; a command line or a form words it as its own, and nothing else stands in these brackets.
/// </summary>
/// <param name="Name">The name, such as <c>draws</c>.</param>
/// <param name="Value">What to give it, or null.</param>
internal readonly record struct Parameter(string Name, string? Value = null)
{
    public const char Open = '⟨';
    public const char Close = '⟩';

    /// <summary>What is wrong with what the parameter was given.</summary>
    public InputException Wrong(string message, string hint) => new(new InputProblem(ToString(), 0, 0, message, hint));

    public override string ToString() => Value is null ? $"{Open}{Name}{Close}" : $"{Open}{Name}: {Value}{Close}";
}
