using System.Collections.Immutable;

namespace Samarkand.Web.Controls;

/// <summary>What of a case a page can move: each value with its place in the text, so that the text is edited where it stands and nowhere else.</summary>
internal sealed record CaseControls
{
    /// <summary>Words of the case to choose among: horizon, closure, default stance.</summary>
    public ImmutableArray<ChoiceControl> Choices { get; init; } = [];

    /// <summary>The members of the coalition as the case lists them.</summary>
    public ImmutableArray<MemberControl> Coalition { get; init; } = [];

    /// <summary>The instruments, in the order of the case.</summary>
    public ImmutableArray<InstrumentControl> Instruments { get; init; } = [];

    /// <summary>The stances of players.</summary>
    public ImmutableArray<ChoiceControl> Stances { get; init; } = [];
}

/// <summary>A part of the text.</summary>
/// <param name="Start">Its first character, from 0, in UTF-16.</param>
/// <param name="End">The one behind its last.</param>
internal readonly record struct TextSpan(int Start, int End);

/// <summary>A word to choose.</summary>
/// <param name="Path">Its path in the case.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">The word.</param>
/// <param name="Options">The words that it may be.</param>
/// <param name="Span">Where it stands; null where the case leaves it to the default.</param>
internal sealed record ChoiceControl(string Path, string Label, string Value, ImmutableArray<string> Options, TextSpan? Span);

/// <summary>A member of the coalition.</summary>
/// <param name="Code">The code or bloc as it is written.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record MemberControl(string Code, string Name, TextSpan Span);

/// <summary>An instrument.</summary>
/// <param name="Path">Its path in the case.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">What the case calls it, or null.</param>
/// <param name="Says">Its size and what it covers in words.</param>
/// <param name="Acts">Whether it acts at the stances of the case.</param>
/// <param name="Lines">The lines that it takes up, which are marked as comments to switch it off; null where it does not stand on lines of its own.</param>
internal sealed record InstrumentControl(string Path, string Kind, string? Name, string Says, bool Acts, TextSpan? Lines)
{
    /// <summary>Its numbers.</summary>
    public ImmutableArray<NumberControl> Numbers { get; init; } = [];

    /// <summary>The passages that it rests on.</summary>
    public ImmutableArray<Quote> Evidence { get; init; } = [];
}

/// <summary>A number to move.</summary>
/// <param name="Path">Its path in the case.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Unit">What is written behind it, such as <c>%</c> or <c>bn USD</c>.</param>
/// <param name="Value">The number as it is written.</param>
/// <param name="Least">The least that a slider gives it.</param>
/// <param name="Most">The most that a slider gives it; more may be typed.</param>
/// <param name="Step">The step of the slider.</param>
/// <param name="Span">Where the number stands, without its unit.</param>
internal sealed record NumberControl(string Path, string Label, string Unit, double Value, double Least, double Most, double Step, TextSpan Span);

/// <summary>A passage that a size rests on.</summary>
internal sealed record Quote(string Source, string Text);
