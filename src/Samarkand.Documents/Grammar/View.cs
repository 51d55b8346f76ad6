using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>A sentence as words and phrases, and what its order says: which words are verbs, where clauses end, what a preposition governs.</summary>
internal sealed class View(IReadOnlyList<Item> items, bool isItem = false)
{
    private const int LongestNounPhrase = 7;

    private readonly sbyte[] _isVerb = new sbyte[items.Count];

    public int Count => items.Count;

    public Item this[int at] => items[at];

    public Item? At(int at) => at >= 0 && at < items.Count ? items[at] : null;

    public bool Is(int at, Word word) => At(at)?.Is(word) == true;

    public bool Is(int at, Deed deed) => At(at)?.Is(deed) == true;

    public bool Is(int at, Thing thing) => At(at)?.Is(thing) == true;

    public bool IsGoods(int at) => At(at)?.Entry.Goods is not null;

    /// <summary>The nearest item to the left that is no adverb.</summary>
    public int Before(int at)
    {
        var k = at - 1;
        while (k >= 0 && items[k].Is(Word.Adv) && !items[k].Is(Word.Neg))
            k--;
        return k;
    }

    public int After(int at)
    {
        var k = at + 1;
        while (k < items.Count && items[k].Is(Word.Adv))
            k++;
        return k;
    }

    /// <summary>True where a word stands as a verb.</summary>
    public bool IsVerb(int at)
    {
        if (at < 0 || at >= items.Count)
            return false;
        if (_isVerb[at] == 0)
            _isVerb[at] = (sbyte)(FindVerb(at) ? 1 : -1);
        return _isVerb[at] == 1;
    }

    /// <summary>True for a deed of that kind that stands as a verb.</summary>
    public bool IsVerb(int at, Deed deed) => Is(at, deed) && IsVerb(at);

    private bool FindVerb(int at)
    {
        var item = items[at];
        var forms = item.Entry.Forms;
        if (item.Entry.Deeds == Deed.None || forms == Form.None || item.Entity is not null)
            return false;
        var (before, after) = (At(Before(at)), At(After(at)));
        // `have been revoked`: an auxiliary.
        if (item.Is(Word.Have) && after is not null && (after.Is(Word.Be | Word.Have) || (after.Is(Form.Participle) && after.Entity is null && after.Entry.Goods is null && after.Entry.Things == Thing.None) || (after.Is(Word.Neg) && !after.Says("no"))))
            return false;
        // `Denmark and Sweden all said`
        if (before is not null && before.Text.ToLowerInvariant() is "all" or "both" or "each" && At(Before(at) - 1)?.Entity is not null)
            before = At(Before(at) - 1);
        // `the confiscation of frozen Russian assets`: an adjective.
        if ((forms & (Form.Base | Form.Third | Form.Ing)) == 0 && (forms & Form.Participle) != 0 && before is { Entity: null } && before.Is(Word.Prep | Word.By) && !before.Is(Word.Sub | Word.To | Word.And) && after is not null && (after.Entity is { IsAdjective: true } || after.Entry.Things.HasFlag(Thing.Assets)))
            return false;
        // `Greek shipping companies`
        if ((forms & Form.Ing) != 0 && before is { Entity.IsAdjective: true } && after is not null && after.Is(Word.Firms | Word.Organ))
            return false;
        // `a halt to arms sales`: no infinitive.
        if (before is not null && before.Is(Word.To) && !before.Is(Word.Be | Word.Have) && (forms & Form.Base) == 0 && (item.Entry.Things != Thing.None || item.Entry.Goods is not null))
            return false;
        var isAuxiliary = before is not null && before.Is(Word.Be | Word.Have | Word.Will | Word.Would | Word.May | Word.Should | Word.Do | Word.To);
        if (isAuxiliary)
            return !before!.Is(Word.Have) || before.Is(Word.Be) || (forms & (Form.Past | Form.Participle)) != 0;
        if (before is not null && before.Is(Word.Neg) && (Is(Before(at) - 1, Word.Be | Word.Have | Word.Will | Word.Would | Word.May | Word.Should | Word.Do) || before.Says("not") || before.Says("never")))
            return true;
        if ((forms & (Form.Base | Form.Third)) == 0)
        {
            // `the frozen assets`, `hand over frozen assets`, `the freezing of`: not verbs of a clause.
            if ((forms & Form.Ing) == 0 && before is { Entity: null } && before.Entry.Forms != Form.None && before.Entry.Things == Thing.None && !before.Is(Word.Be | Word.Have | Word.And) && !before.Is(Deed.Report) && after is not null && (after.Entity is not null || after.Entry.Things != Thing.None))
                return false;
            if ((forms & Form.Ing) != 0)
                return before is null || !(before.Is(Word.Det | Word.Poss) || before.IsPossessive) || after is null || after.Is(Word.Det);
            return before is null || !(before.Is(Word.Det) || before.Is(Word.Poss) || before.IsPossessive) || before.Is(Word.That) || after is null || after.Is(Word.Prep | Word.Det | Word.By);
        }

        return FindAmbiguous(at, item, before, after);
    }

