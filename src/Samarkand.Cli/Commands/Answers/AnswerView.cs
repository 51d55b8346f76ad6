namespace Samarkand.Cli.Commands.Answers;

/// <summary>What a command shows of a case unless a table is asked for.</summary>
internal enum AnswerView
{
    /// <summary>The table of effects.</summary>
    Effects,

    /// <summary>The report for people.</summary>
    Report,

    /// <summary>Which banned goods come through whom.</summary>
    Routes,

    /// <summary>Who comes to the rescue.</summary>
    Align,
}
