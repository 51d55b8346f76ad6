using Samarkand.Cases;
using Samarkand.Cases.Reading;

namespace Samarkand.Cli;

/// <summary>What the command line asks of a case.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Shared">Those that hold for the case compared with as well, so that like is compared with like.</param>
/// <param name="Period">The days for which the dates of both are applied, or null.</param>
/// <param name="Timeline">True for the case month by month.</param>
/// <param name="Against">The case to compare with, or null.</param>
/// <param name="Evidence">The folder of documents, or null.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Recorded">What the table of the coalition's recorded exports counts.</param>
/// <param name="Align">What is asked of the game of stances.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record CaseRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Shared,
    Period? Period,
    bool Timeline,
    string? Against,
    string? Evidence,
    string? Table,
    RecordedRequest Recorded,
    AlignRequest Align,
    string? Output,
    string Format)
{
    /// <summary>What of the command line a reader has to repeat: the edits of the case, and the options about dates and records.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Overrides,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
        .. Timeline ? (string[])["--timeline"] : [],
        .. Recorded.ToRepeat,
        .. Align.ToRepeat,
    ];
}
