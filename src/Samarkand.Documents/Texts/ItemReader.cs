using Samarkand.Documents.Grammar;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Texts;

/// <summary>Reads a sentence as words and phrases that the lexicon knows, with its dates and amounts.</summary>
internal sealed class ItemReader(string text, Lexicon lexicon, Setting? setting = null)
{
    /// <summary>More words than any sentence that a grammar could read.</summary>
    private const int MostTokens = 400;

    private readonly List<Token> _tokens = [];

    public List<Item> Read(Sentence sentence)
    {
        _tokens.Clear();
        Tokenizer.Split(text, sentence.Start, sentence.End, _tokens);
        if (_tokens.Count > MostTokens)
            _tokens.RemoveRange(MostTokens, _tokens.Count - MostTokens);
        var items = new List<Item>(_tokens.Count);
        for (var at = 0; at < _tokens.Count;)
            at = Take(at, items);
        return items;
    }

    private int Take(int at, List<Item> items)
    {
        var token = _tokens[at];
        var span = token.In(text);
        if (span.Length == 1 && !char.IsLetterOrDigit(span[0]) && span[0] is not ('$' or '€' or '£' or '¥' or '%' or '&'))
            return TakeSign(at, span[0], items);
        if (span[0] is '\'' or '’' or '‘' && span.Length is > 1 and <= 3)
        {
            if (items.Count > 0 && !items[^1].Is(Word.Pron) && span[1] is 's' or 'S')
            {
                items[^1].IsPossessive = true;
                return at + 1;
            }

            if (items.Count > 0 && items[^1].Is(Word.Pron) && span[1] == 's' && lexicon.StartingWith("is")?.FirstOrDefault(entry => entry.Rest.Length == 0) is { } be)
            {
                items.Add(new Item { Start = token.Start, End = token.End, Text = "is", Entry = be });
                return at + 1;
            }
        }

        var numbers = new NumberReader(text, _tokens);
        if (numbers.Read(at) is { } number)
        {
            var last = _tokens[at + number.Count - 1];
            items.Add(new Item { Start = token.Start, End = last.End, Text = text[token.Start..last.End], Amount = number.Amount, Date = number.Date });
            return at + number.Count;
        }

        var (entry, count) = FirmAt(at) ?? Find(at);
        if (setting is not null && ReferenceEquals(entry, Entry.Unknown) && char.IsUpper(span[0]) && UnknownFirmAt(at) is { } firm)
            (entry, count) = firm;
        if (setting is not null && entry.Others.Count > 0 && entry.Others.MaxBy(one => setting.Mentions(one.Code)) is { } other && (setting.Mentions(other.Code) > setting.Mentions(entry.Entity!.Code) || (setting.Mentions(other.Code) == setting.Mentions(entry.Entity!.Code) && setting.IsFirst(other.Code, entry.Entity!.Code))))
            entry = new Entry(entry.Text) { Entity = other, Rest = entry.Rest, IsName = entry.IsName };
        if (setting is not null && entry.Entity is { IsLoose: true } && IsAnothers(entry.Entity, items))
            entry = Entry.Institution(entry.Text);
        var end = _tokens[at + count - 1];
        items.Add(new Item { Start = token.Start, End = end.End, Text = text[token.Start..end.End], Entry = entry });
        return at + count;
    }

    // `the Treasury` in a document that never names the United States; the Council of the `State Administration Council`.
    private bool IsAnothers(Entity entity, List<Item> items) =>
        setting!.Mentions(entity.Code) == 0 || (items.Count > 1 && items[^1] is { IsCapital: true, Entity: null, Date: null } before && (before.Entry.Words & ~(Word.Organ | Word.Country | Word.Firms)) == 0);

    private (Entry Entry, int Count)? FirmAt(int at)
    {
        if (setting is not { Firm: { Count: > 0 } firm } || at + firm.Count > _tokens.Count)
            return null;
        for (var k = 0; k < firm.Count; k++)
        {
            if (!_tokens[at + k].In(text).SequenceEqual(firm[k]))
                return null;
        }

        return (setting.FirmEntry, firm.Count);
    }

    private static readonly string[] Kinds = ["Bank", "Airlines", "Airways", "Holdings", "Holding", "Motors", "Shipping", "Petroleum", "Corporation", "Corp", "Inc", "Ltd", "plc", "PLC", "AG", "AB", "GmbH", "SE", "NV", "N.V", "ASA", "Oyj", "SpA", "S.A", "Industries", "Technologies", "Semiconductor", "Semiconductors", "Telecom", "Aerospace", "Refinery", "Refining", "Shipyards", "Pharmaceuticals", "Microelectronics"];

