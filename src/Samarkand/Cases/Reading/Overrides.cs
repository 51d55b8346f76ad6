using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Edits of a case before it is read, such as <c>package.0.coverage=0.5</c>.</summary>
internal sealed class Overrides
{
    private const string Dashes = "--";

    // Blocks whose every key has a default, so that one key alone makes sense.
    private static readonly string[] NewBlocks = ["routes", "priors", "coalition-first", "elasticities"];

    private readonly string[] _steps;
    private readonly string _value;
    private readonly Place _place;
    private readonly ProblemList _problems;

    private Overrides(string path, string value, Place place, ProblemList problems)
    {
        _steps = path.Split('.');
        (_value, _place, _problems) = (value, place, problems);
    }

    /// <summary>Applies the edits in order.</summary>
    /// <param name="root">The case.</param>
    /// <param name="overrides">Each <c>path=value</c>, or <c>--key=value</c> for a parameter of that name.</param>
    /// <param name="problems">Takes the edits that are not possible.</param>
    public static YamlNode Apply(YamlNode root, IReadOnlyList<string> overrides, ProblemList problems)
    {
        foreach (var text in overrides)
        {
            var equals = text.IndexOf('=');
            var path = equals < 0 ? text : text[..equals].Trim();
            if (equals < 0 || path.TrimStart('-').Length == 0)
                problems.Add(PlaceOf(text), "expected path=value", $"write it like {new Parameter("set", "package.0.coverage=0.5")}");
            else
                root = new Overrides(path.StartsWith(Dashes, StringComparison.Ordinal) ? path[Dashes.Length..] : path, text[(equals + 1)..].Trim(), PlaceOf(path), problems).Edit(root, 0);
        }

        return root;
    }

    /// <summary>Puts one value over that of a case.</summary>
    public static YamlNode Put(YamlNode root, CaseValue value, ProblemList problems) =>
        new Overrides(value.Path, value.Text, value.Place, problems).Edit(root, 0);

    /// <summary>The single value at a path, or null.</summary>
    public static string? Find(YamlNode root, string path) => Find(root, path.Split('.'));

    private static Place PlaceOf(string edit) =>
        new($"{(edit.StartsWith(Dashes, StringComparison.Ordinal) ? new Parameter(edit[Dashes.Length..]) : new Parameter("set", edit))}", 0, 0);

    private static string? Find(YamlNode node, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty)
            return node is YamlScalar { IsEmpty: false } scalar ? scalar.Text : null;
        if (node is YamlList list)
            return int.TryParse(steps[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length ? Find(list.Items[index], steps[1..]) : null;
        for (var end = steps.Length; end > 0; end--)
        {
            if ((node as YamlMap)?.Find(string.Join('.', steps[..end]!)) is { } entry)
                return Find(entry.Value, steps[end..]);
        }

        return null;
    }

    private YamlNode Edit(YamlNode node, int step) => step == _steps.Length
        ? NewValue() ?? node
        : node switch
        {
            YamlMap map => EditMap(map, step),
            YamlList list => EditList(list, step),
            _ => Refuse(node, step, $"is {node.Description}, with nothing below it", "shorten the path"),
        };

    private YamlMap EditMap(YamlMap map, int step)
    {
        // Keys of priors hold points themselves, and one may begin like another: nothing lies below them.
        var shortest = step == 1 && _steps[0] == "priors" ? _steps.Length - 1 : step;
        for (var end = _steps.Length; end > shortest; end--)
        {
            var key = string.Join('.', _steps[step..end]);
            for (var i = 0; i < map.Entries.Length; i++)
            {
                var entry = map.Entries[i];
                if (entry.Key != key)
                    continue;
                var keyPlace = end == _steps.Length ? _place : entry.KeyPlace;
                return map with { Entries = map.Entries.SetItem(i, new YamlEntry(key, keyPlace, Edit(entry.Value, end))) };
            }
        }

        var isNewLeaf = step == _steps.Length - 1 || (step == 1 && _steps[0] == "priors");
        if (isNewLeaf)
            return NewValue() is { } value ? map with { Entries = map.Entries.Add(new YamlEntry(string.Join('.', _steps[step..]), _place, value)) } : map;
        if (step == 0 && NewBlocks.Contains(_steps[0]))
            return map with { Entries = map.Entries.Add(new YamlEntry(_steps[0], _place, Edit(new YamlMap(_place, []), 1))) };
        string[] keys = [.. map.Entries.Select(entry => entry.Key)];
        return (YamlMap)Refuse(map, step, $"has no key `{_steps[step]}`", NearestName.Hint(_steps[step], keys) ?? "it has " + string.Join(", ", keys));
    }

    private YamlList EditList(YamlList list, int step)
    {
        if (int.TryParse(_steps[step], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length)
            return list with { Items = list.Items.SetItem(index, Edit(list.Items[index], step + 1)) };
        var items = list.Items.Length switch
        {
            0 => "is an empty list",
            1 => "is a list of one item, 0",
            var count => string.Create(CultureInfo.InvariantCulture, $"is a list of {count} items, 0 to {count - 1}"),
        };
        return (YamlList)Refuse(list, step, items + $": there is no `{_steps[step]}`", "items count from 0");
    }

    private YamlNode Refuse(YamlNode node, int step, string what, string hint)
    {
        var reached = step == 0 ? "the case" : $"`{string.Join('.', _steps[..step])}`";
        _problems.Add(_place, $"{reached} {what}", hint);
        return node;
    }

    private YamlNode? NewValue() => _value is ['[' or '{' or '"' or '\'', ..]
        ? YamlTree.Read(_value, _place.Source, _problems, _place)
        : new YamlScalar(_place, _value, false);
}
