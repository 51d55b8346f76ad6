using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Who says what in a sentence: X said that, said X, according to X.</summary>
internal sealed class Attribution
{
    private const int LongestSpeaker = 12;

    private readonly View _view;
    private readonly string _text;
    private readonly Discourse _discourse;
    private readonly List<(int From, int Until, string Speaker, string? Code)> _spans = [];

    public Attribution(View view, string text, Discourse discourse, bool startsQuoted)
    {
        (_view, _text, _discourse) = (view, text, discourse);
        for (var k = 0; k < view.Count; k++)
        {
            if (view[k].Says("according to"))
                Add(0, view.Count, IsText(After(k)) ? "" : After(k), discourse);
            else if (view.IsVerb(k, Deed.Report) && IsSpeech(k))
                Add(k, discourse);
            else if (view.IsVerb(k) && view[k].Says("quoted") && view.At(k + 1)?.Says("as") == true && view.At(k + 2)?.Says("saying") == true)
                Add(0, view.Count, Before(k), discourse);
            else if (view[k].Is(Deed.Report) && view[k].Entry.Forms == Form.None && view.Is(k + 1, Word.That))
                Add(k, view.Count, Before(k), discourse);
        }

        // A headline: `India cuts purchases - sources`.
        if (Enumerable.Range(2, Math.Max(0, view.Count - 2)).LastOrDefault(k => view[k].Sign is '-' or '–', -1) is var dash and > 0 && view.Count - dash is > 1 and < 6 && view[view.Count - 1].Text.ToLowerInvariant() is "sources" or "source" or "official" or "officials" or "report" or "minister" or "spokesman" or "ministry" or "kremlin" or "media" or "agency")
            _spans.Add((0, dash, text[view[dash + 1].Start..view[view.Count - 1].End], null));
        // A headline: `Merkel: no sanctions`.
        if (view.Count > 2 && view[1].Sign == ':' && view[0].Entity is { IsLeader: true } or { IsSeat: true })
            Add(2, view.Count, view[0].Text, discourse);
        if (_spans.Count == 0 && startsQuoted && discourse.Speaker.Length > 0)
            _spans.Add((0, view.Count, discourse.Speaker, discourse.SpeakerCode));
        Said = _spans.Count > 0;
    }

    /// <summary>True where the sentence attributes anything.</summary>
    public bool Said { get; }

    /// <summary>Who says what stands at an item; empty for the author.</summary>
    public string Of(int at)
    {
        foreach (var (from, until, speaker, _) in _spans)
        {
            if (at >= from && at < until)
                return speaker;
        }

        return _discourse.Labelled;
    }

    /// <summary>The state that the speaker of what stands at an item is of, or null.</summary>
    public string? SpeakerOf(int at)
    {
        foreach (var (from, until, _, code) in _spans)
        {
            if (at >= from && at < until && code is not null)
                return code;
        }

        return null;
    }

    // `according to this decision`
    private static bool IsText(string speaker) => speaker.Split(' ').Any(word => word.ToLowerInvariant() is "decision" or "law" or "rules" or "rule" or "agreement" or "plan" or "resolution" or "regulation" or "decree" or "order" or "schedule" or "procedure");

    // The first state that the speaker's words name.
    private string? CodeOf(string speaker)
    {
        for (var k = 0; k < _view.Count; k++)
        {
            if (_view[k].Entity is { } entity && speaker.Contains(_view[k].Text, StringComparison.Ordinal))
                return entity.Code;
        }

        return null;
    }

    private void Add(int verb, Discourse discourse)
    {
        var start = Chain.Of(_view, verb).Start;
        var before = _view.At(start - 1);
        // `..., said X` and `..., X said`: what was said stands before.
        if (before is null || before.Sign is ',' or '"')
        {
            if (start > 0)
                Add(0, start, After(verb), discourse);
            return;
        }

        var (from, speaker) = (SpeakerStart(start), Before(verb));
        if (from > 1 && _view[from - 1].Sign is ',' or '"' && EndsThere(verb))
            Add(0, from, speaker, discourse);
        else
            Add(verb + 1, _view.Count, speaker, discourse);
    }

    private void Add(int from, int until, string speaker, Discourse discourse)
    {
        if (speaker.Length == 0 || speaker is "I" or "we" or "We")
            return;
        if (speaker is "he" or "she" or "they" or "He" or "She" or "They")
            speaker = discourse.Speaker.Length > 0 ? discourse.Speaker : speaker;
        else if (speaker is "it" or "It")
            speaker = discourse.Topic is { } topic ? Claims.ClaimWords.Name(topic) : "";
        else
            (discourse.Speaker, discourse.SpeakerCode) = (speaker, CodeOf(speaker));
        if (speaker.Length > 0)
            _spans.Add((from, until, speaker, discourse.SpeakerCode));
    }