    private static readonly string[] Public = ["Central", "National", "State", "Federal", "World", "Development", "Reserve", "Foreign", "Export", "Import", "Investment", "International", "The", "Defense", "Defence", "Military", "Economic", "Public", "Union"];

    // `Freedom Bank`: a name that no list has, before a word for firms.
    private (Entry Entry, int Count)? UnknownFirmAt(int at)
    {
        for (var k = at + 1; k < Math.Min(_tokens.Count, at + 4); k++)
        {
            var word = _tokens[k].In(text);
            if (!char.IsUpper(word[0]) && word is not "plc")
                return null;
            foreach (var kind in Kinds)
            {
                if (word.SequenceEqual(kind) && !Public.Contains(_tokens[at].In(text).ToString()) && !Public.Contains(_tokens[k - 1].In(text).ToString()))
                {
                    // `Daimler AG` is Daimler; `Freedom Bank` is called so.
                    var last = kind.Length < 5 && kind != "Bank" ? k - 1 : k;
                    var name = text[_tokens[at].Start.._tokens[last].End];
                    return (new Entry(name) { Entity = new Entity(name, EntityKind.Company, "") }, k - at + 1);
                }
            }
        }

        return null;
    }

    private int TakeSign(int at, char sign, List<Item> items)
    {
        var token = _tokens[at];
        // The apostrophe of a plural's possessive, and the point of an abbreviation.
        if (sign is '\'' or '’' && items.Count > 0 && token.Start == items[^1].End && items[^1].Text.EndsWith('s'))
            items[^1].IsPossessive = true;
        else if (sign != '.')
            items.Add(new Item { Start = token.Start, End = token.End, Text = sign.ToString(), Sign = sign is '“' or '”' or '„' or '«' or '»' ? '"' : sign is '–' or '—' ? '–' : sign });
        return at + 1;
    }

    // The longest phrase; one whose letters must be capitals only where they are.
    private (Entry Entry, int Count) Find(int at)
    {
        var first = _tokens[at].In(text);
        if (lexicon.StartingWith(first) is not { } entries)
            return (Compound(first), 1);
        Entry? best = null;
        foreach (var entry in entries)
        {
            if (best is not null && entry.Rest.Length < best.Rest.Length)
                break;
            if (Fits(entry, at, first) && (best is null || (entry.Entity is not null && best.Entity is null)))
                best = entry;
        }

        // `the State Council`: `the state` is no part of the name.
        if (best is { Entity: null, Rest.Length: > 0 } && first.Equals("the", StringComparison.OrdinalIgnoreCase) && at + 1 < _tokens.Count && IsNameAt(at + 1, best.Rest.Length))
            best = entries.FirstOrDefault(entry => entry.Rest.Length == 0);
        return best is null ? (Compound(first), 1) : (best, 1 + best.Rest.Length);
    }

    private bool IsNameAt(int at, int words)
    {
        var first = _tokens[at].In(text);
        foreach (var entry in lexicon.StartingWith(first) ?? [])
        {
            if (entry.Entity is not null && entry.Rest.Length + 1 > words && Fits(entry, at, first))
                return true;
        }

        return false;
    }

    private bool Fits(Entry entry, int at, ReadOnlySpan<char> first)
    {
        if (at + entry.Rest.Length >= _tokens.Count)
            return false;
        if (entry.IsName && !char.IsUpper(first[0]))
            return false;
        if (entry.IsExact && !first.SequenceEqual(entry.Text.AsSpan(0, Math.Min(first.Length, entry.Text.Length))))
            return false;
        for (var k = 0; k < entry.Rest.Length; k++)
        {
            var word = _tokens[at + 1 + k].In(text);
            if (!word.Equals(entry.Rest[k], StringComparison.OrdinalIgnoreCase) || (entry.IsName && char.IsUpper(entry.Rest[k][0]) && !char.IsUpper(word[0])))
                return false;
        }

        return true;
    }

    // `US-led` and `EU-wide` begin with a name; what follows the hyphen makes it an adjective.
    private Entry Compound(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        if (hyphen <= 0 || lexicon.StartingWith(word[..hyphen]) is not { } entries)
            return Entry.Unknown;
        foreach (var entry in entries)
        {
            if (entry is { Rest.Length: 0, Entity: { } entity } && char.IsUpper(word[0]))
                return new Entry(entry.Text) { Entity = entity with { IsAdjective = true } };
        }

        return Entry.Unknown;
    }
}
