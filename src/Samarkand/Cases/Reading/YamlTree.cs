using System.Collections.Immutable;
using Samarkand.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Samarkand.Cases.Reading;

/// <summary>Reads a YAML text into nodes that know where they stand. Anchors, aliases and tags are refused.</summary>
internal sealed class YamlTree
{
    private const int MaximumDepth = 32;
    private const string TagHint = "remove it, or put text that starts with `!` in quotes";

    private readonly Parser _parser;
    private readonly YamlPlaces _places;
    private readonly ProblemList _problems;

    /// <summary>The end of the last event that the text holds.</summary>
    private Mark _read = Mark.Empty;

    /// <summary>Opening brackets that are still open, innermost last.</summary>
    private readonly Stack<Place> _openBrackets = new();

    private YamlTree(string text, string source, Place? fixedPlace, ProblemList problems)
    {
        _parser = new Parser(new StringReader(text));
        (_places, _problems) = (new YamlPlaces(text, source, fixedPlace), problems);
    }

    /// <summary>Reads a text of one document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The file's name.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="fixedPlace">The place of every node, where the text is an option's value.</param>
    /// <returns>The document, or null where it cannot be read any further.</returns>
    public static YamlNode? Read(string text, string source, ProblemList problems, Place? fixedPlace = null)
    {
        var tree = new YamlTree(text, source, fixedPlace, problems);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException error)
        {
            tree.AddSyntaxProblem(tree._places.At(error.Start), error.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner throws this where a bracket is still open at a line that starts a new key or item.
            tree.AddOpenBracket();
        }
        catch (ArgumentException)
        {
            // The parser throws this where a tag is not a URI.
            problems.Add(tree._places.At(tree._read), "a YAML tag (`!name`) is not allowed here", TagHint);
        }
        catch (TooDeepException error)
        {
            problems.Add(error.Place, $"nested more than {MaximumDepth} levels deep", "a case needs fewer than ten levels");
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        Next();
        if (Next() is StreamEnd)
        {
            _problems.Add(
                _places.At(Mark.Empty), "the file is empty", "`samarkand new FILE` writes a commented case to start from");
            return null;
        }

        Next();
        var root = ReadNode(0);
        Next();
        if (Next() is DocumentStart next)
            _problems.Add(_places.At(next.Start), "a second document starts here", "a file holds one case: remove the line `---` or `...`, or split the file");
        return root;
    }

    /// <summary>The next event. The parser stops without one, or an error, after some texts that are not YAML.</summary>
    private ParsingEvent Next()
    {
        if (_parser.MoveNext() && _parser.Current is { } next)
        {
            // Ends that nothing in the text marks stand wherever the scanner has read ahead to.
            if (next.End.Index > next.Start.Index)
                _read = next.End;
            return next;
        }

        throw new SemanticErrorException(_read, _read, YamlMessages.NothingMore);
    }

    /// <summary>Reads the node at the current event and leaves the parser at the node's last event.</summary>
    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        var place = _places.At(current.Start);
        if (depth > MaximumDepth)
            throw new TooDeepException(place);
        if (current is NodeEvent { Anchor.IsEmpty: false })
            _problems.Add(place, "a YAML anchor (`&name`) is not allowed here", "write the value out where it is used, or put text that starts with `&` in quotes");
        if (current is NodeEvent { Tag.IsEmpty: false })
            _problems.Add(place, "a YAML tag (`!name`) is not allowed here", TagHint);
        return current switch
        {
            Scalar scalar => new YamlScalar(place, scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any)),
            SequenceStart start => ReadList(place, start.Style == SequenceStyle.Flow, depth),
            MappingStart start => ReadMap(place, start.Style == MappingStyle.Flow, depth),
            _ => ReadAlias(place),
        };
    }

    private YamlScalar ReadAlias(Place place)
    {
        _problems.Add(place, "a YAML alias (`*name`) is not allowed here", "write the value out, or put text that starts with `*` in quotes");
        return new YamlScalar(place, "*", true);
    }

    private YamlList ReadList(Place place, bool isFlow, int depth)
    {
        if (isFlow)
            _openBrackets.Push(place);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        if (isFlow)
            _openBrackets.Pop();
        return new YamlList(place, items.ToImmutable());
    }

    private YamlMap ReadMap(Place place, bool isFlow, int depth)
    {
        if (isFlow)
            _openBrackets.Push(place);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            Next();
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar { Text: var name })
                _problems.Add(key.Place, $"a key must be a word, not {key.Description}", "write `key: value`");
            else if (places.TryGetValue(name, out var first))
                _problems.Add(key.Place, $"duplicate key `{name}`: the first stands at line {first.Line}, column {first.Column}", "keep one of them");
            else
            {
                places.Add(name, key.Place);
                entries.Add(new YamlEntry(name, key.Place, value));
            }
        }

        if (isFlow)
            _openBrackets.Pop();
        return new YamlMap(place, entries.ToImmutable());
    }

    private void AddSyntaxProblem(Place place, string parserMessage)
    {
        if (_openBrackets.Count > 0 && (place.Line > _openBrackets.Peek().Line || YamlMessages.IsAboutBrackets(parserMessage)))
        {
            AddOpenBracket();
            return;
        }

        var (message, hint) = YamlMessages.InPlainWords(parserMessage);
        _problems.Add(YamlMessages.IsAboutTabs(parserMessage) ? _places.IndentingTab(place) : place, message, hint);
    }

    private void AddOpenBracket()
    {
        if (!_openBrackets.TryPeek(out var place))
            place = _places.NextBracket(_read);
        _problems.Add(place, "the bracket opened here is not closed, or a comma is missing", "write [a, b, c] or { a: 1, b: 2 }");
    }

    private sealed class TooDeepException(Place place) : Exception
    {
        public Place Place { get; } = place;
    }
}
