using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// Who speaks in a conversation that is written down: `Mao Ning: ...`, `Q: ...`. A label stands before a colon at the beginning of a line and comes
/// at least twice; what follows is its, until the next one. Who asks is a reporter, whose words are not attributed.
/// </summary>
internal sealed class SpeakerLabels
{
    private const int LongestLabel = 40;

    private readonly string _text;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    private readonly string? _heard;

    private readonly bool _isParliament;

    private SpeakerLabels(string text, Setting? setting) => (_text, _heard, _isParliament) = (text, setting?.Heard, setting?.IsParliament == true);

    public static SpeakerLabels Of(string text, IReadOnlyList<Sentence> sentences, Setting? setting)
    {
        var labels = new SpeakerLabels(text, setting);
        foreach (var sentence in sentences)
        {
            if (labels.LabelOf(sentence) is { } label)
                labels._counts[label] = labels._counts.GetValueOrDefault(label) + 1;
        }

        // A conversation has labels that come again.
        if (labels._counts.Values.All(count => count < 2))
            labels._counts.Clear();
        return labels;
    }

    /// <summary>Notes who speaks in a sentence, and takes the label from its words.</summary>
    public void Hear(Sentence sentence, List<Item> items, Discourse discourse)
    {
        if (_counts.Count == 0 || LabelOf(sentence) is not { } label || !_counts.ContainsKey(label))
            return;
        var colon = items.FindIndex(item => item.Sign == ':');
        if (colon < 0)
            return;
        var named = items.Take(colon).Select(item => item.Entity).FirstOrDefault(entity => entity is not null);
        var isAsking = IsAsking(label) || (_counts[label] < 2 && named is null) || items.Take(colon).Any(item => item.Is(Word.Media));
        (discourse.Labelled, discourse.LabelledCode) = isAsking ? ("", null) : (IsAnswering(label) ? "" : label, named?.Code);
        discourse.IsLabelled = !isAsking;
        discourse.Home = Home;
        if (!isAsking && named is not null)
            discourse.Topic = named.Code;
        items.RemoveRange(0, colon + 1);
        if (isAsking && Home is { } home && items.Any(item => item.Text.StartsWith("your", StringComparison.OrdinalIgnoreCase)))
            discourse.Topic = home;
        if (isAsking)
            Count(items);
        if (isAsking || discourse.AskedAbout.Count == 0)
            discourse.AskedAbout = [.. items.Select(item => item.Entity).OfType<Entity>().Where(entity => entity.Kind == EntityKind.State).Select(entity => entity.Code).Distinct()];
    }

    // Whom the questions name most is who is asked.
    private void Count(List<Item> items)
    {
        foreach (var code in items.Select(item => item.Entity).OfType<Entity>().Where(entity => entity.Kind == EntityKind.State).Select(entity => entity.Code).Distinct())
            _asked[code] = _asked.GetValueOrDefault(code) + 1;
    }

    // Ministers answer to their own parliament.
    private string? Home => _heard ?? (_asked.Count == 0 || _isParliament ? null : _asked.MaxBy(one => one.Value).Key);

    private static bool IsAsking(string label) => label is "Q" or "Question" or "Reporter" or "Journalist" or "Interviewer" or "Moderator";

    private static bool IsAnswering(string label) => label is "A" or "Answer";

    private string? LabelOf(Sentence sentence)
    {
        if (sentence.Start > 0 && !IsLineStart(sentence.Start))
            return null;
        var colon = _text.IndexOf(':', sentence.Start, Math.Min(LongestLabel, sentence.End - sentence.Start));
        if (colon < 0 || colon + 2 >= sentence.End || _text[colon + 1] != ' ')
            return null;
        var label = _text[sentence.Start..colon];
        // `Mr Lammy (Tottenham): ...`
        if (label.EndsWith(')') && label.IndexOf(" (", StringComparison.Ordinal) is var seat and > 0)
            label = label[..seat];
        return label.Split(' ').All(word => word.Length > 0 && (char.IsUpper(word[0]) || word is "of" or "the" or "de" or "van" or "von")) && label.Split(' ').Length <= 5 ? label : null;
    }

    private bool IsLineStart(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || _text[at - 1] == '\n';
    }
}