    // The same word may be a noun: `EU sanctions on Russia`, `the EU sanctions Russia`.
    private bool FindAmbiguous(int at, Item item, Item? before, Item? after)
    {
        var isNoun = item.Entry.Things != Thing.None || item.Entry.Goods is not null;
        var takesObject = after is not null && (after.Is(Word.Det | Word.Neg | Word.To | Word.That) || after.Entity is not null || after.Entry.Goods is not null || after.Amount is not null || (after.Entry.Things != Thing.None && !after.Is(Word.Be | Word.Have)));
        if (before is null && isItem && item.Is(Form.Base) && (takesObject || !isNoun))
            return true;
        if (before is null)
            return item.Is(Form.Past) && !item.Is(Form.Third) && !isNoun;
        if (before.Says("whose"))
            return false;
        if (before.Is(Word.Pron | Word.Rel | Word.That) && !before.Is(Word.Poss) && !(before.Is(Word.Det) && !before.Is(Word.That)))
            return true;
        if (before.Is(Word.Country))
            return takesObject || !isNoun;
        // `187 states voted`
        if (item.Says("states") && !(after is not null && (after.Is(Word.That | Word.Pron) || after.Sign is ':' or '"')))
            return false;
        // `does not apply sanctions`
        if (isNoun && before.Is(Form.Base) && before.Entry.Things == Thing.None && before.Entity is null && (Is(Before(at) - 1, Word.Neg | Word.To | Word.Will | Word.Would | Word.Do | Word.May | Word.Should)) && !before.Text.StartsWith("help", StringComparison.OrdinalIgnoreCase))
            return false;
        // `rejected reports`: what follows a verb is its object.
        if (before.Is(Form.Past | Form.Third) && before.Entry.Things == Thing.None && before.Entity is null && (item.Is(Form.Third) || isNoun) && !before.Text.StartsWith("help", StringComparison.OrdinalIgnoreCase))
            return false;
        if (before.Is(Word.Firms | Word.Organ) && !before.IsPossessive)
            return takesObject || (!isNoun && after is not null && !after.Is(Word.Be | Word.Have));
        // `a tariff of 35 per cent now applies to`
        if (before.Amount is not null && !isNoun && item.Is(Form.Third | Form.Past) && (after is null || after.Is(Word.To | Word.Prep | Word.Det)))
            return true;
        // `oil continues to flow`
        if (before.Entry.Goods is not null && before.Entity is null && !isNoun && item.Is(Form.Third) && after is not null && after.Is(Word.To))
            return true;
        if (before.Is(Word.Prep) && before.Is(Word.And) && item.Is(Form.Base) && !isNoun)
            return takesObject;
        if (before.Is(Word.Det | Word.Poss | Word.Prep) || before.IsPossessive || before.Amount is not null || before.Entry.Goods is not null)
            return before.Is(Word.That);
        if (after is not null && after.Is(Word.Be | Word.Have | Word.Will | Word.Would | Word.May) && item.Is(Form.Third | Form.Base) && item.Entry.Things != Thing.None)
            return false;
        if (before.Entity is { } entity)
        {
            if (entity.IsAdjective && !before.Says("US") && !before.Says("U.S"))
                return false;
            if (entity.IsAdjective && !takesObject)
                return false;
            return takesObject || (!isNoun && (after is not null || item.Is(Form.Third | Form.Past)));
        }

        if (before.Is(Word.And | Word.But) || before.Sign is ',' or '"' or '–' or ')')
            return (takesObject && item.Entry.Goods is null) || (!isNoun && after is { Sign: '\0' });
        return (takesObject && item.Entry.Goods is null) || (!isNoun && item.Is(Form.Third | Form.Past));
    }