    // `promised to send` and `announced sanctions` are deeds.
    private bool IsSpeech(int verb)
    {
        var item = _view[verb];
        if (Chain.Of(_view, verb).IsPassive(_view) || (_view.Is(verb + 1, Word.To) && (_view.IsVerb(_view.After(verb + 1)) || !item.Says("told"))) || (item.Is(Form.Ing) && !_view.Is(verb - 1, Word.Be)))
            return false;
        if (_view.Is(verb + 1, Word.That) || _view.At(verb + 1)?.Sign is '"' or ':' || (_view.At(verb - 1)?.Sign is '"'))
            return true;
        if (item.Is(Deed.Plan | Deed.Light | Deed.Possible | Deed.Other | Deed.Deny | Deed.Promise | Deed.Threaten | Deed.Maintain))
            return item.Is(Deed.Accuse) || IsThatNear(verb) || (EndsThere(verb) && !item.Is(Deed.Promise | Deed.Plan | Deed.Threaten) && (!item.Is(Deed.Light) || SpeakerStart(Chain.Of(_view, verb).Start) > 1));
        return item.Is(Deed.Accuse) || !item.Is(Deed.Threaten);
    }

    private bool IsThatNear(int verb)
    {
        for (var k = verb + 1; k < Math.Min(_view.Count, verb + 6); k++)
        {
            if (_view[k].Is(Word.That) && !_view.IsGoods(k + 1))
                return true;
            if (_view.IsVerb(k))
                return false;
        }

        return false;
    }

    // Nothing but a time or a place follows.
    private bool EndsThere(int verb)
    {
        for (var k = verb + 1; k < _view.Count; k++)
        {
            if (_view[k].Sign is ',' or '"' or ';' || _view[k].Is(Word.Sub))
                return true;
            if (_view.IsVerb(k) || k > verb + 9 || _view[k].Is(Word.That) || _view[k].Is(Word.Will | Word.Would | Word.Have | Word.Be | Word.May))
                return false;
        }

        return true;
    }

    private string Before(int verb)
    {
        var end = Chain.Of(_view, verb).Start;
        // `the minister, who was in Antalya, said`
        if (end > 2 && _view[end - 1].Sign == ',' && Enumerable.Range(1, end - 2).LastOrDefault(k => _view[k].Sign == ',' && _view.Is(k + 1, Word.Rel), -1) is var relative and > 0)
            end = relative;
        var start = SpeakerStart(end);
        // `X did this and said that`: the speaker is the sentence's subject.
        if (end > start && _view[end - 1].Is(Word.And))
        {
            (start, end) = (0, 0);
            while (end < _view.Count && !_view.IsVerb(end) && !_view[end].Is(Word.Be | Word.Have | Word.Will) && _view[end].Sign == '\0')
                end++;
        }

        while (start < end && (_view[start].Is(Word.But | Word.And | Word.Adv | Word.Today) || _view[start].Sign != '\0'))
            start++;
        while (end > start && (_view[end - 1].Sign != '\0' || _view[end - 1].Is(Word.Adv | Word.Today) || _view[end - 1].Date is not null))
            end--;
        start = AfterAdverbial(start, end);
        return end > start && end - start <= LongestSpeaker ? Alone(_text[_view[start].Start.._view[end - 1].End]) : "";
    }

    // `the spokesman in a statement`
    private static string Alone(string speaker)
    {
        foreach (var occasion in (string[])[" in a ", " in an ", " at a "])
        {
            if (speaker.IndexOf(occasion, StringComparison.Ordinal) is > 0 and var at)
                speaker = speaker[..at];
        }

        return speaker;
    }

    // `On July 3 the ministry announced`: when, and then who.
    private int AfterAdverbial(int start, int end)
    {
        if (start >= end || !_view[start].Is(Word.Prep))
            return start;
        for (var k = start + 2; k < end; k++)
        {
            if ((_view[k].Is(Word.Det) || _view[k].Entity is not null) && !_view[k - 1].Is(Word.Prep | Word.Det) && !View.IsPlain(_view[k - 1]))
                return k;
        }

        return end;
    }

    private int SpeakerStart(int end)
    {
        var k = end - 1;
        while (k >= 0 && _view[k].Sign is not (',' or ';' or ':' or '"' or '–' or '-' or ')') && !_view[k].Is(Word.That | Word.Sub | Word.But | Word.Rel) && !(_view.IsVerb(k) && k < end - 1))
            k--;
        return k + 1;
    }

    private string After(int verb)
    {
        var start = verb + 1;
        var end = start;
        while (end < _view.Count && end - start < LongestSpeaker && _view[end].Sign == '\0' && !_view[end].Is(Word.That | Word.Sub | Word.To | Word.Today | Word.Rel) && !(_view[end].Is(Word.Prep) && !_view[end].Says("of") && !_view[end].Says("for") && !_view[end].Says("at")) && !_view.IsVerb(end) && _view[end].Date is null)
            end++;
        return end > start ? _text[_view[start].Start.._view[end - 1].End] : "";
    }
}
