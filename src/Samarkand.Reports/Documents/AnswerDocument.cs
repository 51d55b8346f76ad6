using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Documents;

/// <summary>
/// What a command answers, whichever command it is: printed as text, Markdown or JSON, and as tables. As JSON it has the same keys for every
/// command; <c>docs/answer.schema.json</c> is its schema.
/// </summary>
internal sealed record AnswerDocument
{
    /// <summary>The version that answered.</summary>
    public string Samarkand { get; } = Pages.Reproduction.Version;

    /// <summary>The command that was asked.</summary>
    public required string Command { get; init; }

    /// <summary>The title of the case, or what the answer is about.</summary>
    public required string Title { get; init; }

    /// <summary>The question of the case, or null.</summary>
    public string? Question { get; init; }

    /// <summary>The case; null where the answer is about a world alone.</summary>
    public CaseHead? Case { get; init; }

    /// <summary>The world that it stands on; null where it looks at data in place of a world.</summary>
    public required WorldHead? World { get; init; }

    /// <summary>How long firms have had to adapt: <c>short</c>, <c>medium</c> or <c>long</c>; null without a world.</summary>
    public required string? Horizon { get; init; }

    /// <summary>What happens to trade deficits: <c>fixed</c>, <c>proportional</c> or <c>closed</c>; null without a world.</summary>
    public required string? Closure { get; init; }

    /// <summary>The case that every change is measured against; null where that is the world without the case.</summary>
    public ComparedCase? ComparedWith { get; init; }

    /// <summary>The answer in words.</summary>
    public ImmutableArray<Passage> Words { get; init; } = [];

    /// <summary>Single numbers of the answer.</summary>
    public ImmutableArray<KeyFigure> Figures { get; init; } = [];

    /// <summary>The tables for programs, the most asked for first.</summary>
    public required ImmutableArray<TableDocument> Tables { get; init; }

    /// <summary>How exactly the equations hold.</summary>
    public required CertificateDocument Certificate { get; init; }

    /// <summary>What a reader has to know of this answer: what of the case is not used, what has no answer.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>How names were read and what covers less than it says, one sentence each.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Names of the case that the world does not hold, where the case allows that.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>What the answer rests on.</summary>
    public ImmutableArray<string> Grounds { get; init; } = [];

    /// <summary>Files that belong to the answer, such as the package of a design as a case.</summary>
    public ImmutableArray<TextFile> Files { get; init; } = [];

    /// <summary>The tables for people, in the order in which they are printed.</summary>
    [JsonIgnore]
    public ImmutableArray<ShownTable> Shown { get; init; } = [];

    /// <summary>True where the answer is shown whole, with its words; false where one table was asked for.</summary>
    [JsonIgnore]
    public bool IsWhole => !Words.IsEmpty;

    /// <summary>Says that the answer compares, and with what; null where it does not.</summary>
    [JsonIgnore]
    public string? Comparison => ComparedWith is not { } other
        ? null
        : $"Compared with: {other.Title} ({other.File}{(other.Period is null ? "" : $", {other.Period}")}). Every change is from that case to this one, not from the world without the case.";

    /// <summary>The grounds with the certificate, which stands once.</summary>
    [JsonIgnore]
    public IEnumerable<string> GroundsAndCertificate => Grounds.Any(ground => ground.StartsWith("Certificate", StringComparison.Ordinal)) ? Grounds : Grounds.Append(Certificate.Text);

    /// <summary>The notes that neither words nor grounds hold already.</summary>
    [JsonIgnore]
    public IEnumerable<string> FurtherNotes => Notes.Except(Grounds).Except(Words.SelectMany(passage => passage.Lines));
}

/// <summary>A table as people see it.</summary>
/// <param name="Table">The table.</param>
/// <param name="MostRows">How many of its rows are printed as text; the others are counted.</param>
internal sealed record ShownTable(Table Table, int MostRows = int.MaxValue)
{
    /// <summary>What of a table is shown, where that is not all of it; or null.</summary>
    public string? Note { get; init; }
}

/// <summary>Some sentences of an answer.</summary>
/// <param name="About">What they are about: <c>answer</c>, <c>rescue</c> or <c>reasons</c>.</param>
/// <param name="Lines">The sentences, one or two a line.</param>
internal sealed record Passage(string About, ImmutableArray<string> Lines)
{
    /// <summary>True where each line stands by itself, as in a list.</summary>
    [JsonIgnore]
    public bool IsList { get; init; }
}

/// <summary>A single number.</summary>
/// <param name="Name">Its stable name, with its unit as a suffix.</param>
/// <param name="Value">Its value; NaN where there is none.</param>
/// <param name="Unit">What it counts in, as in <see cref="Units"/>.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record KeyFigure(string Name, double Value, string Unit, string Meaning);

/// <summary>The case that an answer is about.</summary>
/// <param name="Title">Its title.</param>
/// <param name="File">The file that it was read from.</param>
/// <param name="Target">The code of the state that the package falls on.</param>
/// <param name="Coalition">The codes of the members of the coalition.</param>
/// <param name="Period">The day, month or year for which its dates were applied; null where they were not.</param>
internal sealed record CaseHead(string Title, string File, string Target, ImmutableArray<string> Coalition, string? Period)
{
    /// <summary>Every instrument that acts, with its size.</summary>
    public ImmutableArray<InstrumentHead> Instruments { get; init; } = [];
}

/// <summary>An instrument of a case.</summary>
/// <param name="Path">Where it stands in the case: <c>package.0</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">What the case calls it; null where it has no name.</param>
/// <param name="Size">Its size and scope in words.</param>
internal sealed record InstrumentHead(string Path, string Kind, string? Name, string Size);

/// <summary>The case that another is compared with.</summary>
/// <param name="Title">Its title.</param>
/// <param name="File">The file that it was read from.</param>
/// <param name="Period">The day or year for which its dates were applied; null where they were not.</param>
internal sealed record ComparedCase(string Title, string File, string? Period);

/// <summary>The world that an answer stands on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">The year of its flows.</param>
internal sealed record WorldHead(string Name, string Title, int Year);

/// <summary>A file that belongs to an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it holds.</param>
internal sealed record TextFile(string Name, string Text);
