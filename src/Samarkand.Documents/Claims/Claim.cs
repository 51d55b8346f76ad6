namespace Samarkand.Documents.Claims;

/// <summary>Whether a claim says that an act is so or that it is not.</summary>
internal enum Polarity
{
    Affirmed,
    Denied,
}

/// <summary>How far an act has come, by the words of the claim.</summary>
internal enum Modality
{
    /// <summary>It has been done, or is being done.</summary>
    Done,

    /// <summary>It is decided, promised or announced for later.</summary>
    Planned,

    /// <summary>It may be done: considered, threatened, asked for.</summary>
    Possible,

    /// <summary>Somebody says that it will not be done.</summary>
    Refused,

    /// <summary>It would be done under a condition, or in theory.</summary>
    Hypothetical,
}

/// <summary>What a document says that somebody does to somebody, with its words.</summary>
/// <param name="Actor">Who acts: the code of a state or group, or a company's name; empty where the document leaves it open.</param>
/// <param name="Act">A kind of instrument, a stance, or one of the further acts; see <see cref="Acts"/>.</param>
/// <param name="Counterpart">To whom: a code or a name; empty where nobody is named.</param>
internal sealed record Claim(string Actor, string Act, string Counterpart)
{
    /// <summary>Tags of the goods, with semicolons between them; empty for none.</summary>
    public string Goods { get; init; } = "";

    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    /// <summary>Who says so, in the document's words; empty for the author.</summary>
    public string SaidBy { get; init; } = "";

    /// <summary>How much, such as <c>25 %</c> or <c>300 bn USD</c>.</summary>
    public string Amount { get; init; } = "";

    /// <summary>The first day, month or year; empty where there is none.</summary>
    public string From { get; init; } = "";

    /// <summary>The last.</summary>
    public string Until { get; init; } = "";

    /// <summary>The passage, word for word.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Where the passage starts in the text as it was extracted.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>The rule that found it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>What it names of who acts and of to whom: <c>a</c> and <c>c</c> by name, <c>p</c> by a pronoun, <c>u</c> for what is understood, <c>-</c> for nothing.</summary>
    public string Named { get; init; } = "--";

    /// <summary>The share of claims found this way that were right in the annotated set.</summary>
    public double Confidence { get; init; }

    /// <summary>The document, where there are several.</summary>
    public string Document { get; init; } = "";

    /// <summary>Further places of the same claim.</summary>
    public IReadOnlyList<Passage> Again { get; init; } = [];

    /// <summary>True where the document says the contrary elsewhere.</summary>
    public bool IsContested { get; init; }
}

/// <summary>A passage of a document.</summary>
internal sealed record Passage(string Document, string Quote, int Start, int End);
