using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>How a kind of instrument is written in a case.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Read">Reads its scope and size. It asks for each of its keys, whatever the others say.</param>
internal sealed record InstrumentForm(string Name, Func<InstrumentHead, Fields, Instrument> Read)
{
    /// <summary>The keys of the kind, beside those that every kind has: what it asks for where nothing is written.</summary>
    public ImmutableArray<string> Keys
    {
        get
        {
            var nowhere = new Place("", 0, 0);
            var fields = new Fields(new YamlMap(nowhere, []), Name, new ReaderState(new ProblemList()));
            Read(new InstrumentHead("", nowhere), fields);
            return [.. fields.Asked.Distinct()];
        }
    }
}
