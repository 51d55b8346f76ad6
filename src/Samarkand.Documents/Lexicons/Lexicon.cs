using System.Collections.Immutable;
using System.Text;
using Samarkand.Documents.Texts;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Documents.Lexicons;

/// <summary>
/// The words of a language that matter for a case, from the files of its folder: states with their adjectives, capitals and leaders, groups,
/// companies, goods, and the words of the grammar. Further languages are further folders.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> OfEnglish = new(() => new Lexicon("en"));

    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal);

    private Lexicon(string language)
    {
        _bySpan = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        AddStates(language);
        AddGroups(language);
        foreach (var (home, names) in Lines(language, "companies"))
            AddCompanies(home, names);
        foreach (var (tag, names) in Lines(language, "goods"))
            AddGoods(tag, Listed(names));
        foreach (var place in HsConcordance.All.Where(place => place.Code.Length >= 4))
            AddHeading(place);
        foreach (var line in LanguageData.Lines(language, "words"))
            AddWords(line);
        foreach (var list in _entries.Values)
            list.Sort((one, other) => other.Rest.Length.CompareTo(one.Rest.Length));
    }

    public static Lexicon English => OfEnglish.Value;

    /// <summary>The phrases that begin with a word, the longest first.</summary>
    public List<Entry>? StartingWith(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var entries) ? entries : null;

    /// <summary>The states of a group, or the state itself.</summary>
    public IReadOnlyList<string> Members(string code) =>
        _members.TryGetValue(code, out var members) ? members : KnownBlocs.Find(code) is { } bloc ? bloc.Members : [code];

    /// <summary>True for a group whose code a world may hold.</summary>
    public static bool IsKnownBloc(string code) => KnownBlocs.Find(code) is not null;

    /// <summary>The state that a company is of; the code itself for all others.</summary>
    public string HomeOf(string code) => _homes.GetValueOrDefault(code, code);

    private void AddStates(string language)
    {
        foreach (var country in Countries.All)
        {
            foreach (var name in country.Names.Where(name => name.Length > 3))
                AddName(name, new Entity(country.Code, EntityKind.State, country.Code));
        }

        foreach (var name in (string[])["UK", "U.K", "UAE", "US", "U.S", "USA", "U.S.A", "DPRK", "PRC"])
            AddName(name, new Entity(Countries.MeaningOf(name)?.Certain ?? Countries.MeaningOf(name.Replace(".", "", StringComparison.Ordinal))!.Codes[0], EntityKind.State, ""));
        foreach (var (name, code) in Spellings())
            AddName(name, new Entity(code, EntityKind.State, code));
        foreach (var line in LanguageData.Lines(language, "states"))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var state = new Entity(parts[0], EntityKind.State, parts[0]);
            foreach (var name in Listed(parts[1]))
                AddName(name, state with { IsAdjective = !name.EndsWith('s') || name is "Swiss" });
            foreach (var name in Listed(parts[2]))
                AddName(name, state with { IsSeat = !name.Contains("Treasury") && !name.Contains("Department") });
            foreach (var name in Listed(parts[3]))
                AddName(name, state with { IsLeader = true });
        }
    }

    // The names of the library's own list of spellings, without its codes.
    private static IEnumerable<(string Name, string Code)> Spellings()
    {
        foreach (var line in NameText.Read("spellings.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var fields = line.Split(',');
            if (fields.Length == 4 && fields[1] != "perhaps" && fields[2].Length == 3 && fields[0].Length > 4 && fields[0].Any(char.IsAsciiLetterLower) && Countries.NameOf(fields[2]) is not null)
                yield return (fields[0], fields[2]);
        }
    }

    private void AddGroups(string language)
    {
        foreach (var line in LanguageData.Lines(language, "groups"))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts[1] is not ("~" or "none"))
                _members[parts[0]] = parts[1].Split(' ');
            var group = new Entity(parts[0], parts[0] == "TRANSATLANTIC" ? EntityKind.Nobody : EntityKind.Group, parts[0]);
            foreach (var name in Listed(parts[2]))
                AddName(name, group);
            foreach (var name in Listed(parts[3]))
                AddName(name, group with { IsAdjective = true });
            foreach (var name in Listed(parts[4]))
                AddName(name, group with { IsSeat = name == "Brussels", IsLeader = name != "Europe" && name != "Europeans" });
        }
    }

    private void AddCompanies(string home, string names)
    {
        foreach (var name in Listed(names))
        {
            // `bp=BP` is another way to write a name.
            var (written, code) = name.IndexOf('=') is var equal and > 0 ? (name[..equal], name[(equal + 1)..]) : (name, name);
            AddName(written, new Entity(code, EntityKind.Company, home));
            _homes[code] = home;
        }
    }

    private void AddGoods(string tag, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            foreach (var form in new[] { name, Inflection.Plural(name) })
                Of(form, false).Goods ??= tag;
        }
    }

    // The first words of a heading of the Harmonized System, where they are several and no list has them already.
    private void AddHeading(HsPlace place)
    {
        var name = place.What.Split([',', ';', ':', '('])[0].Trim();
        if (name.Contains(' ') && name.Length > 6 && !name.StartsWith("Other", StringComparison.Ordinal))
            AddGoods(place.Sector, [name.ToLowerInvariant()]);
    }

    private void AddWords(string line)
    {
        var bar = line.IndexOf('|');
        var kinds = line[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in Listed(line[(bar + 1)..]))
        {
            switch (kinds[0])
            {
                case "word":
                    Of(text, char.IsUpper(text[0]) && kinds[1] is "title" or "pron").Words |= Flags<Word>(kinds);
                    break;
                case "verb":
                    foreach (var (form, what) in Inflection.OfVerb(text))
                        AddDeed(form, kinds, what);
                    break;
                case "form":
                    AddDeed(text, kinds, Form.None);
                    break;
                default:
                    Of(text, char.IsUpper(text[0])).Things |= Flags<Thing>(kinds);
                    Of(Inflection.Plural(text), char.IsUpper(text[0])).Things |= Flags<Thing>(kinds);
                    break;
            }
        }
    }

    private void AddDeed(string text, string[] kinds, Form form)
    {
        var entry = Of(text, false);
        entry.Deeds |= Flags<Deed>(kinds);
        entry.Forms |= form;
    }

    private static T Flags<T>(string[] kinds)
        where T : struct, Enum
    {
        var all = kinds[1..].Select(kind => Convert.ToInt64(Enum.Parse<T>(kind, ignoreCase: true), System.Globalization.CultureInfo.InvariantCulture)).Aggregate((one, other) => one | other);
        return (T)Enum.ToObject(typeof(T), all);
    }

    private void AddName(string name, Entity entity)
    {
        if (name.EndsWith('?'))
            (name, entity) = (name[..^1], entity with { IsLoose = true });
        var entry = Of(name, char.IsUpper(name[0]));
        if (entry.Entity is { IsLoose: true } other && entity.IsLoose && other.Code != entity.Code)
            entry.Others.Add(entity);
        entry.Entity ??= entity.Home.Length == 0 ? entity with { Home = entity.Code } : entity;
        entry.IsExact = name.Length <= 5 && name.All(letter => !char.IsAsciiLetterLower(letter));
    }

    private Entry Of(string text, bool isName)
    {
        var key = isName ? text : text.ToLowerInvariant();
        if (_known.TryGetValue(key, out var known))
            return known;
        var words = Tokenizer.Words(text);
        var entry = new Entry(text) { Rest = words[1..], IsName = isName };
        _known.Add(key, entry);
        if (!_entries.TryGetValue(words[0], out var list))
            _entries.Add(words[0], list = []);
        list.Add(entry);
        return entry;
    }

    private static IEnumerable<(string Key, string Names)> Lines(string language, string file) =>
        LanguageData.Lines(language, file).Select(line => (line[..line.IndexOf('|')].Trim(), line[(line.IndexOf('|') + 1)..]));

    private static string[] Listed(string names) =>
        [.. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "~")];
}

/// <summary>The data files of a language.</summary>
internal static class LanguageData
{
    public static IEnumerable<string> Lines(string language, string file)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream($"languages/{language}/{file}.txt")
            ?? throw new InvalidOperationException($"There is no file {file}.txt of the language {language}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd())];
    }

    /// <summary>The languages that there are files of.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. typeof(LanguageData).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("languages/", StringComparison.Ordinal)).Select(name => name.Split('/')[1]).Distinct()];
}