    /// <summary>True where some word is an auxiliary or a verb that needs none.</summary>
    public bool IsClause()
    {
        for (var k = 0; k < items.Count; k++)
        {
            if (items[k].Is(Word.Will | Word.Would | Word.May | Word.Should | Word.Have | Word.Be | Word.Do))
                return true;
            if (IsVerb(k) && items[k].Is(Form.Past | Form.Third | Form.Base) && !Is(Before(k), Word.To) && !(items[k].Is(Form.Participle) && Is(k + 1, Word.By | Word.Prep)))
                return true;
        }

        return false;
    }

    /// <summary>True where an item that begins with a verb, as lists do, has a clause besides.</summary>
    public bool IsClauseBeyondFirst() => Enumerable.Range(0, items.Count).Any(k => items[k].Is(Word.Will | Word.Would | Word.May | Word.Should | Word.Have | Word.Be | Word.Do));

    /// <summary>The preposition that governs a name, or -1.</summary>
    public int PrepositionOf(int name)
    {
        var isListed = (Is(name + 1, Word.And) || At(name + 1)?.Sign == ',') && (NameNear(name + 2) >= 0);
        var k = name - 1;
        for (var steps = 0; k >= 0 && steps < LongestNounPhrase; k--, steps++)
        {
            var item = items[k];
            // `for some time the US`: a new phrase after a noun.
            if (item.Is(Word.That) || (item.Is(Word.Det) && item.Text.Equals("the", StringComparison.Ordinal) && k > 0 && IsPlain(items[k - 1]) && !items[k - 1].Is(Word.Adv) && !items[k - 1].IsCapital))
                return -1;
            // `at the same time Moscow`: when, and then who.
            if (item.Entity is null && item.Text.ToLowerInvariant() is "time" or "year" or "month" or "week" or "moment" or "day" or "hand" or "turn" or "meantime" or "while" or "stage" or "years" or "months" or "weeks" or "days" || item.Date is not null)
                return -1;
            // `within hours of the invasion President Bush`, `under the new rules American firms`
            if (k < name && k > 1 && StartsAnew(k, name))
                return -1;
            if (item.Is(Word.Prep | Word.By | Word.To))
                return item.Is(Word.Sub) && BeginsClause(k + 1) ? -1 : k;
            var isListing = (item.Is(Word.And) || (item.Sign == ',' && (isListed || Is(k + 1, Word.And)))) && k > 0 && items[k - 1].Entity is not null;
            var isComma = item.Sign == ',' && k > 0 && items[k - 1].Entity is not null && items[k + 1].Entity is not null && HasAndAfter(name);
            if (isListing || isComma || item.Entity is not null || item.Is(Word.Det | Word.Title | Word.Organ | Word.Poss | Word.Firms | Word.Both) || IsPlain(item) || item.Amount is not null || (item.Entry.Goods is not null && items[k + 1].Entity is null))
                continue;
            return -1;
        }

        return -1;
    }

    // A noun of another phrase right before a name or its title: the phrase with the preposition ends there.
    private bool StartsAnew(int at, int name)
    {
        if (at != name - 1 && !(at == name - 2 && items[name - 1].Is(Word.Title)))
            return false;
        var item = items[at];
        return item is { IsCapital: false, Entity: null, Sign: '\0' } && !item.Is(Word.Det | Word.Poss | Word.Organ | Word.Firms | Word.Title | Word.And | Word.Country) && item.Entry.Goods is null && items[name].Entity is { IsAdjective: false } or { IsAdjective: true } && (at == name - 2 || items[name].Entity is { IsAdjective: false, IsLeader: true } || Is(name + 1, Word.Firms | Word.Organ))
            && (item.Is(Thing.War | Thing.Sanctions | Thing.Loose) || item.Text.EndsWith("tion", StringComparison.Ordinal) || item.Text.EndsWith("sion", StringComparison.Ordinal) || item.Text.EndsWith("ment", StringComparison.Ordinal) || (item.Text.EndsWith('s') && IsPlain(item) && item.Text.Length > 4 && !item.Text.EndsWith("ous", StringComparison.Ordinal) && !item.Text.EndsWith("ss", StringComparison.Ordinal)));
    }

