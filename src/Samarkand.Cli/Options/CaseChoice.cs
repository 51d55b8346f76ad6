using Samarkand.Cases;

namespace Samarkand.Cli.Options;

/// <summary>What case the command line names, and what it sets over it.</summary>
internal sealed record CaseChoice
{
    /// <summary>What stands for standard input in place of a file.</summary>
    public const string StandardInput = "-";

    /// <summary>What messages call it.</summary>
    public const string NameOfStandardInput = "standard input";

    /// <summary>The file, <c>-</c> for standard input, or null where no case is named.</summary>
    public string? Path { get; init; }

    /// <summary>Files, folders and patterns, for a command that is about many cases.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Edits of this case alone.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>A world over the case's, or null.</summary>
    public string? World { get; init; }

    /// <summary>A horizon over the case's, or null.</summary>
    public string? Horizon { get; init; }

    /// <summary>A closure over the case's, or null.</summary>
    public string? Closure { get; init; }

    /// <summary>The days for which dates are applied, or null.</summary>
    public Period? Period { get; init; }

    /// <summary>The folder of documents in which every quote must stand, or null.</summary>
    public string? Documents { get; init; }

    /// <summary>What of it a reader has to repeat.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Own,
        .. Shared,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
    ];

    /// <summary>Edits that hold for a case that it is compared with as well, so that like is compared with like.</summary>
    private IEnumerable<string> Shared => Set(("world", World), ("horizon", Horizon), ("closure", Closure));

    /// <summary>The case that is named.</summary>
    public CaseSource Source() => Source(Path!);

    /// <summary>One of many, with the same edits.</summary>
    public CaseSource Source(string path) => Of(path).With([.. Own, .. Shared]).Over(Period).QuotedFrom(Documents);

    /// <summary>Another case to compare it with.</summary>
    public CaseSource Other(string path) => Of(path).With([.. Shared]).Over(Period);

    /// <summary>The edits that options make of values of the case of their names.</summary>
    public static IEnumerable<string> Set(params IEnumerable<(string Key, string? Value)> options) =>
        options.Where(option => option.Value is not null).Select(option => $"--{option.Key}={option.Value}");

    private static CaseSource Of(string path) =>
        path == StandardInput ? CaseSource.FromStream(Console.OpenStandardInput(), NameOfStandardInput) : CaseSource.FromFile(path);
}
