using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>What a document names at all, found before any of it is read: states, whose minister is heard, and the firm whose announcement it is.</summary>
internal sealed class Setting
{
    /// <summary>As many sentences as are looked at.</summary>
    public const int MostSentences = 150;

    private const int TitleSentences = 3;
    private const int FewestMeasures = 4;

    /// <summary>One word of measures in so many sentences.</summary>
    private const int FewestShare = 3;

    private readonly Dictionary<string, int> _mentions = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, HashSet<string>> _loose = new(StringComparer.Ordinal);

    private Setting(Lexicon lexicon) => Lexicon = lexicon;

    public Lexicon Lexicon { get; }

    /// <summary>The state whose minister or office stands in the title, or null.</summary>
    public string? Heard { get; private set; }

    /// <summary>The states and groups of the first sentence, in their order.</summary>
    public List<string> Titled { get; } = [];

    /// <summary>The firm that speaks, as the words of its name; empty for none.</summary>
    public IReadOnlyList<string> Firm { get; private set; } = [];

    /// <summary>The firm as the lexicon would know it.</summary>
    public Entry FirmEntry { get; private set; } = Entry.Unknown;

    // Words that name sanctions or tariffs count twice, and bans and measures once.
    private int _measures;
    private int _sentences;
    private bool _isOwn;

    /// <summary>True for a document about something else, which has no target and bans nothing by words alone.</summary>
    public bool IsOther => _measures < Math.Max(FewestMeasures, _sentences / FewestShare);

    /// <summary>The first year that the document names in a date, or null.</summary>
    public string? Year { get; private set; }

    /// <summary>True for a speech to a parliament of the kind of Westminster, whose members are not told whose it is.</summary>
    public bool IsParliament { get; private set; }

    /// <summary>True where one is named before another.</summary>
    public bool IsFirst(string code, string other) => _order.IndexOf(code) is var one and >= 0 && (_order.IndexOf(other) is var two && (two < 0 || one < two));

    /// <summary>How often a state or group is named; once where only names that others use too stand for it, and those are several: the Union, the Commission.</summary>
    public int Mentions(string code) => _mentions.GetValueOrDefault(code) is var times and > 0 ? times : _loose.GetValueOrDefault(code)?.Count >= 2 ? 1 : 0;

    /// <summary>The state that is named most, where it is named twice as often as any other but those; or null.</summary>
    public string? Most(params ReadOnlySpan<string?> but)
    {
        var (most, second) = (new KeyValuePair<string, int>("", 0), 0);
        foreach (var one in _mentions)
        {
            if (but.Contains(one.Key) || Worlds.Names.Countries.NameOf(one.Key) is null)
                continue;
            if (one.Value > most.Value)
                (most, second) = (one, most.Value);
            else
                second = Math.Max(second, one.Value);
        }

        return most.Value >= 3 && most.Value >= 2 * second ? most.Key : null;
    }

    public static Setting Of(string text, IReadOnlyList<Sentence> sentences, Lexicon lexicon)
    {
        var setting = new Setting(lexicon);
        var reader = new ItemReader(text, lexicon);
        var firms = new FirmNames();
        for (var k = 0; k < Math.Min(sentences.Count, MostSentences); k++)
        {
            var items = reader.Read(sentences[k]);
            setting.Count(items, k);
            firms.Hear(items);
            setting._sentences++;
        }

        var opening = text.AsSpan(0, Math.Min(text.Length, 4000));
        setting.IsParliament = opening.Contains("Mr Speaker", StringComparison.Ordinal) || opening.Contains("Mr. Speaker", StringComparison.Ordinal) || opening.Contains("Madam Speaker", StringComparison.Ordinal);
        // `our country`, of whom the title speaks first.
        if (setting.Heard is null && setting._isOwn)
            setting.Heard = setting.Titled.FirstOrDefault();
        setting.Firm = firms.Announcing(text);
        if (setting.Firm.Count > 0)
            setting.FirmEntry = new Entry(string.Join(' ', setting.Firm)) { Entity = new Entity(string.Join(' ', setting.Firm), EntityKind.Company, "") };
        return setting;
    }

