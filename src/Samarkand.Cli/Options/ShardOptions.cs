using System.CommandLine;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The options of a study whose parts are made by processes side by side, dealt by hand or by a cluster, and put together by one more.</summary>
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

    private readonly Option<string?> _cluster = ClusterOption.OfStudy();

    /// <summary>For the list of a command's own options; neither changes a number.</summary>
    public IReadOnlyList<OwnOption> All => [OwnOption.OfForm(_shard), OwnOption.OfForm(_gather), OwnOption.OfForm(_cluster)];

    /// <summary>What is asked for.</summary>
    /// <exception cref="InputException">It is no part of a whole, there is no folder, or both are asked for.</exception>
    public ShardChoice Read(ParseResult parsed, bool hasFolder)
    {
        var (text, gathers, cluster) = (parsed.GetValue(_shard), parsed.GetValue(_gather), ClusterOption.Read(parsed, _cluster));
        if (text is null && !gathers && cluster is null)
            return new ShardChoice(null, false, null);
        var given = text is not null ? _shard.Name : gathers ? _gather.Name : _cluster.Name;
        if (cluster is not null && (text is not null || gathers))
            throw Wrong(_cluster.Name, "workers deal the parts among themselves", $"leave out {given}");
        if (text is not null && gathers)
            throw Wrong(_gather.Name, "one process makes a part, and another gathers them", $"give {_shard.Name} to each part first, then {_gather.Name} alone");
        if (!hasFolder)
            throw Wrong(given, cluster is null ? "there is no folder that the parts share" : "there is no folder that the workers share", "add --output DIR");
        if (text is not null && Shard.Parse(text) is null)
            throw Wrong(_shard.Name, $"`{text}` is no part of a whole", FormattableString.Invariant($"write one such as 3/8: part 3 of 8, and of at most {Shard.Most}"));
        return new ShardChoice(text is null ? null : Shard.Parse(text), gathers, cluster);
    }

    /// <summary>Tells what a part has made.</summary>
    public static void Tell(Shard shard, int made, string items) => Printer.Print(writer => writer.WriteLine(FormattableString.Invariant($"Part {shard} is there: {made} {items} were made.")));

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>A part to make, or parts to gather.</summary>
/// <param name="Shard">The part; null for the whole.</param>
/// <param name="Gathers">True where all parts have to be there.</param>
/// <param name="Cluster">The database of the cluster whose workers make all parts, as it was typed; null for none.</param>
internal readonly record struct ShardChoice(Shard? Shard, bool Gathers, string? Cluster);
