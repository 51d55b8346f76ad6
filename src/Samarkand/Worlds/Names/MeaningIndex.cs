using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds.Names;

/// <summary>Codes and names with what they mean: those of ISO 3166, and the further ones of <c>spellings.csv</c>.</summary>
internal sealed class MeaningIndex
{
    private const int LongestCode = 3;

    private readonly Dictionary<string, Meaning> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Meaning> _names = new(StringComparer.Ordinal);

    public static MeaningIndex Of(ImmutableArray<Country> countries)
    {
        var index = new MeaningIndex();
        foreach (var country in countries)
        {
            var meaning = new Meaning([country.Code], true, null);
            foreach (var code in new[] { country.Code, country.Alpha2, country.Number }.Where(code => code != Country.NoNumber))
                index._codes[code] = meaning;
            foreach (var name in country.Names)
                index.AddName(name, meaning);
        }

        foreach (var bloc in KnownBlocs.All)
            index.AddBloc(bloc);
        index.AddSpellings();
        return index;
    }

    public Meaning? Find(string text)
    {
        var name = text.Trim();
        if (_codes.TryGetValue(name, out var meaning))
            return meaning;
        // Spreadsheets drop the zeros before a number.
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return _codes.GetValueOrDefault(number.ToString("000", CultureInfo.InvariantCulture));
        foreach (var key in PlainSpelling.Keys(name))
        {
            if (_names.TryGetValue(key, out meaning) || (key.Length is > 0 and <= LongestCode && _codes.TryGetValue(key, out meaning)))
                return meaning;
        }

        return null;
    }

    private void AddBloc(KnownBloc bloc)
    {
        var meaning = new Meaning([bloc.Code], true, null);
        _codes[bloc.Code] = meaning;
        AddName(bloc.Title, meaning);
    }

    private void AddSpellings()
    {
        var problems = new ProblemList();
        using var rows = CsvTable.Open("spellings.csv", NameText.Open("spellings.csv"), new TableHeader(["spelling", "how", "means", "list"]), problems);
        while (rows.Read())
        {
            var spelling = rows.Text(0);
            var meaning = new Meaning([.. rows.Text(2).Split(' ')], rows.Text(1) != "perhaps", rows.Text(3));
            // ISO 3166 comes first: a list that gives one of its codes to another country is not asked.
            if (spelling.Length <= LongestCode && spelling.All(char.IsAsciiLetterUpper))
                _codes[spelling] = _codes.TryGetValue(spelling, out var known) && known.List is not null ? known.Or(meaning) : known ?? meaning;
            else
                AddName(spelling, meaning);
        }

        problems.ThrowIfAny();
    }

    private void AddName(string name, Meaning meaning)
    {
        foreach (var key in PlainSpelling.Keys(name))
            _names[key] = _names.TryGetValue(key, out var known) ? known.Or(meaning) : meaning;
    }
}