    // `Statement by Bank of Russia Governor`, `Remarks of President Biden on Iran`: before what it is on.
    private static string? Stating(List<Item> items)
    {
        var word = items.FindIndex(0, Math.Min(items.Count, 4), item => item.Text.ToLowerInvariant() is "statement" or "remarks" or "speech" or "address" or "interview" or "testimony" or "declaration" or "communiqué" or "communique" or "briefing" or "message");
        if (word < 0 || word + 1 >= items.Count || items[word + 1].Text.ToLowerInvariant() is not ("by" or "of" or "with" or "from"))
            return null;
        for (var k = word + 2; k < Math.Min(items.Count, word + 12); k++)
        {
            if (items[k].Text.ToLowerInvariant() is "on" or "against" or "about" or "following" or "regarding" or "concerning" or "in" or "at" || items[k].Sign == ':')
                return null;
            if (items[k].Entity is { Kind: EntityKind.State or EntityKind.Group } entity)
                return items.Skip(k + 1).Take(2).Any(item => item.Is(Word.And) || item.Sign == ',') && items.Skip(k + 1).Take(4).Any(item => item.Entity is not null) ? null : entity.Code;
        }

        return null;
    }

    private void Note(string code)
    {
        if (!_mentions.TryAdd(code, 1))
            _mentions[code]++;
        else
            _order.Add(code);
    }

    private void Count(List<Item> items, int sentence)
    {
        if (sentence < 2 && Heard is null)
            Heard = Stating(items);
        for (var k = 0; k < items.Count; k++)
        {
            if (Year is null && items[k].Date is { Length: > 4 } date && date[0] != '-')
                Year = date[..4];
            _isOwn |= items[k].Says("our country");
            if (items[k].Is(Thing.Sanctions | Thing.Tariff | Thing.ExportBan | Thing.ImportBan | Thing.PriceCap | Thing.Swift) || (items[k].Is(Thing.Freeze) && items[k].Text.Contains(' ')) || items[k].Is(Deed.Sanction) || items[k].Text.ToLowerInvariant() is "embargo" or "blockade" or "boycott" or "war" or "invasion")
                _measures += 2;
            else if (items[k].Is(Thing.Ban | Thing.Loose) && !items[k].Says("the ban"))
                _measures++;
            if (sentence < 2 && Heard is null && items[k].Is(Word.Media) && HomeOf(items[k].Text) is { } home)
                Heard = home;
            if (items[k].Entity is not { } entity)
                continue;
            var code = Lexicon.HomeOf(entity.Code);
            if (!entity.IsLoose && entity.Kind != EntityKind.Company)
                Note(code);
            else if (entity.IsLoose && _loose.TryAdd(code, [items[k].Text]) is false)
                _loose[code].Add(items[k].Text);
            if (sentence == 0 && entity.Kind != EntityKind.Company && !Titled.Contains(code))
                Titled.Add(code);
            if (Heard is null && entity.IsLeader && k > 0 && items[k - 1].Text.ToLowerInvariant() is "spokesperson" or "spokesman" or "spokeswoman")
                Heard = code;
            if (sentence < TitleSentences && Heard is null && entity.Kind != EntityKind.Company && (items[k].IsPossessive || entity.IsAdjective) && IsOffice(items, k + 1))
                Heard = code;
        }
    }

    // Agencies for which `our country` is one.
    private static string? HomeOf(string agency) => agency switch
    {
        "TASS" or "RIA" or "RIA Novosti" or "RIA News" or "Interfax" or "Sputnik" => "RUS",
        "Xinhua" or "Xinhua News Agency" or "Global Times" or "CGTN" or "CCTV" or "China Daily" or "People's Daily" => "CHN",
        "Anadolu" or "Anadolu Agency" or "Hurriyet" or "Sabah" => "TUR",
        "IRNA" or "Fars" or "Tasnim" or "Mehr" => "IRN",
        "Yonhap" => "KOR",
        "Kyodo" or "NHK" => "JPN",
        "Ukrinform" => "UKR",
        "KCNA" => "PRK",
        "BelTA" => "BLR",
        _ => null,
    };

    // `Kazakhstan's deputy minister of trade`
    private static bool IsOffice(List<Item> items, int at)
    {
        for (var k = at; k < Math.Min(items.Count, at + 4); k++)
        {
            if (items[k].Text.ToLowerInvariant() is "minister" or "ministers" or "ministry" or "secretary" or "spokesperson" or "spokesman" or "spokeswoman" or "ambassador" or "president" or "chancellor" or "treasurer" or "premier" or "governor" or "envoy" or "commissioner" or "delegation" or "representative" or "permanent representative")
                return true;
            if (items[k].Sign != '\0' || items[k].Entity is not null)
                return false;
        }

        return false;
    }
}
