using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads world.json, with the line and column of every problem.</summary>
internal ref struct WorldJsonReader
{
    private static readonly string[] Keys = ["name", "title", "year", "units", "sources", "rules"];
    private static readonly string[] Required = ["name", "year", "units"];
    private static readonly string[] SourceKeys = ["name", "address", "licence"];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _path;
    private readonly ProblemList _problems;
    private Utf8JsonReader _json;

    private WorldJsonReader(ReadOnlySpan<byte> bytes, string path, ProblemList problems)
    {
        _bytes = bytes;
        _path = path;
        _problems = problems;
        _json = new Utf8JsonReader(bytes);
    }

    /// <summary>What the file says; null where it cannot be read at all.</summary>
    public static WorldInfo? Read(string path, ProblemList problems)
    {
        try
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
            return new WorldJsonReader(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, path, problems).World();
        }
        catch (JsonException mistake)
        {
            var (line, column) = ((int)(mistake.LineNumber ?? 0) + 1, (int)(mistake.BytePositionInLine ?? 0) + 1);
            problems.Add(path, line, column, $"is not valid JSON: {mistake.Message.Split(" LineNumber:")[0]}");
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(path, 0, 0, "holds text that is not UTF-8");
            return null;
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
            return null;
        }
    }

    private WorldInfo? World()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            Report("is not a JSON object", "write { \"name\": ..., \"year\": ..., \"units\": \"million USD\" }");
            return null;
        }

        var (name, title, year) = ("", "", 0);
        ImmutableArray<DataSource> sources = [];
        ImmutableArray<string> rules = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextKey(Keys, seen) is { } key)
        {
            switch (key)
            {
                case "name":
                    name = Text(key);
                    break;
                case "title":
                    title = Text(key);
                    break;
                case "year":
                    year = Year();
                    break;
                case "units":
                    CheckUnits();
                    break;
                case "sources":
                    sources = Sources();
                    break;
                case "rules":
                    rules = Rules();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        foreach (var key in Required)
        {
            if (!seen.Contains(key))
                _problems.Add(_path, 0, 0, $"'{key}' is missing", key == "units" ? $"write \"units\": \"{WorldInfo.Units}\", the only unit of values" : null);
        }

        _json.Read();
        return new WorldInfo(name, title.Length == 0 ? name : title, year, sources, rules);
    }

    /// <summary>Moves to the value of the next key of an object and returns the key, "" for one to be skipped; null at the object's end.</summary>
    private string? NextKey(string[] known, HashSet<string> seen)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
            return null;
        var key = _json.GetString()!;
        if (Array.IndexOf(known, key) < 0)
            (key, _) = ("", Report($"unknown key '{key}'", NearestName.Hint(key, known, $"the keys are {string.Join(", ", known)}")));
        else if (!seen.Add(key))
            (key, _) = ("", Report($"'{key}' stands twice", "remove one of the two"));
        _json.Read();
        return key;
    }

    private string Text(string key)
    {
        if (_json.TokenType == JsonTokenType.String && _json.GetString() is { Length: > 0 } text)
            return text;
        Report($"'{key}' is not a text", $"write \"{key}\": \"...\"");
        _json.Skip();
        return "";
    }

    private int Year()
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out var year) && year is >= 1 and <= 9999)
            return year;
        Report("'year' is not a year", "write \"year\": 2011, without quotation marks");
        _json.Skip();
        return 0;
    }

    private void CheckUnits()
    {
        var units = Text("units");
        if (units.Length > 0 && units != WorldInfo.Units)
            Report($"the units are '{units}', not '{WorldInfo.Units}'", $"convert every value to {WorldInfo.Units} a year");
    }

    private ImmutableArray<string> Rules()
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        if (StartsArray("rules"))
        {
            while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                rules.Add(Text("rules"));
        }

        return rules.ToImmutable();
    }

    private ImmutableArray<DataSource> Sources()
    {
        var sources = ImmutableArray.CreateBuilder<DataSource>();
        if (!StartsArray("sources"))
            return [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.StartObject)
            {
                Report("a source is not an object", "write { \"name\": ..., \"address\": ..., \"licence\": ... }");
                _json.Skip();
                continue;
            }

            var values = new string[] { "", "", "" };
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var start = Place();
            while (NextKey(SourceKeys, seen) is { } key)
            {
                if (key.Length == 0)
                    _json.Skip();
                else
                    values[Array.IndexOf(SourceKeys, key)] = Text(key);
            }

            foreach (var key in SourceKeys)
            {
                if (!seen.Contains(key))
                    _problems.Add(_path, start.Line, start.Column, $"a source has no '{key}'", "every source has a name, an address and a licence");
            }

            sources.Add(new DataSource(values[0], values[1], values[2]));
        }

        return sources.ToImmutable();
    }

    private bool StartsArray(string key)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
            return true;
        Report($"'{key}' is not a list", $"write \"{key}\": [ ... ]");
        _json.Skip();
        return false;
    }

    private readonly bool Report(string message, string hint)
    {
        var (line, column) = Place();
        _problems.Add(_path, line, column, message, hint);
        return true;
    }

    private readonly (int Line, int Column) Place()
    {
        var before = _bytes[..(int)_json.TokenStartIndex];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
