using System.CommandLine;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The options of a study whose parts are made by processes side by side, and put together by one more.</summary>
internal sealed class ShardOptions
{
    /// <summary>The option that makes one part.</summary>
    public const string Part = "--shard";

    /// <summary>The option that puts them together.</summary>
    public const string Whole = "--gather";

    private readonly Option<string?> _shard = new(Part)
    {
        Description = "Make part K of N of the blocks in the folder, and nothing else; parts may run at once, on any machines that share it.",
        HelpName = "K/N",
    };
    private readonly Option<bool> _gather = new(Whole) { Description = "Finish a folder whose parts are all made; refuse where some are missing." };

    /// <summary>For the list of a command's own options; neither changes a number.</summary>
    public IReadOnlyList<OwnOption> All => [OwnOption.OfForm(_shard), OwnOption.OfForm(_gather)];

    /// <summary>What is asked for.</summary>
    /// <exception cref="InputException">It is no part of a whole, there is no folder, or both are asked for.</exception>
    public ShardChoice Read(ParseResult parsed, bool hasFolder)
    {
        var (text, gathers) = (parsed.GetValue(_shard), parsed.GetValue(_gather));
        if (text is null && !gathers)
            return new ShardChoice(null, false);
        var given = text is null ? _gather.Name : _shard.Name;
        if (text is not null && gathers)
            throw Wrong(_gather.Name, "one process makes a part, and another gathers them", $"give {_shard.Name} to each part first, then {_gather.Name} alone");
        if (!hasFolder)
            throw Wrong(given, "there is no folder that the parts share", "add --output DIR");
        if (text is not null && Shard.Parse(text) is null)
            throw Wrong(_shard.Name, $"`{text}` is no part of a whole", FormattableString.Invariant($"write one such as 3/8: part 3 of 8, and of at most {Shard.Most}"));
        return new ShardChoice(text is null ? null : Shard.Parse(text), gathers);
    }

    /// <summary>Tells what a part has made.</summary>
    public static void Tell(Shard shard, int made, string items) => Printer.Print(writer => writer.WriteLine(FormattableString.Invariant($"Part {shard} is there: {made} {items} were made.")));

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>A part to make, or parts to gather.</summary>
/// <param name="Shard">The part; null for the whole.</param>
/// <param name="Gathers">True where all parts have to be there.</param>
internal readonly record struct ShardChoice(Shard? Shard, bool Gathers);
