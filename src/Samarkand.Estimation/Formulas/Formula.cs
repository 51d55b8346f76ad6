using System.Collections.Immutable;

namespace Samarkand.Estimation.Formulas;

/// <summary>A model as people write it: <c>trade ~ ln(dist) + rta | exporter^year + importer^year</c>.</summary>
/// <param name="Text">The formula as it was written.</param>
/// <param name="Response">What is explained.</param>
/// <param name="Terms">What explains it.</param>
/// <param name="Effects">The fixed effects, each by the columns that make its groups together.</param>
internal sealed record Formula(string Text, Term Response, ImmutableArray<Term> Terms, ImmutableArray<GroupName> Effects);

/// <summary>A number made of columns.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Parts">Its signs: names of columns, numbers, functions and operators.</param>
internal sealed record Term(string Name, ImmutableArray<Token> Parts)
{
    /// <summary>The columns that it uses.</summary>
    public IEnumerable<Token> Columns => Parts.Where(part => part.Kind == TokenKind.Column);
}

/// <summary>Columns that make groups together, such as <c>exporter^year</c>.</summary>
internal sealed record GroupName(string Name, ImmutableArray<Token> Columns);

/// <summary>What a part of a formula is.</summary>
internal enum TokenKind
{
    /// <summary>The name of a column.</summary>
    Column,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A function that is known.</summary>
    Function,

    /// <summary>Anything else.</summary>
    Sign,
}

/// <summary>A part of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">Where it begins, from 1.</param>
internal sealed record Token(TokenKind Kind, string Text, int At);
