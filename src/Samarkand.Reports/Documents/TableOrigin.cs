using System.Collections.Immutable;
using Samarkand.Core;
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

    /// <summary>Of data in place of a world.</summary>
    /// <param name="command">The command.</param>
    /// <param name="words">Its arguments, as they are typed in the folder of the tables.</param>
    /// <param name="title">What the tables are about.</param>
    public static TableOrigin OfData(string command, IEnumerable<string> words, string title) =>
        new(title, null, [], options => string.Join(' ', ["samarkand", command, .. words.Select(ShellWord.Quoted), .. options.Select(ShellWord.Quoted)]));
}
