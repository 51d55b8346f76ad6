using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>What a reader keeps in mind from sentence to sentence.</summary>
internal sealed class Discourse
{
    /// <summary>What the document is about as a whole.</summary>
    public Background Background { get; init; } = Background.None;

    /// <summary>False for a few sentences that stand alone.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Whom each who imposes restrictions imposed them on last.</summary>
    public Dictionary<string, string> Targets { get; } = new(StringComparer.Ordinal);

    /// <summary>Who acts where the document says `we` or `today`.</summary>
    public List<string> Voices { get; } = [];

    /// <summary>Who was named so far.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Whom the document's restrictions fall on, from where it is first named; before that, whom the last one fell on.</summary>
    public string? BackgroundTarget => Background.Target is { } about && (Target is null || Seen.Contains(about)) ? about : null;

    /// <summary>How many sentences say `we` or `I` outside quotations.</summary>
    public int Spoken { get; set; }

    /// <summary>The places that a speech names: `in Australia`.</summary>
    public List<string> Places { get; } = [];

    /// <summary>Who is the subject of a sentence by its name.</summary>
    public HashSet<string> Acting { get; } = new(StringComparer.Ordinal);

    /// <summary>The states that the question names to which somebody answers.</summary>
    public IReadOnlyList<string> AskedAbout { get; set; } = [];

    /// <summary>Whose wars and attacks were named.</summary>
    public List<string> Aggressors { get; } = [];

    /// <summary>Who speaks after a label, such as `Q:` or a name with a colon; empty where nobody does.</summary>
    public string Labelled { get; set; } = "";

    /// <summary>The state of who speaks after a label.</summary>
    public string? LabelledCode { get; set; }

    /// <summary>True while somebody answers after a label.</summary>
    public bool IsLabelled { get; set; }

    /// <summary>The state that whoever answers speaks for, where the labels do not name it.</summary>
    public string? Home { get; set; }

    /// <summary>True where the last sentence was about a measure: what `it` stands for then.</summary>
    public bool IsAboutMeasure { get; set; }

    /// <summary>Who was listed together last: `those countries`.</summary>
    public IReadOnlyList<string> Listed { get; set; } = [];

    /// <summary>Who acted last: what `it` and `they` stand for.</summary>
    public string? Topic { get; set; }

    /// <summary>Whom the last restriction fell on.</summary>
    public string? Target { get; set; }

    /// <summary>Who imposed the last restriction: whose package a list belongs to.</summary>
    public string? Issuer { get; set; }

    /// <summary>All who imposed restrictions so far: where there are several, a measure without an agent is nobody's by name.</summary>
    public HashSet<string> Issuers { get; } = new(StringComparer.Ordinal);

    /// <summary>Who was quoted last.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>The state of who was quoted last.</summary>
    public string? SpeakerCode { get; set; }

    /// <summary>True while a quotation goes on.</summary>
    public bool IsQuoting { get; set; }

    /// <summary>The states of the sentence before, in their order.</summary>
    public IReadOnlyList<string> Named { get; set; } = [];

    /// <summary>The year that a date without one belongs to.</summary>
    public string? Year { get; set; }

    /// <summary>The last ban on sales or purchases: what `the embargo` is.</summary>
    public string? LastBan { get; set; }

    /// <summary>What the last sentence claims: what `did the same` repeats.</summary>
    public IReadOnlyList<Finding> Before { get; set; } = [];

    /// <summary>What kind the last sentence was.</summary>
    public SentenceKind Last { get; set; }

    /// <summary>What somebody said of the list that follows.</summary>
    public Mood ListMood { get; set; } = Mood.Plain;
}
