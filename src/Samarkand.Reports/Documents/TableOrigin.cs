using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>Where the tables of a folder come from.</summary>
/// <param name="Title">The title of the case.</param>
/// <param name="Question">Its question, or null.</param>
/// <param name="Worlds">The worlds, the first one first.</param>
/// <param name="Command">The command line that answers, given what was set besides.</param>
internal sealed record TableOrigin(string Title, string? Question, ImmutableArray<World> Worlds, Func<IReadOnlyList<string>, string> Command)
{
    public static TableOrigin Of(string command, CaseAnswer answer) =>
        new(answer.Case.Title, answer.Case.Question?.Text, [answer.Case.World], overrides => Reproduction.Command(command, answer, overrides));

    /// <param name="command">The command.</param>
    /// <param name="cases">The cases beside the tables: a file or a folder.</param>
    /// <param name="title">What they are about.</param>
    /// <param name="worlds">Their worlds.</param>
    public static TableOrigin Of(string command, string cases, string title, IEnumerable<World> worlds) =>
        new(title, null, [.. worlds], overrides => Reproduction.Command(command, cases, overrides));
}