    private bool HasAndAfter(int name)
    {
        for (var k = name + 1; k < Math.Min(items.Count, name + 8); k++)
        {
            if (items[k].Is(Word.And))
                return true;
            if (items[k].Sign != ',' && items[k].Entity is null && !items[k].Is(Word.Det))
                return false;
        }

        return false;
    }

    private int NameNear(int at)
    {
        for (var k = at; k < Math.Min(items.Count, at + 2); k++)
        {
            if (items[k].Entity is not null)
                return k;
        }

        return -1;
    }

    /// <summary>A word that no list has, or that has no part in the grammar: most often an adjective or a noun.</summary>
    public static bool IsPlain(Item item) => item is { Sign: '\0', Amount: null, Date: null } && item.Entry.Words is Word.None or Word.Adv && item.Entity is null && (item.Entry.Deeds == Deed.None || item.Entry.Forms == Form.None);

    /// <summary>The end of what a verb or noun may govern: the item that no longer belongs to it.</summary>
    public int RegionEnd(int at)
    {
        for (var k = at + 1; k < items.Count; k++)
        {
            var item = items[k];
            if (item.Sign is ';' or ':' or '–' || (item.Sign == '"' && k > at + 1))
                return k;
            if ((item.Is(Word.But) && !(item.Says("however") && items[k - 1].Sign == '\0')) || item.Is(Word.If | Word.Rel) || (item.Is(Word.Sub) && !item.Is(Word.Prep)))
                return k;
            if (item.Is(Word.That) && (IsVerb(k + 1) || Is(k + 1, Word.Will | Word.Would | Word.Have | Word.Be | Word.May | Word.Do)))
                return k;
            if (item.Is(Word.Sub) && item.Is(Word.Prep) && !item.Says("since") && BeginsClause(k + 1))
                return k;
            if ((item.Is(Word.And) || item.Sign == ',') && BeginsClause(k + 1))
                return k;
            if (item.Sign == ',' && (IsVerb(k + 1, Deed.Report) || IsReportNear(k + 1)))
                return k;
            if (item.Is(Word.And) && k + 1 < items.Count && (IsVerb(k + 1) || Is(k + 1, Word.Will | Word.Would | Word.Have | Word.Be | Word.May | Word.Neg) || IsVerb(After(k))))
                return k;
            if (item.Sign == ',' && IsVerb(k + 1) && items[k + 1].Is(Form.Ing | Form.Past))
                return k;
        }

        return items.Count;
    }

    // A name, perhaps with words before and after, and then a verb or auxiliary.
    public bool BeginsClause(int at)
    {
        var k = at;
        var seen = false;
        for (var steps = 0; k < items.Count && steps < 9; k++, steps++)
        {
            var item = items[k];
            // `an embargo on diesel and other products will`
            if (seen && k > at + 1 && item.Is(Word.Prep) && items[k - 1].Entry.Things != Thing.None)
                continue;
            if (item.Is(Word.Will | Word.Would | Word.Have | Word.Be | Word.May | Word.Should | Word.Do) || (seen && IsVerb(k) && !item.Is(Form.Ing) && !IsParticipleOnly(k)))
                return seen;
            if (item.Is(Word.And) && Is(k + 1, Word.That) && seen)
                return false;
            if (item.Entity is not null || item.Is(Word.Pron | Word.Country | Word.Organ | Word.Firms) || item.Entry.Things != Thing.None || item.Entry.Goods is not null || (IsPlain(item) && !item.Is(Word.Adv)))
                seen = true;
            else if (!item.Is(Word.Det | Word.Adv | Word.Title | Word.Neg) && !(seen && (item.Amount is not null || item.Date is not null)) && !(item.Is(Word.And) && k > 0 && items[k - 1].Entity is not null))
                return false;
        }

        return false;
    }

    // `sanctions imposed by`: a participle before a preposition, without an auxiliary.
    private bool IsParticipleOnly(int at) => items[at].Is(Form.Participle) && Is(at + 1, Word.By | Word.Prep);

    private bool IsReportNear(int at)
    {
        for (var k = at; k < Math.Min(items.Count, at + 7); k++)
        {
            if (items[k].Sign != '\0')
                return false;
            if (IsVerb(k, Deed.Report))
                return true;
        }

        return false;
    }
}
