using System.Globalization;

namespace Samarkand.Documents.Texts;

/// <summary>A number with its unit, or a date, over several tokens.</summary>
internal sealed record NumberFound(int Count, string? Amount, string? Date);

/// <summary>Reads amounts of money, shares, quantities and dates.</summary>
internal readonly ref struct NumberReader(string text, List<Token> tokens)
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["usd"] = "USD",
        ["$"] = "USD",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["eur"] = "EUR",
        ["€"] = "EUR",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["gbp"] = "GBP",
        ["£"] = "GBP",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["yen"] = "JPY",
        ["¥"] = "JPY",
        ["rouble"] = "RUB",
        ["roubles"] = "RUB",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["francs"] = "CHF",
        ["franc"] = "CHF",
        ["rupees"] = "INR",
        ["lira"] = "TRY",
        ["won"] = "KRW",
    };

    private static readonly Dictionary<string, string> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["million"] = "m",
        ["m"] = "m",
        ["mn"] = "m",
        ["mln"] = "m",
        ["billion"] = "bn",
        ["bn"] = "bn",
        ["b"] = "bn",
        ["bln"] = "bn",
        ["billions"] = "bn",
        ["trillion"] = "trn",
        ["trn"] = "trn",
        ["tn"] = "trn",
        ["thousand"] = "thousand",
        ["k"] = "thousand",
    };

    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "tonnes", "tons", "tonne", "ton", "barrels", "barrel", "bpd", "bcm", "kilograms", "litres", "gallons", "megawatts", "shells", "rounds", "units", "vehicles", "drones", "tanks", "missiles", "aircraft", "jets", "people", "individuals", "entities", "persons", "companies", "banks",
        "days", "day", "weeks", "week", "months", "month", "years", "year", "hours",
    };

    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase) { "barrel", "tonne", "ton", "year", "month", "day", "MWh", "megawatt-hour", "unit" };

    public NumberFound? Read(int at)
    {
        // Most words begin neither a number nor a date.
        var first = text[tokens[at].Start];
        var mayBe = char.IsAsciiDigit(first) || first is '$' or '€' or '£' or '¥' or 'o' or 't' or 'f' or 's' or 'e' or 'n' or 'h' or 'a' || char.IsUpper(first);
        return mayBe ? Date(at) ?? Amount(at) : null;
    }

    private NumberFound? Date(int at)
    {
        var word = Word(at);
        if (word.Length == 10 && word[4] == '-' && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return new(1, null, Iso(iso));
        // `2022-12-05` is taken apart at hyphens between digits.
        if (word.Length == 4 && Year(at) is { } first && Word(at + 1) is "-" && Whole(at + 2) is >= 1 and <= 12 and var middle && Word(at + 3) is "-" && Whole(at + 4) is >= 1 and <= 31 and var day)
            return new(5, null, Make(first, middle, day));
        if (Whole(at) is >= 1 and <= 31 and var before && Month(at + 1) is { } month)
            return Year(at + 2) is { } year ? new(3, null, Make(year, month, before)) : new(2, null, Make(null, month, before));
        if (Month(at) is { } named && char.IsUpper(word[0]))
        {
            var next = Word(at + 1) is "." ? 2 : 1;
            if (Whole(at + next) is >= 1 and <= 31 and var number && Word(at + next).Length <= 4 && Year(at + next) is null)
            {
                var comma = Word(at + next + 1) is "," ? 1 : 0;
                return Year(at + next + 1 + comma) is { } of ? new(next + 2 + comma, null, Make(of, named, number)) : new(next + 1, null, Make(null, named, number));
            }

            if (Year(at + 1) is { } only)
                return new(2, null, Make(only, named, null));
            return word.Length > 3 && !word.Equals("May", StringComparison.Ordinal) && !word.Equals("March", StringComparison.Ordinal) ? new(1, null, Make(null, named, null)) : null;
        }

        return Year(at) is { } alone && !IsUnit(at + 1) ? new(1, null, alone.ToString("0000", CultureInfo.InvariantCulture)) : null;
    }

    private NumberFound? Amount(int at)
    {
        var start = at;
        if (Word(at) is "US" or "A" or "C" or "HK" && Word(at + 1) is "$" && tokens[at].End == tokens[at + 1].Start)
            at++;
        var currency = Word(at) is "$" or "€" or "£" or "¥" || Word(at) is "USD" or "EUR" or "GBP" ? Currencies[Word(at)] : null;
        if (currency is not null)
            at++;
        if (Number(at, out var scale) is not { } number)
            return null;
        at++;
        if (scale is null && Scales.TryGetValue(Word(at), out scale))
            at++;
        if (currency is null && Word(at) is "US" && Currencies.ContainsKey(Word(at + 1)))
            at++;
        if (currency is null && Currencies.TryGetValue(Word(at), out currency))
            at++;
        if (currency is not null)
        {
            var per = "";
            if (Word(at) is "a" or "per" or "an" or "for" && Times.Contains(Word(at + 1)))
            {
                per = $" a {Word(at + 1)}";
                at += 2;
            }

            return new(at - start, $"{number}{(scale is null ? "" : $" {scale}")} {currency}{per}", null);
        }

        if (Word(at) is "%" or "percent" || (Word(at) is "per" && Word(at + 1) is "cent"))
            return new(at - start + (Word(at) is "per" ? 2 : 1), $"{number} %", null);
        if (Word(at) is "percentage" && Word(at + 1) is "points" or "point")
            return new(at - start + 2, $"{number} %", null);
        if (IsUnit(at))
            return new(at - start + 1, $"{number}{(scale is null ? "" : $" {scale}")} {Word(at)}", null);
        return scale is not null || char.IsAsciiDigit(Word(start)[0]) ? new(at - start, scale is null ? null : $"{number} {scale}", null) : null;
    }

    // `300`, `1.5`, `300bn`, `three`; thousands are written without commas.
    private string? Number(int at, out string? scale)
    {
        scale = null;
        var word = Word(at);
        if (word.Length == 0)
            return null;
        if (Array.IndexOf(Small, word.ToLowerInvariant()) is >= 0 and var small)
            return IsUnit(at + 1) || Scales.ContainsKey(Word(at + 1)) || Word(at + 1) is "percent" or "per" ? (small + 1).ToString(CultureInfo.InvariantCulture) : null;
        if (word.Equals("hundred", StringComparison.OrdinalIgnoreCase) && Word(at + 1) is "percent" or "per" or "%")
            return "100";
        if (word is "a" && Scales.ContainsKey(Word(at + 1)) && Word(at + 1).Length > 3 && Currencies.ContainsKey(Word(at + 2)))
            return "1";
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ','))
            digits++;
        if (digits == 0)
            return null;
        if (digits < word.Length && !Scales.TryGetValue(word[digits..], out scale))
            return null;
        return word[..digits].Replace(",", "", StringComparison.Ordinal);
    }

    private bool IsUnit(int at) => Units.Contains(Word(at));

    private string Word(int at) => at < tokens.Count ? text.Substring(tokens[at].Start, tokens[at].Length) : "";

    private int? Whole(int at)
    {
        var word = Word(at);
        if (word.EndsWith("th", StringComparison.Ordinal) || word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal))
            word = word[..^2];
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private int? Year(int at) => Word(at) is { Length: 4 } word && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2099 ? year : null;

    private int? Month(int at)
    {
        var word = Word(at);
        if (word.Length < 3 || !char.IsUpper(word[0]))
            return null;
        var lower = word.ToLowerInvariant();
        var found = Array.FindIndex(Months, month => month == lower || (word.Length is 3 or 4 && month.StartsWith(lower, StringComparison.Ordinal)));
        return found < 0 ? null : found + 1;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Make(int? year, int month, int? day) => string.Create(
        CultureInfo.InvariantCulture, $"{(year is null ? "-" : year.Value.ToString("0000", CultureInfo.InvariantCulture))}-{month:00}{(day is null ? "" : $"-{day:00}")}");
}
